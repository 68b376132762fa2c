using FrameworkBench.Reporting.Charts;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Reporting.Pages;

/// <summary>Pictures of learning curves over rows, a panel an engine.</summary>
internal static class RowsCurvePictures
{
    private static readonly Axis Rows = new("Training rows") { Scale = AxisScale.Logarithmic };

    /// <summary>Whether there is a network and a model of trees to compare.</summary>
    internal static bool Compares(RowsCurve curve) => curve.Networks.Count > 0 && curve.Trees.Count > 0;

    /// <summary>The score of every model.</summary>
    /// <param name="curves">One an engine, of one data set and metric.</param>
    internal static Panels OfScores(IReadOnlyList<RowsCurve> curves) =>
        Together($"{Title(curves[0])} on {curves[0].Dataset} by training rows", [.. curves.Select(Scores)]);

    /// <summary>How far every network leads every model of trees.</summary>
    /// <param name="curves">One an engine, of one data set and metric.</param>
    internal static Panels OfLeads(IReadOnlyList<RowsCurve> curves) =>
        Together($"How far networks lead trees on {curves[0].Dataset} by training rows", [.. curves.Select(Leads)]) with { Subtitle = "Above zero the network is better." };

    private static Panels Together(string title, LineChart[] charts)
    {
        int columns = Math.Min(2, charts.Length);
        return new Panels(title, [.. charts.Select(chart => chart with { PlotHeight = columns == 1 ? 320 : 220 })]) { Columns = columns };
    }

    private static LineChart Scores(RowsCurve curve)
    {
        Series[] series =
        [
            .. curve.Models.Select((model, i) => new Series(model.Model.Title, [.. curve.Sizes.Select(size => Point(size, curve.Score(model, size) is { } score ? (score.Mean, score.Interval) : null)).OfType<ChartPoint>()]) { Look = i }),
        ];
        bool share = MetricRegistry.Find(curve.Metric.Name) is { HigherIsBetter: true };
        return Chart(curve, new Axis(Title(curve)) { Minimum = share ? Lowest(series) : null, Maximum = share ? 1 : null }, series);
    }

    private static LineChart Leads(RowsCurve curve)
    {
        Series[] series =
        [
            .. from network in curve.Networks
               from trees in curve.Trees
               let points = curve.Sizes.Select(size => Point(size, curve.Lead(network, trees, size) is { } lead ? (lead.Difference, lead.Interval) : null)).OfType<ChartPoint>()
               select new Series($"{network.Model.Title} over {trees.Model.Title}", [.. points]),
        ];
        return Chart(curve, new Axis($"Lead in {MetricWords.Title(curve.Metric)}"), series) with { Horizontals = [new ReferenceLine(0, "")] };
    }

    private static LineChart Chart(RowsCurve curve, Axis scores, Series[] series) => new($"by {curve.Engine}", Rows, scores, series)
    {
        IntervalLabel = series.Any(one => one.Points.Any(point => !double.IsNaN(point.Low))) ? "95 % interval of the mean" : null,
    };

    private static ChartPoint? Point(int size, (double Mean, Interval Interval)? figure) => figure is not var (mean, interval) ? null
        : interval.IsBounded ? new ChartPoint(size, mean, interval.Low, interval.High)
        : new ChartPoint(size, mean);

    private static string Title(RowsCurve curve) => Counting.Capital(MetricWords.Title(curve.Metric));

    // One model that fails on few rows must not press all others together.
    private static double? Lowest(Series[] series)
    {
        double[] means = [.. series.SelectMany(one => one.Points).Select(point => point.Y).Order()];
        if (means.Length == 0)
            return null;
        double median = Quantiles.Median(means);
        double least = Math.Max(means[0], median - (2 * (means[^1] - median)) - 0.1);
        return Math.Max(0, Math.Floor((least - 0.02) * 20) / 20);
    }
}
