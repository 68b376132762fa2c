using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Tables;

/// <summary>
/// Two models of one engine, or the mean of several, on one table, over the same splits and seeds: one observation of a claim across data
/// sets.
/// </summary>
/// <param name="Traits">What the table is like.</param>
/// <param name="ModelMean">Mean figure of the model over the complete pairs.</param>
/// <param name="AgainstMean">Mean figure of the one it is compared with.</param>
/// <param name="Lead">The paired lead, positive when the model is better, by the test of Nadeau and Bengio.</param>
/// <param name="Incomplete">Pairs of which a trial gave no figure.</param>
public sealed record TableComparison(TableTraits Traits, double ModelMean, double AgainstMean, MeanDifference Lead, int Incomplete)
{
    /// <summary>
    /// How far the best model's mean score lies above the constant model's on the table; null where that is below 0.02, where it is
    /// unknown, and for a figure other than <c>score</c>.
    /// </summary>
    public double? Way { get; init; }

    /// <summary>The lead as a share of the way; null where there is none.</summary>
    public MeanDifference? Share => Way is double way ? Lead.In(way) : null;

    /// <summary>Compares two models on every table where both have figures, in the order of the results.</summary>
    /// <param name="trials">Trials of one experiment, by one engine or by several whose mean is taken.</param>
    /// <param name="model">A model's name.</param>
    /// <param name="against">The name of the one it is compared with.</param>
    /// <param name="metric">The figure; it should mean the same on every table, as <c>score</c> does.</param>
    /// <param name="confidence">The confidence of each table's interval.</param>
    public static IReadOnlyList<TableComparison> Of(
        IReadOnlyList<TrialEvidence> trials, string model, string against, MetricReference metric,
        double confidence = ClaimSpec.DefaultConfidence)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(metric);
        return
        [
            .. from table in trials.GroupBy(trial => trial.Table.Dataset)
               let comparison = OnTable([.. table], model, against, metric, confidence)
               where comparison is not null
               select comparison,
        ];
    }

    private static TableComparison? OnTable(
        List<TrialEvidence> trials, string model, string against, MetricReference metric, double confidence)
    {
        var byModel = trials.ToLookup(trial => trial.Model.Name);
        var lead = PairedLead.Of(
            Observation.Of(byModel[model], metric), Observation.Of(byModel[against], metric),
            TrialFigures.Terms[metric.Name].HigherIsBetter, TrialEvidence.TestTrainRatioOf(trials), confidence);
        return lead is null
            ? null
            : new TableComparison(TableTraits.Of(trials), lead.ModelMean, lead.AgainstMean, lead.Lead, lead.Incomplete)
            {
                Way = metric == ScoreWay.Score ? ScoreWay.Of(trials) : null,
            };
    }
}
