using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Tables;

/// <summary>The one number that a table adds to a claim across tables.</summary>
/// <param name="Traits">What the table is like.</param>
/// <param name="Figure">The model's mean lead over the other one, positive when it is better; without another one its mean figure.</param>
/// <param name="Incomplete">Pairs, or trials, that gave no figure.</param>
/// <param name="StandardError">The figure's standard error over splits, or over the seeds of one split; NaN where there is none.</param>
/// <param name="DegreesOfFreedom">Of the standard error; 0 where there is none.</param>
public sealed record TableFigure(TableTraits Traits, double Figure, int Incomplete, double StandardError = double.NaN, double DegreesOfFreedom = 0)
{
    /// <summary>Reads the figures of every table that has some.</summary>
    /// <param name="claim">The claim, which names the models and the metric.</param>
    /// <param name="results">Results of one experiment by one engine.</param>
    /// <param name="engine">The engine.</param>
    internal static IReadOnlyList<TableFigure> Of(ClaimSpec claim, IReadOnlyList<TrialResult> results, string engine) => claim.Against is { } against
        ?
        [
            .. TableComparison.Of(results, engine, claim.Model, against, claim.Metric, claim.Confidence)
                .Select(table => Of(table.Traits, table.Lead, table.Incomplete)),
        ]
        : [.. results.GroupBy(result => result.Trial.Dataset).Select(table => MeanOn([.. table], claim)).OfType<TableFigure>()];

    private static TableFigure? MeanOn(List<TrialResult> table, ClaimSpec claim)
    {
        var trials = Observation.Of(table.Where(result => result.Trial.Model.Name == claim.Model), claim.Metric);
        var figures = trials.Where(trial => trial.Figure is not null).Select(trial => (trial.Split, trial.Figure!.Value)).ToList();
        return figures.Count == 0
            ? null
            : Of(TableTraits.Of(table), MeanOverSplits.Of(figures, table[0].Input.TestTrainRatio, claim.Confidence), trials.Count - figures.Count);
    }

    private static TableFigure Of(TableTraits traits, MeanDifference mean, int incomplete) =>
        new(traits, mean.Difference, incomplete, mean.StandardError, mean.DegreesOfFreedom);
}
