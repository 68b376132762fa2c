using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Suite;

/// <summary>The comparisons that one engine allows.</summary>
/// <param name="Name">The engine.</param>
/// <param name="Trials">All its trials of the experiment.</param>
/// <param name="Pairs">The pairs of which it has both models, in the order of the experiment; at least one.</param>
internal sealed record SuiteEngine(string Name, IReadOnlyList<TrialResult> Trials, IReadOnlyList<PairOnTables> Pairs)
{
    /// <summary>Makes the comparisons of an engine; null when it has both models of no pair.</summary>
    internal static SuiteEngine? Of(Experiment experiment, string engine, IReadOnlyList<TrialResult> trials)
    {
        PairOnTables[] pairs =
            [.. experiment.Report.Compare.Select(pair => PairOnTables.Of(experiment, pair, engine, trials)).OfType<PairOnTables>()];
        if (pairs.Length == 0)
            return null;
        IReadOnlyList<double> adjusted = HolmCorrection.Adjust([.. pairs.Select(pair => pair.Test.PValue)]);
        return new SuiteEngine(engine, trials, [.. pairs.Zip(adjusted, (pair, value) => pair with { AdjustedPValue = value })]);
    }
}
