namespace FrameworkBench.Engines.Variables;

/// <summary>
/// Which variables of the harness's environment reach an engine: those that a framework or a system library reads. Others, such as keys of
/// a cloud or tokens of a CI, are no business of an engine's.
/// </summary>
public static class PassedVariables
{
    /// <summary>Names further variables to pass, with commas between them.</summary>
    public const string MoreVariable = "FRAMEWORKBENCH_PASS";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        // Where programs, libraries, the user's folders and temporary files are.
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TMP", "TEMP", "LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "LD_PRELOAD",
        "VIRTUAL_ENV", "JAVA_HOME",

        // Without these no program starts on Windows.
        "ALLUSERSPROFILE", "APPDATA", "COMSPEC", "COMPUTERNAME", "HOMEDRIVE", "HOMEPATH", "LOCALAPPDATA", "NUMBER_OF_PROCESSORS", "OS",
        "PATHEXT", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "SYSTEMDRIVE", "SYSTEMROOT", "USERNAME",
        "USERPROFILE", "WINDIR",
    };

    private static readonly string[] Families =
    [
        .. FrameworkVariables.Families, "FRAMEWORKBENCH_", "LC_", "XDG_", "DYLD_", "PROCESSOR_", "PYTHON", "CONDA_", "JULIA_", "R_",
        "GOMP_", "GOTO_", "BLIS_", "ATLAS_", "NUMEXPR_", "VECLIB_", "NUMBA_", "KERAS_", "TORCH_", "PYTORCH_", "TF_CPP_", "TF_ENABLE_",
        "TF_FORCE_", "TF_GPU_", "TF_NUM_", "TF_USE_", "TF_XLA_", "XLA_", "JAX_", "MALLOC_", "CUDA_",
        "CUBLAS_", "CUDNN_", "NVIDIA_", "HIP_", "ROCR_", "DNNL_", "ONEDNN_", "COMPLUS_", "COREHOST_",
    ];

    // A family may have a variable that unlocks something.
    private static readonly string[] Secrets =
        ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIAL", "APIKEY", "API_KEY", "ACCESS_KEY", "PRIVATE_KEY"];

    /// <summary>Leaves of an engine's environment what may reach it.</summary>
    /// <param name="environment">The environment of the process to start, as inherited; it is changed.</param>
    public static void Keep(IDictionary<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        string[] more = (environment.TryGetValue(MoreVariable, out string? list) ? list ?? "" : "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in environment.Keys.Where(name => !more.Contains(name, StringComparer.Ordinal) && !IsKnown(name)).ToArray())
            environment.Remove(name);
    }

    private static bool IsKnown(string name) =>
        Names.Contains(name)
        || (Array.Exists(Families, family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase))
            && !Array.Exists(Secrets, secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase)));
}
