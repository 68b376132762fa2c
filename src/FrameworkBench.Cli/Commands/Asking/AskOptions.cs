using FrameworkBench.Asking.Recognition;

namespace FrameworkBench.Cli.Commands.Asking;

/// <summary>What <c>ask</c> was asked to do.</summary>
/// <param name="Workspace">Where everything is; pages go to its results folder.</param>
/// <param name="Sources">Where engines are.</param>
/// <param name="Question">The table and its target.</param>
/// <param name="Limit">The time it may take.</param>
/// <param name="Repeats">The most repeats of the cross-validation; null for as many as the time allows.</param>
internal sealed record AskOptions(
    Workspace Workspace, EngineSources Sources, TableQuestion Question, TimeSpan Limit, int? Repeats)
{
    /// <summary>Columns that are known in time, although they may seem to give the target away.</summary>
    public IReadOnlyList<string> Keeps { get; init; } = [];

    /// <summary>The file that the best model is kept in; null for none.</summary>
    public string? Save { get; init; }
}
