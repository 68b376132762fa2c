using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Tables;

/// <summary>The one number that a table adds to a claim across tables.</summary>
/// <param name="Traits">What the table is like.</param>
/// <param name="Figure">
/// The model's mean lead over the other one, positive when it is better, in the metric or as a share of the way from the constant model to
/// the best one; without another one its mean figure.
/// </param>
/// <param name="Incomplete">Pairs, or trials, that gave no figure.</param>
/// <param name="StandardError">The figure's standard error over splits, or over the seeds of one split; NaN where there is none.</param>
/// <param name="DegreesOfFreedom">Of the standard error; 0 where there is none.</param>
public sealed record TableFigure(
    TableTraits Traits, double Figure, int Incomplete, double StandardError = double.NaN, double DegreesOfFreedom = 0)
{
    /// <summary>Reads the figures of every table that has some.</summary>
    /// <param name="claim">The claim, which names the models and the metric.</param>
    /// <param name="trials">Trials of one experiment, by one engine or by several whose mean is taken.</param>
    internal static IReadOnlyList<TableFigure> Of(ClaimSpec claim, IReadOnlyList<TrialEvidence> trials) => claim.Against is { } against
        ?
        [
            .. from table in TableComparison.Of(trials, claim.Model, against, claim.Metric, claim.Confidence)
               let lead = claim.MarginShare is null ? table.Lead : table.Share
               where lead is not null
               select Of(table.Traits, lead, table.Incomplete),
        ]
        : [.. trials.GroupBy(trial => trial.Table.Dataset).Select(table => MeanOn([.. table], claim)).OfType<TableFigure>()];

    private static TableFigure? MeanOn(List<TrialEvidence> table, ClaimSpec claim)
    {
        var trials = Observation.Of(table.Where(trial => trial.Model.Name == claim.Model), claim.Metric);
        var cells =
            EngineCells<Observation>.Of(
                [.. trials.Where(trial => trial.Figure is not null)], trial => (trial.Engine, trial.Split, trial.Seed));
        if (cells.Cells.Count == 0)
            return null;
        MeanDifference mean = MeanOverSplits.Of(
            cells.Means(trial => trial.Figure!.Value), TrialEvidence.TestTrainRatioOf(table), claim.Confidence);
        return Of(TableTraits.Of(table), mean, trials.Count - (cells.Cells.Count * cells.Engines));
    }

    private static TableFigure Of(TableTraits traits, MeanDifference mean, int incomplete) =>
        new(traits, mean.Difference, incomplete, mean.StandardError, mean.DegreesOfFreedom);
}
