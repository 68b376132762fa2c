using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Tables;

/// <summary>The one number that a table adds to a claim across tables.</summary>
/// <param name="Traits">What the table is like.</param>
/// <param name="Figure">The model's mean lead over the other one, positive when it is better; without another one its mean figure.</param>
/// <param name="Incomplete">Pairs, or trials, that gave no figure.</param>
public sealed record TableFigure(TableTraits Traits, double Figure, int Incomplete)
{
    /// <summary>Reads the figures of every table that has some.</summary>
    /// <param name="claim">The claim, which names the models and the metric.</param>
    /// <param name="results">Results of one experiment by one engine.</param>
    /// <param name="engine">The engine.</param>
    internal static IReadOnlyList<TableFigure> Of(ClaimSpec claim, IReadOnlyList<TrialResult> results, string engine) => claim.Against is { } against
        ?
        [
            .. TableComparison.Of(results, engine, claim.Model, against, claim.Metric, claim.Confidence)
                .Select(table => new TableFigure(table.Traits, table.Lead.Difference, table.Incomplete)),
        ]
        : [.. results.GroupBy(result => result.Trial.Dataset).Select(table => MeanOn([.. table], claim)).OfType<TableFigure>()];

    private static TableFigure? MeanOn(List<TrialResult> table, ClaimSpec claim)
    {
        var trials = Observation.Of(table.Where(result => result.Trial.Model.Name == claim.Model), claim.Metric);
        var figures = trials.Where(trial => trial.Figure is not null).Select(trial => (trial.Split, trial.Figure!.Value)).ToList();
        return figures.Count == 0
            ? null
            : new TableFigure(TableTraits.Of(table), MeanOverSplits.Of(figures, table[0].Input.TestTrainRatio, claim.Confidence).Difference, trials.Count - figures.Count);
    }
}
