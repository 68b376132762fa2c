using FrameworkBench.Scoring;
using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Results.Summaries;

/// <summary>How much the trials of a model by one engine rely on each input column.</summary>
/// <param name="Model">The model's results.</param>
/// <param name="Columns">The input columns' names, in the table's order.</param>
/// <param name="Falls">By how much the score falls when each is permuted, over the trials.</param>
/// <param name="Shares">What the model says itself of each; null when it says nothing.</param>
internal sealed record ImportanceSummary(
    ModelResults Model, IReadOnlyList<string> Columns, IReadOnlyList<MetricSummary> Falls, IReadOnlyList<MetricSummary>? Shares)
{
    /// <summary>Sums up a model's trials; null when none has an importance.</summary>
    internal static ImportanceSummary? Of(ModelResults model)
    {
        TrialResult[] weighed = [.. model.Trials.Where(trial => trial.Importance is not null)];
        if (weighed.Length == 0)
            return null;
        string[] columns = [.. weighed[0].Importance!.Select(column => column.Column)];
        return new ImportanceSummary(
            model,
            columns,
            [.. columns.Select((_, number) => MetricSummary.Of(weighed, trial => trial.Importance![number].Mean)!)],
            weighed.All(trial => trial.OwnImportance is not null)
                ? [.. columns.Select((_, number) => MetricSummary.Of(weighed, trial => trial.OwnImportance![number])!)] : null);
    }

    /// <summary>The places of the columns on which it relies most, the first of them first; none whose mean is not above 0.</summary>
    internal IEnumerable<int> Most(int count) =>
        Enumerable.Range(0, Columns.Count).Where(column => Falls[column].Mean > 0).OrderByDescending(column => Falls[column].Mean)
            .Take(count);

    /// <summary>
    /// Spearman's ρ of the columns' importances between two trials, the mean over all pairs of trials; null without a pair that has one.
    /// </summary>
    internal double? Agreement()
    {
        double[][] trials =
            [.. Model.Trials.Where(trial => trial.Importance is not null)
                .Select(trial => trial.Importance!.Select(column => column.Mean).ToArray())];
        if (Columns.Count < 2)
            return null;
        var pairs = new List<double>();
        for (int first = 0; first < trials.Length; first++)
        {
            for (int second = first + 1; second < trials.Length; second++)
                pairs.Add(RankCorrelation.Spearman(trials[first], trials[second]));
        }

        return pairs.Where(double.IsFinite).Select(rho => (double?)rho).DefaultIfEmpty().Average();
    }
}
