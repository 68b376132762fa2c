using FrameworkBench.Claims.Kinds;
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
        List<Observation> own = Observation.Of(byModel[model], metric), other = Observation.Of(byModel[against], metric);
        if (own.Count == 0 || other.Count == 0)
            return null;
        var claim = new ClaimSpec { Id = "", Says = "", Kind = "", Model = model, Against = against, Metric = metric };
        if (PairedTrials.Compare(new ClaimEvidence(claim, own, other, TrialFigures.Terms[metric.Name].HigherIsBetter, results[0].Input.TestTrainRatio), confidence) is not var (lead, incomplete))
            return null;

        var complete = own.Join(other, trial => (trial.Split, trial.Seed), trial => (trial.Split, trial.Seed), (first, second) => (First: first.Figure, Second: second.Figure))
            .Where(pair => pair.First is not null && pair.Second is not null)
            .ToList();
        return new TableComparison(TableTraits.Of(results), complete.Average(pair => pair.First!.Value), complete.Average(pair => pair.Second!.Value), lead, incomplete);
    }
}
