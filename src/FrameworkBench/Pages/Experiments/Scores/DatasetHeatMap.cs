using FrameworkBench.Charts;
using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments.Scores;

/// <summary>
/// Scores of many data sets: a row a model and engine, a column a data set, coloured by how far behind the best of its column.
/// </summary>
internal static class DatasetHeatMap
{
    // Most shades differ; the few models that are far behind share one.
    private const double ToldApart = 0.75;

    /// <summary>Draws data sets that have one metric.</summary>
    internal static HeatMap Of(Experiment experiment, IReadOnlyList<ShownScores> shown)
    {
        MetricReference metric = shown[0].Metric;
        var terms = TrialFigures.Terms[metric.Name];
        var rows = (
            from model in experiment.Models
            from engine in shown[0].Engines
            where shown.Any(scores => scores.Summary(model, engine) is not null)
            select (Model: model, Engine: engine)).ToArray();
        double[][] means =
            [.. rows.Select(row => shown.Select(scores => scores.Summary(row.Model, row.Engine)?.Mean ?? double.NaN).ToArray())];
        double[] best =
            [.. shown.Select(
                (_, column) => means.Select(row => row[column]).Where(double.IsFinite)
                .Aggregate((a, b) => terms.HigherIsBetter ? Math.Max(a, b) : Math.Min(a, b)))];

        // Errors in the targets' own units differ from data set to data set.
        bool relative = MetricRegistry.Find(metric.Name) is { InTargetUnit: true };
        double[][] behind =
            [.. means.Select(
                row => row.Select((mean, column) => Math.Abs(best[column] - mean) / (relative ? Math.Abs(best[column]) : 1)).ToArray())];
        double most = Most([.. behind.SelectMany(row => row).Where(lag => double.IsFinite(lag) && lag > 1e-9)]);
        string title = shown[0].MetricTitle;
        return new HeatMap(
            $"{title} by model and data set",
            [.. rows.Select(row => shown[0].Engines.Count > 1 ? $"{row.Model.Title}, {row.Engine}" : row.Model.Title)],
            [.. shown.Select(scores => DatasetTitle.Of(scores.Dataset))],
            means)
        {
            Subtitle = $"{shown[0].Subtitle} Mean over the trials; one row per model{(shown[0].Engines.Count > 1 ? " and engine" : "")}.",
            Shades = [.. behind.Select(row => row.Select(lag => -lag).ToArray())],
            Scale = new Axis(title) { Minimum = -most, Maximum = 0 },
            ShadeLabel = $"{(relative ? Figures.Percent(most) : Figures.Number(most))} or more behind the data set’s best … the best",
            Reasons = [.. rows.Select(row => shown.Select(scores => (string?)scores.WhyNone(row.Model, row.Engine)).ToArray())],
        };
    }

    private static double Most(double[] lags)
    {
        if (lags.Length == 0)
            return 0.01;
        double quantile = Quantiles.Of(lags, ToldApart);
        double step = Math.Pow(10, Math.Floor(Math.Log10(quantile)));
        return Math.Ceiling((quantile / step) - 1e-9) * step;
    }
}
