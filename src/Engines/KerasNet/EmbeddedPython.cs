using System.Diagnostics;
using FrameworkBench.Protocol.Hosting;
using Keras;
using Python.Runtime;

namespace FrameworkBench.Engines.KerasNet;

/// <summary>The Python that Keras.NET drives inside this process.</summary>
internal static class EmbeddedPython
{
    // Tells where the interpreter's library is and which backends are installed, without loading one of them.
    private const string Question = """
        import importlib.util, os, sys, sysconfig
        name = sysconfig.get_config_var("INSTSONAME") or sysconfig.get_config_var("LDLIBRARY") or ""
        folders = [sysconfig.get_config_var("LIBDIR") or "", os.path.join(sys.base_prefix, "lib"), sys.base_prefix]
        multiarch = sysconfig.get_config_var("MULTIARCH") or ""
        folders += [os.path.join(folder, multiarch) for folder in folders if multiarch]
        windows = "python%d%d.dll" % sys.version_info[:2]
        found = [p for f in folders for p in (os.path.join(f, name), os.path.join(f, windows)) if os.path.isfile(p)]
        print(found[0] if found else "")
        print(sys.executable)
        print("yes" if importlib.util.find_spec("keras") else "no")
        print(next((b for b in ("tensorflow", "torch", "jax") if importlib.util.find_spec(b)), ""))
        """;

    /// <summary>The backend that Keras computes with.</summary>
    public static string Backend { get; private set; } = "";

    /// <summary>Starts Python and points Keras.NET at Keras 3. To be called once.</summary>
    /// <exception cref="EngineUnavailableException">No interpreter has a shared library, Keras and a backend.</exception>
    public static void Start()
    {
        var problems = new List<string>();
        foreach (string interpreter in Interpreters())
        {
            string[] answers = Ask(interpreter);
            if (answers is not [{ Length: > 0 } library, { Length: > 0 } program, "yes", { Length: > 0 } backend, ..])
            {
                problems.Add($"{interpreter}: {Problem(answers)}");
                continue;
            }

            Start(library, program, Environment.GetEnvironmentVariable("KERAS_BACKEND") is { Length: > 0 } asked ? asked : backend);
            return;
        }

        throw new EngineUnavailableException(
            $"Keras.NET is installed, but no Python with Keras 3 is ({string.Join("; ", problems)}); "
            + "name one by --python or FRAMEWORKBENCH_PYTHON");
    }

    private static void Start(string library, string program, string backend)
    {
        Runtime.PythonDLL = library;
        PythonEngine.ProgramName = program;
        try
        {
            PythonEngine.Initialize();
            using (Py.GIL())
            {
                // The variable must be set inside Python: its own copy of the environment is older than this process's changes.
                dynamic os = Py.Import("os");
                os.environ["KERAS_BACKEND"] = new PyString(backend);
                Setup.KerasModule = "keras";
                _ = Keras.Keras.Instance.keras;
            }
        }
        catch (Exception error)
            when (error is PythonException or DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            string reason = error.GetBaseException().Message.Split('\n')[0].Trim();
            throw new EngineUnavailableException(
                $"Keras.NET is installed, but Keras on {backend} does not load in {program}: {reason}", error);
        }

        Backend = backend;

        // Each fit comes on a thread of its own and takes the lock there.
        PythonEngine.BeginAllowThreads();
    }

    private static IEnumerable<string> Interpreters()
    {
        if (Environment.GetEnvironmentVariable("FRAMEWORKBENCH_PYTHON") is { Length: > 0 } named)
            return [named];
        return OperatingSystem.IsWindows() ? ["python"] : ["python3", "/usr/bin/python3"];
    }

    private static string[] Ask(string interpreter)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(interpreter, ["-c", Question])
            {
                RedirectStandardOutput = true,
                RedirectStandardInput = true,
                UseShellExecute = false,
            });
            if (process is null)
                return [];
            process.StandardInput.Close();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output.ReplaceLineEndings("\n").Split('\n');
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }

    private static string Problem(string[] answers) => answers switch
    {
        [{ Length: 0 }, _, ..] => "no shared library libpython",
        [_, _, "no", ..] => "no module keras",
        [_, _, "yes", ..] => "none of tensorflow, torch, jax",
        _ => "does not run",
    };
}
