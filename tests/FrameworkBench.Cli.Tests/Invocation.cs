using System.Diagnostics;
using System.Text;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Tests;

/// <summary>
/// A run of the command line: within the tests where only what it does and says is of interest, which spares the compilation of every
/// method anew; as a process of its own where the process itself is.
/// </summary>
/// <param name="ExitCode">What it told its caller.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record Invocation(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The project's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The program's file.</summary>
    public static string ProgramFile { get; } = Path.GetFullPath(
        Path.Combine(
            AppContext.BaseDirectory, "..", "..", "FrameworkBench.Cli",
            Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "FrameworkBench.Cli.dll"));

    /// <summary>A run within the tests, from the project's folder.</summary>
    public static async Task<Invocation> RunAsync(params string[] arguments)
    {
        Environment.CurrentDirectory = Root;
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var streams = new TerminalStreams(
            TextWriter.Synchronized(output), TextWriter.Synchronized(errors), IsOutputRedirected: true, IsErrorsRedirected: true);
        int exitCode = await Task.Run(() => CommandLine.RunAsync(arguments, streams), TestContext.Current.CancellationToken)
            .WaitAsync(Limit, TestContext.Current.CancellationToken);
        return new Invocation(exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>A run of the program as a user starts it, from the project's folder.</summary>
    public static Task<Invocation> RunProgramAsync(params string[] arguments) => RunInAsync(Root, arguments);

    /// <summary>A run of the program from some folder.</summary>
    public static Task<Invocation> RunInAsync(string folder, params string[] arguments) => EndAsync(StartIn(folder, arguments));

    private static async Task<Invocation> EndAsync(Process started)
    {
        using Process process = started;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);
        return new Invocation(process.ExitCode, await output, await errors);
    }

    /// <summary>A run of the program whose locale has another encoding than UTF-8, as far as the operating system knows locales.</summary>
    public static Task<Invocation> RunInLatinAsync(params string[] arguments) =>
        EndAsync(StartIn(Root, arguments, locale: "en_US.ISO-8859-1"));

    /// <summary>Starts the program without waiting for its end.</summary>
    public static Process Start(params string[] arguments) => StartIn(Root, arguments);

    /// <summary>Whether <see cref="RunInTerminalAsync"/> works here: with the program <c>script</c> of Linux.</summary>
    public static bool HasTerminal => OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    /// <summary>A run of the program in a pseudo-terminal of 80 columns, with both of its outputs in one.</summary>
    /// <param name="noColor">Whether <c>NO_COLOR</c> is set.</param>
    /// <param name="arguments">The command line.</param>
    public static Task<Invocation> RunInTerminalAsync(bool noColor, params string[] arguments)
    {
        string command = string.Join(' ', arguments.Prepend(ProgramFile).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", $"stty cols 80 rows 24; exec dotnet {command}", "/dev/null"])
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["NO_COLOR"] = noColor ? "1" : null;
        return EndAsync(Process.Start(start)!);
    }

    private static Process StartIn(string folder, string[] arguments, string? locale = null)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramFile, .. arguments])
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
