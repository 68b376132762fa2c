using System.Diagnostics;
using System.Text;

namespace FrameworkBench.Cli.Tests;

/// <summary>A run of the real program, as a user starts it.</summary>
/// <param name="ExitCode">What it told its caller.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record Invocation(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The project's folder.</summary>
    public static string Root { get; } = FindRoot();

    public static Task<Invocation> RunAsync(params string[] arguments) => RunInAsync(Root, arguments);

    /// <summary>A run from some folder.</summary>
    public static Task<Invocation> RunInAsync(string folder, params string[] arguments) => EndAsync(StartIn(folder, arguments));

    private static async Task<Invocation> EndAsync(Process started)
    {
        using Process process = started;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);
        return new Invocation(process.ExitCode, await output, await errors);
    }

    /// <summary>A run whose locale has another encoding than UTF-8, as far as the operating system knows locales.</summary>
    public static Task<Invocation> RunInLatinAsync(params string[] arguments) =>
        EndAsync(StartIn(Root, arguments, locale: "en_US.ISO-8859-1"));

    public static Process Start(params string[] arguments) => StartIn(Root, arguments);

    private static Process StartIn(string folder, string[] arguments, string? locale = null)
    {
        string program =
            Path.Combine(
                AppContext.BaseDirectory, "..", "..", "FrameworkBench.Cli",
                Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "FrameworkBench.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(program), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        if (locale is not null)
            start.Environment["LC_ALL"] = locale;
        return Process.Start(start)!;
    }

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FrameworkBench.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
