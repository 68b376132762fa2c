using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Site;

/// <summary>A measure that two models are compared by.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Unit">How a lead is written: as it is, as a percentage or as a ratio.</param>
internal sealed record ExplorerMeasure(string Title, string Unit)
{
    /// <summary>Accuracy or R², as the comparison has it.</summary>
    internal static ExplorerMeasure Score { get; } = new("score", "");

    /// <summary>The lead in score as a share of the way from the constant model to the best one.</summary>
    internal static ExplorerMeasure Share { get; } = new("score, share of the way", "percent");

    /// <summary>A measure of trials.</summary>
    internal static ExplorerMeasure Of(string metric, bool isRatio) =>
        new($"{MetricWords.Title(new(metric))}{(isRatio ? ", ratio" : "")}", isRatio ? "ratio" : "");
}
