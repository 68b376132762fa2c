using FrameworkBench.Charts;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;

namespace FrameworkBench.Pages.Experiments.Scores;

/// <summary>
/// Pictures of the scores: bars of few models, boxes where figures span powers of ten, a heat map of many models or of
/// many data sets, lines where models vary along an axis of numbers. All data sets of an experiment get the same kind.
/// </summary>
internal static class ScorePictures
{
    private const int MostPictures = 3;
    private const int MostBars = 12;
    private const double LeastSpan = 1e4;

    /// <summary>The pictures with a word for their file names.</summary>
    internal static IEnumerable<(string Subject, Chart Chart)> Of(ExperimentResults results)
    {
        ShownScores[] shown = [.. ShownScores.Of(results).Where(scores => scores.Models.Count > 1)];
        if (shown.Length == 0)
            return [];
        if (results.Experiment.Datasets.Count > MostPictures)
            return SweepPictures.Of(results, shown) ?? HeatMaps(results, shown);
        Func<ShownScores, Chart> draw = Array.Exists(shown, SpansDecades) ? Boxes
            : ModelGrid.Of(shown, many: Array.Exists(shown, scores => scores.Models.Count > MostBars)) ?? Bars(shown);
        return shown.Select(scores => (scores.Several ? $"scores-{scores.Dataset}" : "scores", draw(scores)));
    }

    private static IEnumerable<(string Subject, Chart Chart)> HeatMaps(ExperimentResults results, ShownScores[] shown) =>
        shown.GroupBy(scores => scores.Metric).Select((alike, i) => (
            Subject: i == 0 ? "scores" : $"scores-{alike.Key}",
            Chart: (Chart)DatasetHeatMap.Of(results.Experiment, [.. alike])));

    // Of figures that span powers of ten a mean shows the largest alone.
    private static bool SpansDecades(ShownScores scores)
    {
        double[] figures = [.. scores.Results.SelectMany(model => FiguresOf(model, scores.Metric))];
        return figures.Length > 0 && figures.Min() > 0 && figures.Max() >= LeastSpan * figures.Min();
    }

    private static IEnumerable<double> FiguresOf(ModelResults model, MetricReference metric) =>
        model.Trials.Select(trial => trial.Figure(metric)).OfType<double>().Where(double.IsFinite);

    private static BoxChart Boxes(ShownScores scores)
    {
        bool several = scores.Engines.Count > 1;
        return new BoxChart(
            scores.Title,
            new Axis(scores.MetricTitle) { Scale = AxisScale.Logarithmic },
            [.. scores.Results.Select(
                model =>
                    new BoxRow(several ? $"{model.Model.Title}, {model.Engine}" : model.Model.Title, [.. FiguresOf(model, scores.Metric)])
            {
                Look = EngineLooks.Of(model.Engine),
            })])
        {
            Subtitle = $"{scores.Subtitle} A box holds the middle half of the trials.",
        };
    }

    /// <summary>Bars, or points on axes that start above zero where all data sets have values that such an axis suits.</summary>
    private static Func<ShownScores, Chart> Bars(ShownScores[] shown)
    {
        bool suits = Array.TrueForAll(shown, scores => Start(SeriesOf(scores)) is not null);
        return Draw;

        Chart Draw(ShownScores scores)
        {
            BarSeries[] series = SeriesOf(scores);
            return new BarChart(scores.Title, new Axis(scores.MetricTitle)
            {
                Minimum = suits ? Start(series) : null,
            }, [.. scores.Models.Select(model => model.Title)], series)
            {
                Subtitle = scores.Subtitle,
                IntervalLabel = "95 % interval of the mean",
            };
        }
    }

    private static BarSeries[] SeriesOf(ShownScores scores) =>
    [
        .. scores.Engines.Select(engine => new BarSeries(engine, [.. scores.Models.Select(model => Bar(scores, model, engine))])
        {
            Look = EngineLooks.Of(engine),
        }),
    ];

    private static BarValue Bar(ShownScores scores, ExperimentModel model, string engine) => scores.Summary(model, engine) is { } summary
        && MetricRange.Of(scores.Metric).Within(summary.Interval) is var (low, high)
        ? new BarValue(summary.Mean, low, high)
        : new BarValue(double.NaN) { Reason = scores.WhyNone(model, engine) };

    /// <summary>
    /// Where the axis starts when all values lie close together far from zero, so that their differences are seen; else null.
    /// </summary>
    private static double? Start(BarSeries[] series)
    {
        double[] ends =
            [.. series.SelectMany(one => one.Values).SelectMany(value => new[] { value.Value, value.Low, value.High })
                .Where(double.IsFinite)];
        double low = ends.Min(), high = ends.Max();
        if (low <= high / 2 || high - low <= 1e-9 * Math.Abs(high))
            return null;
        double step = Math.Pow(10, Math.Floor(Math.Log10(high - low)));
        return Math.Max(0, (Math.Floor(low / step) - 1) * step);
    }
}
