using System.Globalization;
using System.Text.RegularExpressions;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Charts;
using FrameworkBench.Scoring;

namespace FrameworkBench.Reporting.Pages.Scores;

/// <summary>
/// Scores of many models. Where their titles are a grid, filled or nearly so, such as "tanh × 1" to "ReLU × 8, rate 0.1", each
/// engine gets a panel: lines over the numbers in the titles when they have little else, else a heat map. Other models are a heat map of
/// models and engines.
/// </summary>
internal static partial class ModelGrid
{
    private const int MostLines = 4;
    private const double LogarithmicFrom = 50;
    private const double LeastFilled = 0.6;

    /// <summary>How each of an experiment's data sets is drawn.</summary>
    internal static Func<ShownScores, Chart> Of(IReadOnlyList<ShownScores> shown)
    {
        (string Head, string Number)[][] cells = [.. shown.Select(scores => scores.Models.Select(model => Parts(model.Title)).ToArray())];
        if (!Array.TrueForAll(cells, IsGrid))
            return Plain;
        return cells.Max(models => models.DistinctBy(model => model.Head).Count()) <= MostLines ? Lines : Grid;
    }

    [GeneratedRegex(@"^(?<head>.*?\S)( (?<number>× \d+)(?<tail>, .*)?| (?<number>\d+(\.\d+)?))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HasNumber();

    private static (string Head, string Number) Parts(string title) => HasNumber().Match(title) is { Success: true } match
        ? (match.Groups["head"].Value + match.Groups["tail"].Value, match.Groups["number"].Value)
        : (title, "");

    private static bool IsGrid((string Head, string Number)[] models) =>
        !Array.Exists(models, model => model.Number.Length == 0)
        && models.Distinct().Count() == models.Length
        && models.DistinctBy(model => model.Number).Count() > 1
        && models.Length >= LeastFilled * models.DistinctBy(model => model.Head).Count() * models.DistinctBy(model => model.Number).Count();

    private static HeatMap Plain(ShownScores scores) => Cells(
        scores.Title, [.. scores.Models.Select(model => model.Title)], scores.Engines, scores, (row, column) => (scores.Models[row], scores.Engines[column])) with
    {
        Subtitle = $"{scores.Subtitle} Mean over the trials.",
    };

    private static Panels Grid(ShownScores scores)
    {
        var models = scores.Models.ToDictionary(model => Parts(model.Title));
        string[] heads = [.. models.Keys.Select(key => key.Head).Distinct()], numbers = [.. models.Keys.Select(key => key.Number).Distinct()];
        string? setting = SettingOf(models)?.ToLowerInvariant();
        return new Panels(scores.Title,
        [
            .. scores.Engines.Select(engine => Cells(engine, heads, numbers, scores, (row, column) => (models.GetValueOrDefault((heads[row], numbers[column])), engine)) with { ColumnsLabel = setting }),
        ])
        {
            Subtitle = $"{scores.Subtitle} Mean over the trials.",
        };
    }

    private static HeatMap Cells(string title, IReadOnlyList<string> rows, IReadOnlyList<string> columns, ShownScores scores, Func<int, int, (ExperimentModel? Model, string Engine)> at)
    {
        // All panels have the same colours.
        double[] means = [.. scores.Results.Select(model => model.Summarise(scores.Metric)?.Mean ?? double.NaN).Where(double.IsFinite)];
        return new HeatMap(title, rows, columns, Filled((model, engine) => scores.Summary(model, engine)?.Mean ?? double.NaN, double.NaN))
        {
            Scale = new Axis(scores.MetricTitle) { Minimum = means.Min(), Maximum = means.Max() > means.Min() ? means.Max() : null },
            Reasons = Filled((model, engine) => (string?)scores.WhyNone(model, engine), null),
        };

        IReadOnlyList<IReadOnlyList<T>> Filled<T>(Func<ExperimentModel, string, T> cell, T empty) =>
            [.. rows.Select((_, row) => (IReadOnlyList<T>)[.. columns.Select((_, column) => at(row, column) is { Model: { } model } found ? cell(model, found.Engine) : empty)])];
    }

    private static Panels Lines(ShownScores scores)
    {
        var range = MetricRange.Of(scores.Metric);
        var models = scores.Models.ToDictionary(model => Parts(model.Title));
        string[] heads = [.. models.Keys.Select(key => key.Head).Distinct()];
        double[] settings = [.. models.Keys.Select(key => Number(key.Number)).Distinct().Order()];
        var places = new Axis(SettingOf(models) ?? "Setting") { Scale = settings[0] > 0 && settings[^1] >= LogarithmicFrom * settings[0] ? AxisScale.Logarithmic : AxisScale.Linear, Ticks = settings };
        int columns = Math.Min(2, scores.Engines.Count), height = columns == 1 ? 260 : 200;
        List<Series[]> series = [.. scores.Engines.Select(engine => heads.Select((head, look) => new Series(head, [.. Points(head, engine)]) { Look = look }).ToArray())];
        Axis axis = new Axis(scores.MetricTitle) { Minimum = double.IsFinite(range.Least) && double.IsFinite(range.Most) ? range.Least : null, Maximum = double.IsFinite(range.Most) ? range.Most : null }.Around(series.SelectMany(lines => lines), height);
        return new Panels(scores.Title, [.. scores.Engines.Zip(series, (engine, lines) => new LineChart(engine, places, axis, lines) { PlotHeight = height, IntervalLabel = "95 % interval of the mean" })])
        {
            Subtitle = $"{scores.Subtitle} Points are missing where no trial has a score.",
            Columns = columns,
        };

        IEnumerable<ChartPoint> Points(string head, string engine) =>
            from key in models.Keys
            where key.Head == head
            let x = Number(key.Number)
            orderby x
            let summary = scores.Summary(models[key], engine)
            let ends = summary is null ? (double.NaN, double.NaN) : range.Within(summary.Interval)
            select new ChartPoint(x, summary?.Mean ?? double.NaN, ends.Item1, ends.Item2);
    }

    /// <summary>What the numbers are, where they are a setting of the networks; else null.</summary>
    private static string? SettingOf(Dictionary<(string Head, string Number), ExperimentModel> models)
    {
        return Are(network => network.Train.LearningRate) ? "Learning rate"
            : Are(network => network.Train.BatchSize) ? "Batch size"
            : Are(network => network.Layers.OfType<DenseLayer>().Count() - 1) ? "Hidden layers"
            : null;

        bool Are(Func<NetworkSpec, double?> setting) => models.All(model => model.Value.Spec is NetworkSpec network && setting(network) is double value && Math.Abs(value - Number(model.Key.Number)) < 1e-12);
    }

    private static double Number(string text) => double.Parse(text.TrimStart('×', ' '), CultureInfo.InvariantCulture);
}
