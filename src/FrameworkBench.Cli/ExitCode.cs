using FrameworkBench.Engines;

namespace FrameworkBench.Cli;

/// <summary>What the program returns to its caller.</summary>
internal static class ExitCode
{
    /// <summary>All was done as asked.</summary>
    public const int Done = 0;

    /// <summary>
    /// The run went to its end, but some trial failed or some engine failed to start, or nothing came of the request.
    /// </summary>
    public const int SomeTrialFailed = 1;

    /// <summary>The command line, an experiment or a data set is wrong, or a folder cannot be written; no page was.</summary>
    public const int WrongInput = 2;

    /// <summary>Of two results that were compared, the new ones are worse in something.</summary>
    public const int GotWorse = 3;

    /// <summary>Stopped by Ctrl-C or a signal; finished trials are kept.</summary>
    public const int Interrupted = 130;

    /// <summary>The code of a command that went to its end.</summary>
    /// <param name="engines">The engines that it used.</param>
    /// <param name="failed">Whether something of it failed.</param>
    public static int After(IReadOnlyList<EngineStatus> engines, bool failed = false) =>
        failed || engines.Any(engine => engine.FailedToStart) ? SomeTrialFailed : Done;
}
