using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Summaries;

/// <summary>How many epochs an engine needs to bring a network to the target loss.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Reached">
/// How many of the trials that trained reached the target; null when there is none, or the engine reports no loss.
/// </param>
/// <param name="Epochs">Mean epochs of those that did, with the 95 % interval; null when none did.</param>
/// <param name="MoreThanReference">
/// Mean of its epochs − the reference's over pairs of one split and seed that both reached the target; null without a pair, and for the
/// reference itself.
/// </param>
/// <param name="SecondsPerEpoch">Seconds of a warm fit on one thread ÷ its epochs; null when it was not timed.</param>
internal sealed record EngineConvergence(
    string Engine, Proportion? Reached, MetricSummary? Epochs, MeanDifference? MoreThanReference, double? SecondsPerEpoch)
{
    /// <summary>Seconds to the target: mean epochs × seconds of an epoch.</summary>
    internal double? SecondsToTarget => Epochs?.Mean * SecondsPerEpoch;
}
