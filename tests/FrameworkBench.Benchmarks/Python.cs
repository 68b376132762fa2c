using System.Diagnostics;
using System.Text.Json;

namespace FrameworkBench.Benchmarks;

/// <summary>Runs a script of this folder with the system's Python, on one thread, for figures to compare with.</summary>
internal static class Python
{
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>The figures by name that the script prints as JSON; null when it cannot run here.</summary>
    public static Dictionary<string, double>? Figures(string script)
    {
        string path = Path.Combine(AppContext.BaseDirectory, script);
        if (!File.Exists(Interpreter))
            return null;
        var start = new ProcessStartInfo(Interpreter, [path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string variable in (string[])["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"])
            start.Environment[variable] = "1";
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        using var process = Process.Start(start)!;
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0)
            return JsonSerializer.Deserialize<Dictionary<string, double>>(output);
        Console.Error.WriteLine($"{script}: {complaints.Result.Trim().Split('\n')[^1]}");
        return null;
    }
}
