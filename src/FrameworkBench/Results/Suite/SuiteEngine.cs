using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Suite;

/// <summary>The comparisons that one engine allows.</summary>
/// <param name="Name">The engine.</param>
/// <param name="Trials">All its trials of the experiment; none where only the file of its trials is there.</param>
/// <param name="Evidence">The same as claims see them.</param>
/// <param name="Pairs">The pairs of which it has both models, or one that meets the main engine's other one, in the order of the
/// experiment; at least one.</param>
internal sealed record SuiteEngine(
    string Name, IReadOnlyList<TrialResult> Trials, IReadOnlyList<TrialEvidence> Evidence, IReadOnlyList<PairOnTables> Pairs)
{
    private IReadOnlyList<MeasureLead>? measures;

    /// <summary>The leads of every pair by each measure, computed at the first use.</summary>
    internal IReadOnlyList<MeasureLead> Measures => measures ??= MeasureLead.Of(this);

    /// <summary>Makes the comparisons of an engine; null when there are none.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="trials">All its trials, or none.</param>
    /// <param name="evidence">The same as claims see them.</param>
    /// <param name="main">The engine whose model takes the place of one that this engine does not have; null for none.</param>
    internal static SuiteEngine? Of(
        Experiment experiment, string engine, IReadOnlyList<TrialResult> trials, IReadOnlyList<TrialEvidence> evidence,
        SuiteEngine? main = null)
    {
        HashSet<string> own = [.. evidence.Where(SuiteRanks.WasRun).Select(trial => trial.Model.Name)];
        PairOnTables[] pairs = [.. experiment.Report.Compare.Select(Compare).OfType<PairOnTables>()];
        if (pairs.Length == 0)
            return null;
        IReadOnlyList<double> adjusted = HolmCorrection.Adjust([.. pairs.Select(pair => pair.Test.PValue)]);
        return new SuiteEngine(engine, trials, evidence, [.. pairs.Zip(adjusted, (pair, value) => pair with { AdjustedPValue = value })]);

        // What is known of the tables comes from the main engine, as far as this one has no model of the pair.
        PairOnTables? Compare(ModelPair pair) => (own.Contains(pair.Model), own.Contains(pair.Against)) switch
        {
            (true, true) => PairOnTables.Of(experiment, pair, evidence),
            (true, false) when main is not null => PairOnTables.Of(experiment, pair, [.. By(pair.Model), .. OthersThan(pair.Model)]),
            (false, true) when main is not null => PairOnTables.Of(experiment, pair, [.. By(pair.Against), .. OthersThan(pair.Against)]),
            _ => null,
        };

        IEnumerable<TrialEvidence> By(string model) => evidence.Where(trial => trial.Model.Name == model);
        IEnumerable<TrialEvidence> OthersThan(string model) => main!.Evidence.Where(trial => trial.Model.Name != model);
    }
}
