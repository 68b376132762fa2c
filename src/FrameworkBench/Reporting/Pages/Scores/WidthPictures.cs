using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Charts;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Reporting.Pages.Scores;

/// <summary>Networks that differ in their hidden units alone: the score against their number, and functions of one input as the networks fit them.</summary>
internal static class WidthPictures
{
    private const int LeastWidths = 4;
    private const int MostFitted = 3;
    private const double LogarithmicFrom = 20;
    private const int DeeperLook = 5;

    /// <summary>The pictures; null when the models are no such networks.</summary>
    internal static IEnumerable<(string Subject, Chart Chart)>? Of(ExperimentResults results, IReadOnlyList<ShownScores> shown)
    {
        ExperimentModel[] models = [.. shown.SelectMany(scores => scores.Models).DistinctBy(model => model.Name)];
        if (shown.Any(scores => scores.Metric != shown[0].Metric) || !Array.TrueForAll(models, model => HiddenUnits(model).Length > 0))
            return null;
        ExperimentModel[] wide = [.. models.Where(model => HiddenUnits(model).Length == 1)];
        if (wide.Length < LeastWidths || wide.DistinctBy(model => HiddenUnits(model)[0]).Count() < wide.Length)
            return null;
        IEnumerable<(string Subject, Chart Chart)> pictures = [("scores", Against(shown, models, wide))];
        return Fitted(results, wide) is { } fitted ? pictures.Append(("fitted", fitted)) : pictures;
    }

    /// <summary>The units of each hidden layer; none for what is no network.</summary>
    private static int[] HiddenUnits(ExperimentModel model) =>
        model.Spec is NetworkSpec network ? [.. network.Layers.OfType<DenseLayer>().SkipLast(1).Select(layer => layer.Units)] : [];

    private static Panels Against(IReadOnlyList<ShownScores> shown, ExperimentModel[] models, ExperimentModel[] wide)
    {
        var range = MetricRange.Of(shown[0].Metric);
        double[] widths = [.. wide.Select(model => (double)HiddenUnits(model)[0]).Order()];
        List<Series[]> lines =
        [
            .. shown.Select(scores => (Series[])
            [
                .. scores.Engines.Select(engine => new Series(wide.Length == models.Length ? engine : $"one layer, {engine}", [.. wide.Select(model => Point(scores, model, engine)).OfType<ChartPoint>().OrderBy(point => point.X)]) { Look = EngineLooks.Of(engine) }),
                .. models.Except(wide).Select((model, i) => new Series(model.Title, [.. scores.Engines.Select(engine => Point(scores, model, engine)).OfType<ChartPoint>().Select(point => new ChartPoint(point.X, point.Y))]) { Style = SeriesStyle.Points, Look = DeeperLook + i }),
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
        return new Panels(
            $"{shown[0].MetricTitle} by hidden units",
            [
                .. shown.Zip(lines, (scores, series) => new LineChart(scores.Dataset, new Axis("Hidden units") { Scale = AxisScale.Logarithmic, Ticks = widths }, axis, series)
                {
                    PlotHeight = Height,
                    IntervalLabel = series.Any(one => one.Points.Any(point => !double.IsNaN(point.Low))) ? "95 % interval of the mean" : null,
                }),
            ])
        {
            Columns = Math.Min(3, shown.Count),
            Subtitle = $"{shown[0].Subtitle} Points are means over the trials; units are summed over hidden layers.",
        };

        ChartPoint? Point(ShownScores scores, ExperimentModel model, string engine) => scores.Summary(model, engine) is { } summary && range.Within(summary.Interval) is var (low, high)
            ? new ChartPoint(HiddenUnits(model).Sum(), summary.Mean, low, high)
            : null;
    }

    /// <summary>The target and some networks' predictions of the test rows against the only input; null when no table has one input and a number as target.</summary>
    private static Panels? Fitted(ExperimentResults results, ExperimentModel[] wide)
    {
        ExperimentModel[] drawn = [.. EvenSpacing.Of(wide.Length, MostFitted).Select(i => wide[i])];
        var tables = (
            from dataset in results.Experiment.Datasets
            where results.InputOf(dataset) is { Dataset: { Columns.Count: 1, IsClassification: false } table } && table.Columns[0].Kind == ColumnKind.Numeric
            let trials = drawn.Select(model => results.Models.FirstOrDefault(found => found.Dataset == dataset && found.Model.Name == model.Name && found.Trials[0].Outcome.Predictions is not null)?.Trials[0]).OfType<TrialResult>().ToArray()
            where trials.Length == drawn.Length
            select (Name: dataset, Trials: trials)).ToArray();
        return tables.Length == 0 ? null : new Panels(
            "Functions of one variable, fitted by networks with one hidden layer",
            [.. tables.Select(table => Fitted(table.Name, drawn, table.Trials))])
        {
            Columns = Math.Min(3, tables.Length),
            Subtitle = $"Test predictions of each model's first trial on {tables[0].Trials[0].Trial.Engine}.",
        };
    }

    private static LineChart Fitted(string dataset, ExperimentModel[] models, TrialResult[] trials)
    {
        Dataset table = trials[0].Input.Dataset;
        int[] rows = trials[0].Input.Split.TestRows;
        int[] places = [.. Enumerable.Range(0, rows.Length).OrderBy(place => table.Features[rows[place], 0])];
        return new LineChart(dataset, new Axis(table.Columns[0].Name), new Axis(table.TargetName),
        [
            Line("target", place => table.Values[rows[place]]),
            .. models.Zip(trials, (model, trial) => (Model: model, Predicted: Predicted(trial))).Select((fit, i) => Line(fit.Model.Title, place => fit.Predicted[place]) with { Look = i + 1 }),
        ])
        {
            PlotHeight = 170,
        };

        Series Line(string name, Func<int, double> value) => new(name, [.. places.Select(place => new ChartPoint(table.Features[rows[place], 0], value(place)))]) { Look = 0 };
    }

    private static double[] Predicted(TrialResult trial)
    {
        TrialInput input = trial.Input;
        return input.Preparation.Fit(input.Dataset, input.Split.TrainRows).InverseTargets(trial.Outcome.Predictions!.Values.AsSpan(0, input.Split.TestRows.Length));
    }
}
