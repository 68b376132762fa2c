using FrameworkBench.Changes.Noise;
using FrameworkBench.Results;
using FrameworkBench.Verification;

namespace FrameworkBench.Changes.Stored;

/// <summary>An experiment of a results folder, as its data files have it.</summary>
/// <param name="Run">What it was run with.</param>
/// <param name="Table">Its trials.</param>
/// <param name="Claims">Its verdicts.</param>
internal sealed record StoredExperiment(ExperimentRun Run, TrialTable Table, IReadOnlyList<ClaimEntry> Claims)
{
    /// <summary>The experiment's name.</summary>
    internal string Name => Run.Experiment;

    /// <summary>Where a trial's model stands.</summary>
    internal static ModelPlace PlaceOf(TrialRow row) => new(row["experiment"], row["dataset"], row["model"], row["engine"]);
}
