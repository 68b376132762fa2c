using FrameworkBench.Charts;
using FrameworkBench.Datasets;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Pages.Experiments.Scores;

/// <summary>
/// Models that vary along one axis of numbers, on many data sets: the score against the number, and functions of one input as the models
/// fit them.
/// </summary>
internal static class SweepPictures
{
    private const int MostFitted = 3;
    private const double LogarithmicFrom = 20;
    private const int OtherLook = 5;

    /// <summary>The pictures; null when the models do not vary so.</summary>
    internal static IEnumerable<(string Subject, Chart Chart)>? Of(ExperimentResults results, IReadOnlyList<ShownScores> shown)
    {
        ExperimentModel[] models = [.. shown.SelectMany(scores => scores.Models).DistinctBy(model => model.Name)];
        if (shown.Any(scores => scores.Metric != shown[0].Metric) || ModelLayout.Of(models) is not { IsNumeric: true } layout)
            return null;

        // The models that make up lines; those beside them are single points.
        if (layout.Heads.Where(head => layout.Line(head).Skip(1).Any()).ToArray() is not [var swept])
            return null;
        IEnumerable<(string Subject, Chart Chart)> pictures = [("scores", Against(shown, layout, swept))];
        ExperimentModel[] line = [.. layout.Line(swept).Select(place => place.Model)];
        return Fitted(results, line) is { } fitted ? pictures.Append(("fitted", fitted)) : pictures;
    }

    private static Panels Against(IReadOnlyList<ShownScores> shown, ModelLayout layout, string swept)
    {
        var range = MetricRange.Of(shown[0].Metric);
        (double Number, ExperimentModel Model)[] line = [.. layout.Line(swept)];
        (double Number, ExperimentModel Model)[] others = [.. layout.Heads.Where(head => head != swept).SelectMany(layout.Line)];
        List<Series[]> lines =
        [
            .. shown.Select(scores => (Series[])
            [
                .. scores.Engines.Select(engine => Line(scores, engine)),
                .. others.Select((place, i) => Single(scores, place) with { Look = OtherLook + i }),
            ]),
        ];
        double[] means = [.. lines.SelectMany(one => one).SelectMany(series => series.Points).Select(point => point.Y)];
        bool logarithmic = means.Min() > 0 && means.Max() >= LogarithmicFrom * means.Min();
        const int Height = 170;
        Axis axis = new Axis(shown[0].MetricTitle)
        {
            Scale = logarithmic ? AxisScale.Logarithmic : AxisScale.Linear,
            Minimum = logarithmic ? means.Min() / 1.5 : null,
        }.Around(lines.SelectMany(one => one), Height);
        Axis across = layout.Places with { Ticks = [.. line.Select(place => place.Number)] };
        return new Panels(
            $"{shown[0].MetricTitle} by {layout.Columns[0].AxisTitle}",
            [
                .. shown.Zip(lines, (scores, series) => new LineChart(scores.Dataset, across, axis, series)
                {
                    PlotHeight = Height,
                    IntervalLabel = Array.Exists(series, HasInterval) ? "95 % interval of the mean" : null,
                }),
            ])
        {
            Columns = Math.Min(3, shown.Count),
            Subtitle = $"{shown[0].Subtitle} Points are means over the trials.",
        };

        Series Line(ShownScores scores, string engine) => new(
            swept.Length == 0 ? engine : $"{swept}, {engine}",
            [.. line.Select(place => Point(scores, place, engine)).OfType<ChartPoint>()])
        {
            Look = EngineLooks.Of(engine),
        };

        Series Single(ShownScores scores, (double Number, ExperimentModel Model) place)
        {
            ChartPoint[] points = [.. scores.Engines.Select(engine => Point(scores, place, engine)).OfType<ChartPoint>()];
            return new Series(place.Model.Title, [.. points.Select(point => new ChartPoint(point.X, point.Y))])
            {
                Style = SeriesStyle.Points,
            };
        }

        ChartPoint? Point(ShownScores scores, (double Number, ExperimentModel Model) place, string engine) =>
            scores.Summary(place.Model, engine) is { } summary && range.Within(summary.Interval) is var (low, high)
                ? new ChartPoint(place.Number, summary.Mean, low, high)
                : null;
    }

    /// <summary>
    /// The target and some models' predictions of the test rows against the only input; null when no table has one input and a number as
    /// target.
    /// </summary>
    private static Panels? Fitted(ExperimentResults results, ExperimentModel[] swept)
    {
        ExperimentModel[] drawn = [.. EvenSpacing.Of(swept.Length, MostFitted).Select(i => swept[i])];
        var tables = (
            from dataset in results.Experiment.Datasets
            where results.InputOf(dataset) is { Dataset: { Columns.Count: 1, IsClassification: false } table }
                && table.Columns[0].Kind == ColumnKind.Numeric
            let trials = drawn.Select(model => FirstOf(results, dataset, model)).OfType<TrialResult>().ToArray()
            where trials.Length == drawn.Length
            select (Name: dataset, Trials: trials)).ToArray();
        string fitting = Array.TrueForAll(drawn, HasOneHiddenLayer) ? "networks of one hidden layer" : "the models";
        return tables.Length == 0 ? null : new Panels(
            $"Functions of one variable, as {fitting} fit them",
            [.. tables.Select(table => Fitted(table.Name, drawn, table.Trials))])
        {
            Columns = Math.Min(3, tables.Length),
            Subtitle = $"Test predictions of the first trial of each model on {tables[0].Trials[0].Trial.Engine}.",
        };
    }

    private static TrialResult? FirstOf(ExperimentResults results, string dataset, ExperimentModel model) =>
        results.Models.Where(found => found.Dataset == dataset && found.Model.Name == model.Name)
            .Select(found => found.Trials[0])
            .FirstOrDefault(trial => trial.Outcome.Predictions is not null);

    private static bool HasInterval(Series series) => series.Points.Any(point => !double.IsNaN(point.Low));

    private static bool HasOneHiddenLayer(ExperimentModel model) =>
        model.Spec is NetworkSpec network && network.Layers.OfType<DenseLayer>().Count() == 2;

    private static LineChart Fitted(string dataset, ExperimentModel[] models, TrialResult[] trials)
    {
        Dataset table = trials[0].Input.Dataset;
        int[] rows = trials[0].Input.Split.TestRows;
        int[] places = [.. Enumerable.Range(0, rows.Length).OrderBy(place => table.Features[rows[place], 0])];
        return new LineChart(dataset, new Axis(table.Columns[0].Name), new Axis(table.TargetName),
        [
            Line("target", place => table.Values[rows[place]]),
            .. models.Zip(trials.Select(Predicted)).Select((fit, i) =>
                Line(fit.First.Title, place => fit.Second[place]) with { Look = i + 1 }),
        ])
        {
            PlotHeight = 170,
        };

        Series Line(string name, Func<int, double> value) =>
            new(name, [.. places.Select(place => new ChartPoint(table.Features[rows[place], 0], value(place)))]) { Look = 0 };
    }

    private static double[] Predicted(TrialResult trial)
    {
        TrialInput input = trial.Input;
        ReadOnlySpan<double> scaled = trial.Outcome.Predictions!.Values.AsSpan(0, input.Split.TestRows.Length);
        return input.Preparation.Fit(input.Dataset, input.Split.TrainRows).InverseTargets(scaled);
    }
}
