using FrameworkBench.Charts;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Scoring;

namespace FrameworkBench.Pages.Experiments.Scores;

/// <summary>
/// Scores of models that vary along declared axes: lines over an axis of numbers where the other axes leave few of them, else a heat map
/// with a panel an engine. Many other models are a heat map of models and engines.
/// </summary>
internal static class ModelGrid
{
    private const int MostLines = 4;

    /// <summary>How each of an experiment's data sets is drawn; null where its models are few and their axes ask for no lines.</summary>
    /// <param name="shown">The scores of each data set.</param>
    /// <param name="many">Whether there are too many models for bars.</param>
    internal static Func<ShownScores, Chart>? Of(IReadOnlyList<ShownScores> shown, bool many)
    {
        ModelLayout?[] layouts = [.. shown.Select(scores => ModelLayout.Of(scores.Models))];
        if (Array.TrueForAll(layouts, layout => layout is { IsNumeric: true, Heads.Count: <= MostLines }))
            return AlongNumbers;
        if (!many)
            return null;
        return Array.TrueForAll(layouts, layout => layout is { IsGrid: true }) ? InBoth : Plain;

        static Chart AlongNumbers(ShownScores scores)
        {
            ModelLayout layout = ModelLayout.Of(scores.Models)!;
            return layout.Heads.Count > 1 ? Lines(scores, layout) : Together(scores, layout);
        }

        static Chart InBoth(ShownScores scores) => Grid(scores, ModelLayout.Of(scores.Models)!);
    }

    private static HeatMap Plain(ShownScores scores) => Cells(
        scores.Title,
        [.. scores.Models.Select(model => model.Title)],
        scores.Engines,
        scores,
        (row, column) => (scores.Models[row], scores.Engines[column])) with
    {
        Subtitle = $"{scores.Subtitle} Mean over the trials.",
    };

    private static Panels Grid(ShownScores scores, ModelLayout layout) => new(
        scores.Title,
        [
            .. scores.Engines.Select(engine => Cells(
                engine,
                layout.Heads,
                [.. layout.Columns.Select(column => column.Title)],
                scores,
                (row, column) => (layout.Cells.GetValueOrDefault((layout.Heads[row], layout.Columns[column].Label)), engine)) with
            {
                ColumnsLabel = layout.Columns[0].AxisTitle,
            }),
        ])
    {
        Subtitle = $"{scores.Subtitle} Mean over the trials.",
    };

    private static HeatMap Cells(
        string title,
        IReadOnlyList<string> rows,
        IReadOnlyList<string> columns,
        ShownScores scores,
        Func<int, int, (ExperimentModel? Model, string Engine)> at)
    {
        // All panels have the same colours.
        double[] means = [.. scores.Results.Select(model => model.Summarize(scores.Metric)?.Mean ?? double.NaN).Where(double.IsFinite)];
        double best = TrialFigures.Terms[scores.Metric.Name].HigherIsBetter ? means.Max() : means.Min();
        var values = Filled((model, engine) => scores.Summary(model, engine)?.Mean ?? double.NaN, double.NaN);
        var map = new HeatMap(title, rows, columns, values)
        {
            Scale = new Axis(scores.MetricTitle),
            Reasons = Filled((model, engine) => (string?)scores.WhyNone(model, engine), null),
        };
        return LagShades.Of(means.Select(Lag), isRelative: false)
            .Shade(map, [.. values.Select(row => row.Select(Lag).ToArray())], "the best");

        double Lag(double mean) => Math.Abs(best - mean);

        IReadOnlyList<IReadOnlyList<T>> Filled<T>(Func<ExperimentModel, string, T> cell, T empty) =>
            [.. rows.Select((_, row) => (IReadOnlyList<T>)[.. columns.Select((_, column) => Cell(row, column, cell, empty))])];

        T Cell<T>(int row, int column, Func<ExperimentModel, string, T> cell, T empty) =>
            at(row, column) is { Model: { } model, Engine: var engine } ? cell(model, engine) : empty;
    }

    /// <summary>One chart with a line an engine.</summary>
    private static LineChart Together(ShownScores scores, ModelLayout layout)
    {
        const int Height = 260;
        Series[] lines =
        [
            .. from engine in scores.Engines
               select new Series(engine, Points(scores, layout, layout.Heads[0], engine)) { Look = EngineLooks.Of(engine) },
        ];
        return ChartOf(scores.Title, layout, AxisOf(scores).Around(lines, Height), lines, Height) with { Subtitle = SubtitleOf(scores) };
    }

    /// <summary>A panel an engine with a line a head.</summary>
    private static Panels Lines(ShownScores scores, ModelLayout layout)
    {
        int columns = Math.Min(2, scores.Engines.Count), height = columns == 1 ? 260 : 200;
        Series[][] series = [.. scores.Engines.Select(engine => layout.Heads.Select((head, look) => Line(head, look, engine)).ToArray())];
        Axis axis = AxisOf(scores).Around(series.SelectMany(lines => lines), height);
        LineChart[] charts = [.. scores.Engines.Zip(series, (engine, lines) => ChartOf(engine, layout, axis, lines, height))];
        return new Panels(scores.Title, charts) { Subtitle = SubtitleOf(scores), Columns = columns };

        Series Line(string head, int look, string engine) => new(head, Points(scores, layout, head, engine)) { Look = look };
    }

    private static LineChart ChartOf(string title, ModelLayout layout, Axis axis, Series[] lines, int height) =>
        new(title, layout.Places, axis, lines) { PlotHeight = height, IntervalLabel = "95 % interval of the mean" };

    private static string SubtitleOf(ShownScores scores) => $"{scores.Subtitle} Points are missing where no trial has a score.";

    private static Axis AxisOf(ShownScores scores)
    {
        var range = MetricRange.Of(scores.Metric);
        return new Axis(scores.MetricTitle)
        {
            Minimum = double.IsFinite(range.Least) && double.IsFinite(range.Most) ? range.Least : null,
            Maximum = double.IsFinite(range.Most) ? range.Most : null,
        };
    }

    private static ChartPoint[] Points(ShownScores scores, ModelLayout layout, string head, string engine)
    {
        var range = MetricRange.Of(scores.Metric);
        return
        [
            .. from place in layout.Line(head)
               let summary = scores.Summary(place.Model, engine)
               let ends = summary is null ? (double.NaN, double.NaN) : range.Within(summary.Interval)
               select new ChartPoint(place.Number, summary?.Mean ?? double.NaN, ends.Item1, ends.Item2),
        ];
    }
}
