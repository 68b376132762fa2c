using FrameworkBench.Changes.Noise;
using FrameworkBench.Results;
using FrameworkBench.Trials;
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

    /// <summary>Whether it was run as another one was: with the same splits and seeds, as thoroughly.</summary>
    internal bool IsPlannedAs(StoredExperiment other) =>
        (Run.Draws, Run.Profile, Run.Seeds) == (other.Run.Draws, other.Run.Profile, other.Run.Seeds);

    /// <summary>Whether a column of its trials has a value in a trial that was run.</summary>
    internal bool Has(string column, string value) =>
        Table.Rows.Any(row => row[column] == value && row.Status != TrialStatus.Missing);

    /// <summary>Where a trial's model stands.</summary>
    internal static ModelPlace PlaceOf(TrialRow row) => new(row["experiment"], row["dataset"], row["model"], row["engine"]);
}
