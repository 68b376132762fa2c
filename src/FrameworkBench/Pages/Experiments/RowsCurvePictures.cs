using FrameworkBench.Charts;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>
/// Pictures of learning curves over rows, a panel an engine. All panels have the same axes, and a model or a pair of
/// models looks alike in each, whichever others an engine has.
/// </summary>
internal static class RowsCurvePictures
{
    // A score without a lower bound, such as R², may fall so far below the others that they would be one line.
    private const double LeastKept = 0.3;

    /// <summary>Whether there is a network and a model of trees to compare.</summary>
    internal static bool Compares(RowsCurve curve) => curve.Networks.Count > 0 && curve.Trees.Count > 0;

    /// <summary>The score of every model.</summary>
    /// <param name="curves">One an engine, of one data set and metric.</param>
    /// <param name="models">All models of the experiment, in its order.</param>
    internal static Panels OfScores(IReadOnlyList<RowsCurve> curves, IReadOnlyList<ExperimentModel> models)
    {
        string title = Phrase.Capital(MetricWords.Title(curves[0].Metric));
        var range = MetricRange.Of(curves[0].Metric);
        string[] names = [.. models.Select(model => model.Name)];
        List<Series[]> series =
        [
            .. curves.Select(
                curve =>
                    curve.Models.Select(
                        model =>
                            new Series(
                                model.Model.Title,
                                Points(curve.Sizes, size => curve.Score(model, size) is { } score ? (score.Mean, score.Interval) : null,
                                range))
            {
                Look = Array.IndexOf(names, model.Model.Name),
            }).ToArray()),
        ];
        var axis = new Axis(title)
        {
            Minimum = double.IsFinite(range.Least) ? null : Lowest(series),
            Maximum = double.IsFinite(range.Most) ? range.Most : null,
        };
        return Together($"{title} on {curves[0].Dataset} by training rows", curves, axis, series);
    }

    /// <summary>How far every network leads every model of trees.</summary>
    /// <param name="curves">One an engine, of one data set and metric.</param>
    /// <param name="models">All models of the experiment, in its order.</param>
    internal static Panels OfLeads(IReadOnlyList<RowsCurve> curves, IReadOnlyList<ExperimentModel> models)
    {
        string[] names = [.. models.Select(model => model.Name)];
        (string, string)[] pairs =
            [.. names.SelectMany(_ => names, (network, trees) => (network, trees))
                .Where(pair => curves.Any(curve => Has(curve.Networks, pair.network) && Has(curve.Trees, pair.trees)))];
        List<Series[]> series =
        [
            .. curves.Select(curve => (
                from network in curve.Networks
                from trees in curve.Trees
                let points =
                    Points(curve.Sizes, size => curve.Lead(network, trees, size) is { } lead ? (lead.Difference, lead.Interval) : null,
                        MetricRange.Open)
                select new Series($"{network.Model.Title} over {trees.Model.Title}", points)
                {
                    Look = Array.IndexOf(pairs, (network.Model.Name, trees.Model.Name)),
                }).ToArray()),
        ];
        Panels panels = Together(
            $"Lead of networks over trees on {curves[0].Dataset} by training rows", curves,
            new Axis($"Lead in {MetricWords.Title(curves[0].Metric)}"), series);
        return panels with
        {
            Subtitle = "Above zero the network is better.",
            Charts = [.. panels.Charts.Cast<LineChart>().Select(chart => chart with { Horizontals = [new ReferenceLine(0, "")] })],
        };

        static bool Has(IReadOnlyList<ModelResults> side, string name) => side.Any(model => model.Model.Name == name);
    }

    private static Panels Together(string title, IReadOnlyList<RowsCurve> curves, Axis scores, List<Series[]> series)
    {
        int columns = Math.Min(2, curves.Count), height = columns == 1 ? 320 : 220;
        double[] sizes = [.. curves.SelectMany(curve => curve.Sizes).Distinct().Order()];
        var rows = new Axis("Training rows") { Scale = AxisScale.Logarithmic, Ticks = sizes };
        Axis shared = scores.Around(series.SelectMany(one => one), height);
        return new Panels(title, [.. curves.Zip(series, (curve, lines) => new LineChart(curve.Engine, rows, shared, lines)
        {
            IntervalLabel = lines.Any(one => one.Points.Any(point => !double.IsNaN(point.Low))) ? "95 % interval of the mean" : null,
            PlotHeight = height,
        })])
        {
            Columns = columns,
        };
    }

    private static ChartPoint[] Points(IReadOnlyList<int> sizes, Func<int, (double Mean, Interval Interval)?> figure, MetricRange range) =>
    [
        .. from size in sizes
           let found = figure(size)
           where found is not null
           let ends = range.Within(found.Value.Interval)
           select new ChartPoint(size, found.Value.Mean, ends.Low, ends.High),
    ];

    // What is cut off by this is marked in the picture.
    private static double? Lowest(List<Series[]> series)
    {
        ChartPoint[] points = [.. series.SelectMany(one => one).SelectMany(one => one.Points)];
        if (points.Length == 0)
            return null;
        double[] means = [.. points.Select(point => point.Y).Order()];
        double median = Quantiles.Median(means);
        double bound = median - (3 * (means[^1] - median)) - LeastKept;
        double least = points.Min(point => double.IsNaN(point.Low) ? point.Y : Math.Min(point.Y, point.Low));
        return least < bound ? Math.Floor(bound * 10) / 10 : null;
    }
}
