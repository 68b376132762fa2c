using System.Diagnostics;

namespace FrameworkBench.Engines.Installation;

/// <summary>One run of a tool, with all it printed.</summary>
/// <param name="ExitCode">Its exit code; −1 when it could not be started.</param>
/// <param name="Output">Standard output and standard error.</param>
internal sealed record CommandRun(int ExitCode, string Output)
{
    /// <summary>Whether it ended well.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a tool to its end.</summary>
    public static async Task<CommandRun> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
            if (process is null)
                return new CommandRun(-1, $"'{program}' does not start");
            using CancellationTokenRegistration kill = cancellation.Register(() => process.Kill(entireProcessTree: true));
            Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None),
            errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            return new CommandRun(process.ExitCode, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new CommandRun(-1, $"'{program}' was not found");
        }
    }

    /// <summary>The line that says what went wrong: the first with "error", else the last.</summary>
    public string Problem()
    {
        string[] lines = [.. Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return Array.Find(lines, line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? (lines.Length == 0 ? $"exit code {ExitCode}" : lines[^1]);
    }
}
