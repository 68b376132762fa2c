using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Tables;

/// <summary>Two models of one engine on one table, over the same splits and seeds: one observation of a claim across data sets.</summary>
/// <param name="Traits">What the table is like.</param>
/// <param name="ModelMean">Mean figure of the model over the complete pairs.</param>
/// <param name="AgainstMean">Mean figure of the one it is compared with.</param>
/// <param name="Lead">The paired lead, positive when the model is better, by the test of Nadeau and Bengio.</param>
/// <param name="Incomplete">Pairs of which a trial gave no figure.</param>
public sealed record TableComparison(TableTraits Traits, double ModelMean, double AgainstMean, MeanDifference Lead, int Incomplete)
{
    /// <summary>Compares two models on every table where both have figures, in the order of the results.</summary>
    /// <param name="results">Results of one experiment; those of other engines are passed over.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="model">A model's name.</param>
    /// <param name="against">The name of the one it is compared with.</param>
    /// <param name="metric">The figure; it should mean the same on every table, as <c>score</c> does.</param>
    /// <param name="confidence">The confidence of each table's interval.</param>
    public static IReadOnlyList<TableComparison> Of(IReadOnlyList<TrialResult> results, string engine, string model, string against, MetricReference metric, double confidence = ClaimSpec.DefaultConfidence)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(metric);
        return
        [
            .. from table in results.Where(result => result.Trial.Engine == engine).GroupBy(result => result.Trial.Dataset)
               let comparison = OnTable([.. table], model, against, metric, confidence)
               where comparison is not null
               select comparison,
        ];
    }

    private static TableComparison? OnTable(List<TrialResult> results, string model, string against, MetricReference metric, double confidence)
    {
        var byModel = results.ToLookup(result => result.Trial.Model.Name);
        PairedLead? lead = PairedLead.Of(
            Observation.Of(byModel[model], metric), Observation.Of(byModel[against], metric), TrialFigures.Terms[metric.Name].HigherIsBetter, results[0].Input.TestTrainRatio, confidence);
        return lead is null ? null : new TableComparison(TableTraits.Of(results), lead.ModelMean, lead.AgainstMean, lead.Lead, lead.Incomplete);
    }
}
