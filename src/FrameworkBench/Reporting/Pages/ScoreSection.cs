using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Reporting.Charts;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Reporting.Pages;

/// <summary>Scores of each model by each engine as a table and a picture, and why some are missing.</summary>
internal static class ScoreSection
{
    private const int MostPictures = 3;
    private const double LeastSpan = 1e4;
    private static readonly MetricReference Epochs = new("epochs");

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        MetricReference[] metrics = [.. results.Experiment.Datasets.Select(results.MetricOn).Concat(results.Experiment.Report.Also).Where(metric => metric != Epochs).Distinct()];
        page.Text.Heading(2, "Scores");
        page.Text.Paragraph(Legend(results, metrics));
        page.Text.Table(Table(results, metrics));
        Remarks(page.Text, results);
        if (results.Experiment.Datasets.Count <= MostPictures)
        {
            foreach (string dataset in results.Experiment.Datasets)
                Picture(page, results, dataset);
        }
    }

    /// <summary>Engines that are not there, trials that failed or diverged, and what engines say of their fits.</summary>
    internal static void Remarks(MarkdownDocument page, ExperimentResults results, bool withAbsent = true)
    {
        if (withAbsent && results.Absent.Count > 0)
            page.Paragraph($"Not there in this run: {Counting.And(results.Absent)} ({MarkdownText.Link("why, and how to get them", "environment.md#not-there")}).");
        page.List([.. Troubles(results), .. Notes(results)]);
    }

    private static string Legend(ExperimentResults results, MetricReference[] metrics)
    {
        int splits = results.Models.SelectMany(model => model.Trials).Select(trial => trial.Trial.Split).DefaultIfEmpty().Max() + 1;
        string interval = splits > 1
            ? $"95 % interval of the corrected resampled t test over {splits} splits"
            : "95 % t interval over the seeds";
        bool onTraining = metrics.Any(metric => metric.NeedsTraining || metric.Epoch is not null);
        string rows = onTraining ? "Scores are of the test rows where nothing else is said" : "Scores are of the test rows";
        return $"{rows}: mean ± {interval}. ↑ more is better, ↓ less is better.";
    }

    private static MarkdownTable Table(ExperimentResults results, MetricReference[] metrics)
    {
        bool several = results.Experiment.Datasets.Count > 1;
        var table = new MarkdownTable([.. several ? ["data set"] : Array.Empty<string>(), "model", "engine", .. metrics.Select(metric => ">" + MetricWords.Heading(metric)), ">epochs", "trials"]);
        List<(string Engine, string Reason)> never = Never(results);
        foreach (var group in results.Models.GroupBy(model => (model.Dataset, model.Model.Name)))
        {
            string[] first = several ? [MarkdownText.Escape(group.Key.Dataset), Title(group.First())] : [Title(group.First())];
            foreach (ModelResults model in group.Where(model => model.WasRun))
            {
                table.Add([.. first, model.Engine, .. metrics.Select(metric => Cell(model, metric)), EpochsOf(model), model.Tally()]);
                first = [.. first.Select(_ => "")];
            }

            foreach (var same in group.Where(model => !model.WasRun && !never.Contains((model.Engine, model.WhyNot!))).GroupBy(model => model.WhyNot!))
            {
                table.Add([.. first, .. NotRun(same.Select(model => model.Engine), same.Key, metrics)]);
                first = [.. first.Select(_ => "")];
            }
        }

        foreach (var same in never.GroupBy(engine => engine.Reason))
            table.Add([.. several ? [""] : Array.Empty<string>(), "*all models*", .. NotRun(same.Select(engine => engine.Engine), same.Key, metrics)]);
        return table;
    }

    private static IEnumerable<string> NotRun(IEnumerable<string> engines, string reason, MetricReference[] metrics) =>
        [string.Join(", ", engines), .. metrics.Select(_ => "–"), "–", MarkdownText.Escape(reason)];

    /// <summary>Engines that could fit none of several models, for one reason.</summary>
    private static List<(string Engine, string Reason)> Never(ExperimentResults results) =>
    [
        .. results.Models.GroupBy(model => model.Engine)
            .Where(engine => engine.Count() > 1 && engine.All(model => !model.WasRun) && engine.DistinctBy(model => model.WhyNot).Count() == 1)
            .Select(engine => (engine.Key, engine.First().WhyNot!)),
    ];

    private static string Title(ModelResults model) => $"**{MarkdownText.Escape(model.Model.Title)}**";

    private static string Cell(ModelResults model, MetricReference metric) => model.Summarise(metric)?.ToString() ?? "–";

    // Where every trial trains as long as the model says, there is nothing uncertain about it.
    private static string EpochsOf(ModelResults model) => model.Summarise(Epochs) is not { } summary ? "–"
        : summary.Interval.Width == 0 || summary.Count == 1 ? Figures.Number(summary.Mean)
        : summary.ToString();

    /// <summary>Trials that failed or diverged: which and why.</summary>
    private static IEnumerable<string> Troubles(ExperimentResults results) =>
        from model in results.Models.Where(model => model.WasRun)
        from same in model.Trials
            .Where(trial => trial.Outcome.Status is TrialStatus.Failed or TrialStatus.Diverged)
            .GroupBy(trial => (trial.Outcome.Status, Reason: MarkdownText.OneLine(trial.Outcome.Reason ?? "no reason given")))
        select $"**{MarkdownText.Escape(model.Model.Title)}** by {model.Engine}: {Counting.Of(same.Count(), "trial")} {StatusWords.Of(same.Key.Status)} ({Which([.. same])}): {MarkdownText.Escape(same.Key.Reason)}";

    private static string Which(IReadOnlyList<TrialResult> trials)
    {
        const int Most = 8;
        bool splits = trials.Any(trial => trial.Trial.Split > 0);
        string[] names = [.. trials.Take(Most).Select(trial => splits ? FormattableString.Invariant($"{trial.Trial.Split}/{trial.Trial.Seed}") : FormattableString.Invariant($"{trial.Trial.Seed}"))];
        return $"{(splits ? "split/seed" : names.Length > 1 ? "seeds" : "seed")} {string.Join(", ", names)}{(trials.Count > Most ? ", …" : "")}";
    }

    /// <summary>What engines say of their own fits.</summary>
    private static IEnumerable<string> Notes(ExperimentResults results) =>
        from engine in results.Models.GroupBy(model => model.Engine)
        from note in engine.SelectMany(model => model.Trials).SelectMany(trial => trial.Outcome.Notes).Distinct()
        select $"{engine.Key}: {MarkdownText.Escape(note)}";

    private static void Picture(IllustratedPage page, ExperimentResults results, string dataset)
    {
        MetricReference metric = results.MetricOn(dataset);
        var shown = results.Models.Where(model => model.Dataset == dataset && model.WasRun).ToList();
        ExperimentModel[] models = [.. shown.Select(model => model.Model).DistinctBy(model => model.Name)];
        if (models.Length < 2 || !shown.Exists(model => model.Summarise(metric) is not null))
            return;

        string title = Counting.Capital(MetricWords.Title(metric));
        string of = results.Experiment.Datasets.Count > 1 ? $" on {dataset}" : "";
        string name = results.Experiment.Datasets.Count > 1 ? $"scores-{dataset}" : "scores";
        if (SpansDecades(shown, metric))
        {
            page.Draw(name, Boxes($"{title}{of} by model and engine", title, shown, metric) with { Subtitle = $"{results.Experiment.Title}. A box holds the middle half of the trials." });
            return;
        }

        BarSeries[] series =
        [
            .. shown.GroupBy(model => model.Engine).Select(engine => new BarSeries(
                engine.Key,
                [.. models.Select(model => Bar(engine.FirstOrDefault(candidate => candidate.Model.Name == model.Name), metric))])
            { Look = EngineLooks.Of(engine.Key) }),
        ];
        page.Draw(name, new BarChart(
            $"{title}{of} by model and engine",
            new Axis(title) { Minimum = Start(series) },
            [.. models.Select(model => model.Title)],
            series)
        {
            Subtitle = results.Experiment.Title,
            IntervalLabel = "95 % interval of the mean",
        });
    }

    // Of figures that span powers of ten a mean shows the largest alone.
    private static bool SpansDecades(List<ModelResults> shown, MetricReference metric)
    {
        double[] figures = [.. shown.SelectMany(model => FiguresOf(model, metric))];
        return figures.Min() > 0 && figures.Max() >= LeastSpan * figures.Min();
    }

    private static IEnumerable<double> FiguresOf(ModelResults model, MetricReference metric) =>
        model.Trials.Select(trial => trial.Figure(metric)).OfType<double>().Where(double.IsFinite);

    private static BoxChart Boxes(string heading, string title, List<ModelResults> shown, MetricReference metric)
    {
        bool several = shown.DistinctBy(model => model.Engine).Count() > 1;
        return new BoxChart(
            heading,
            new Axis(title) { Scale = AxisScale.Logarithmic },
            [.. shown.Select(model => new BoxRow(several ? $"{model.Model.Title}, {model.Engine}" : model.Model.Title, [.. FiguresOf(model, metric)]) { Look = EngineLooks.Of(model.Engine) })]);
    }

    private static BarValue Bar(ModelResults? model, MetricReference metric) => model switch
    {
        null => new BarValue(double.NaN) { Reason = "not supported" },
        { } found when found.Summarise(metric) is { } summary && MetricRange.Of(metric).Within(summary.Interval) is var (low, high) => new BarValue(summary.Mean, low, high),
        { } found => new BarValue(double.NaN) { Reason = found.Count(TrialStatus.Diverged) > 0 ? "diverged" : "failed" },
    };

    /// <summary>Where the axis starts when all values lie close together far from zero, so that their differences are seen; else null.</summary>
    private static double? Start(BarSeries[] series)
    {
        double[] ends = [.. series.SelectMany(one => one.Values).SelectMany(value => new[] { value.Value, value.Low, value.High }).Where(double.IsFinite)];
        double low = ends.Min(), high = ends.Max();
        if (low <= high / 2 || high - low <= 1e-9 * Math.Abs(high))
            return null;
        double step = Math.Pow(10, Math.Floor(Math.Log10(high - low)));
        return Math.Max(0, (Math.Floor(low / step) - 1) * step);
    }
}
