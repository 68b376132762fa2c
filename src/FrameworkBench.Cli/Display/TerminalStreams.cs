namespace FrameworkBench.Cli.Display;

/// <summary>What one run of a command line writes to.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
/// <param name="IsOutputRedirected">Whether output goes to a file or another program.</param>
/// <param name="IsErrorsRedirected">Whether complaints do.</param>
internal sealed record TerminalStreams(TextWriter Output, TextWriter Errors, bool IsOutputRedirected, bool IsErrorsRedirected)
{
    private static readonly AsyncLocal<TerminalStreams?> Used = new();
    private static readonly TerminalStreams OfProcess =
        new(Console.Out, Console.Error, Console.IsOutputRedirected, Console.IsErrorRedirected);

    /// <summary>The streams of the run that asks; those of the process unless it was given others.</summary>
    public static TerminalStreams Current => Used.Value ?? OfProcess;

    /// <summary>
    /// Whether standard output is one JSON document, so that all that people read goes to standard error.
    /// </summary>
    public bool IsForMachines { get; set; }

    /// <summary>Makes the calling method, and whatever it calls, write to these streams.</summary>
    public void Use() => Used.Value = this;
}
