using FrameworkBench.Charts;
using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments.Scores;

/// <summary>
/// Scores of many data sets: a row a model and engine, a column a data set, coloured by how far behind the best of its column.
/// </summary>
internal static class DatasetHeatMap
{
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
        string title = $"{shown[0].MetricTitle} by model and data set";
        bool asks = shown[0].Question.Length > 0;
        var map = new HeatMap(
            asks ? shown[0].Question : title,
            [.. rows.Select(row => shown[0].Engines.Count > 1 ? $"{row.Model.Title}, {row.Engine}" : row.Model.Title)],
            [.. shown.Select(scores => DatasetTitle.Of(scores.Dataset))],
            means)
        {
            Subtitle = $"{(asks ? title : experiment.Title)}. Mean over the trials; one row per model"
                + $"{(shown[0].Engines.Count > 1 ? " and engine" : "")}.",
            Reasons = [.. rows.Select(row => shown.Select(scores => (string?)scores.WhyNone(row.Model, row.Engine)).ToArray())],
        };
        return LagShades.Of(behind.SelectMany(row => row), relative).Shade(map, behind, "the data set’s best");
    }
}
