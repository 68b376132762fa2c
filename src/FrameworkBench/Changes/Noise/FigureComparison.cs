using FrameworkBench.Changes.Stored;
using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Verification;

namespace FrameworkBench.Changes.Noise;

/// <summary>Compares the test scores of an experiment, and how many of its trials diverge, model by model.</summary>
internal static class FigureComparison
{
    private static readonly MetricReference Diverged = new("diverged");

    // An RMSE says the same.
    private static readonly string[] Scores = [.. MetricRegistry.All.Select(metric => metric.Name).Except(["mse"])];

    /// <summary>Every figure that both results have.</summary>
    internal static IEnumerable<ComparedFigure> Of(StoredExperiment before, StoredExperiment after)
    {
        ILookup<ModelPlace, TrialRow> earlier = before.Table.Rows.ToLookup(StoredExperiment.PlaceOf);
        return from rows in after.Table.Rows.GroupBy(StoredExperiment.PlaceOf)
               where earlier.Contains(rows.Key)
               from figure in Of(rows.Key, Fitted(before, earlier[rows.Key]), Fitted(after, rows))
               select figure;
    }

    private static IEnumerable<ComparedFigure> Of(ModelPlace place, FittedTrials before, FittedTrials after)
    {
        foreach (string score in Scores)
        {
            if (before.Series(score) is { } old && after.Series(score) is { } @new && FigureContrast.Of(old, @new) is { } contrast)
                yield return new ComparedFigure(place, new MetricReference(score), contrast);
        }

        if (before.Rows.Concat(after.Rows).Any(row => row.Status == TrialStatus.Diverged) && before.Diverged is { } fewer
            && after.Diverged is { } more && FigureContrast.Of(fewer, more) is { } share)
            yield return new ComparedFigure(place, Diverged, share);
    }

    private static FittedTrials Fitted(StoredExperiment experiment, IEnumerable<TrialRow> rows) => new(
        $"{experiment.Run.Draws.RandomState}",
        [.. rows.Where(row => row.Status is TrialStatus.Done or TrialStatus.Diverged)]);
}
