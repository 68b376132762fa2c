using FrameworkBench.Changes.Failures;
using FrameworkBench.Changes.Noise;
using FrameworkBench.Changes.Stored;
using FrameworkBench.Changes.Times;
using FrameworkBench.Changes.Verdicts;

namespace FrameworkBench.Changes;

/// <summary>What changed of an experiment, before it is known which figures moved beyond the noise of all.</summary>
internal sealed record ExperimentChanges(
    string Experiment, IReadOnlyList<VerdictChange> Verdicts, IReadOnlyList<ComparedFigure> Compared, IReadOnlyList<TrialChange> Trials,
    IReadOnlyList<FitTimes> Times, IReadOnlyList<PresenceChange> Presence, IReadOnlyList<string> Causes)
{
    /// <summary>Whether something other than figures changed.</summary>
    internal bool HasOwn => Verdicts.Count + Trials.Count + Presence.Count > 0;

    /// <summary>Compares an experiment that both results have.</summary>
    internal static ExperimentChanges Of(StoredExperiment before, StoredExperiment after) => new(
        after.Name,
        [.. VerdictChanges.Of(before, after)],
        [.. FigureComparison.Of(before, after)],
        [.. TrialChanges.Of(before, after)],
        [.. TimeChanges.Of(before, after)],
        [.. PresenceChanges.Of(before, after)],
        [.. PossibleCauses.Of(before, after)]);
}
