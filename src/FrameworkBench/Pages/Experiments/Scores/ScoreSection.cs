using FrameworkBench.Charts;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments.Scores;

/// <summary>Scores of each model by each engine as a table and a picture, and why some are missing.</summary>
internal static class ScoreSection
{
    private static readonly MetricReference Epochs = new("epochs");

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        MetricReference[] metrics =
            [.. results.Experiment.Datasets.Select(results.MetricOn).Concat(results.Experiment.Report.Also)
                .Where(metric => metric != Epochs).Distinct()];
        page.Text.Heading(2, "Scores");
        page.Text.Paragraph(Legend(results, metrics));
        page.Text.Table(Table(results, metrics));
        Remarks(page.Text, results);
        foreach ((string subject, Chart chart) in ScorePictures.Of(results))
            page.Draw(subject, chart);
    }

    /// <summary>Engines that are not available, trials that failed or diverged, and what engines say of their fits.</summary>
    internal static void Remarks(MarkdownDocument page, ExperimentResults results, bool withAbsent = true)
    {
        if (withAbsent && results.Absent.Count > 0)
            page.Paragraph($"Not available: {Phrase.And(results.Absent)} "
                + $"({PageLinks.To("why, and how to install them", EnvironmentPage.NotAvailable)}).");
        page.List([.. Troubles(results), .. Notes(results)]);
    }

    private static string Legend(ExperimentResults results, MetricReference[] metrics)
    {
        int splits = results.Models.SelectMany(model => model.Trials).Select(trial => trial.Trial.Split).DefaultIfEmpty().Max() + 1;
        string interval = splits > 1
            ? $"95 % interval of the corrected resampled t test over {splits} splits"
            : "95 % t interval over the seeds";
        bool onTraining = metrics.Any(metric => metric.NeedsTraining || metric.Epoch is not null);
        string rows = onTraining ? "Test scores unless stated otherwise" : "Test scores";
        return $"{rows}: mean ± {interval}. ↑ higher is better, ↓ lower is better.";
    }

    private static MarkdownTable Table(ExperimentResults results, MetricReference[] metrics)
    {
        bool several = results.Experiment.Datasets.Count > 1;
        var table =
            new MarkdownTable(
                [.. several ? ["data set"] : Array.Empty<string>(), "model", "engine",
                .. metrics.Select(metric => ">" + MetricWords.Heading(metric)), ">epochs", "trials"]);
        List<(string Engine, string Reason)> never = Never(results);
        foreach (var group in results.Models.GroupBy(model => (model.Dataset, model.Model.Name)))
        {
            string[] first = several ? [MarkdownText.Escape(group.Key.Dataset), Title(group.First())] : [Title(group.First())];
            foreach (ModelResults model in group.Where(model => model.WasRun))
            {
                table.Add([.. first, model.Engine, .. metrics.Select(metric => Cell(model, metric)), EpochsOf(model), model.Tally()]);
                first = [.. first.Select(_ => "")];
            }

            foreach (
                var same in group.Where(model => !model.WasRun && !never.Contains((model.Engine, model.WhyNot!)))
                .GroupBy(model => model.WhyNot!))
            {
                table.Add([.. first, .. NotRun(same.Select(model => model.Engine), same.Key, metrics)]);
                first = [.. first.Select(_ => "")];
            }
        }

        foreach (var same in never.GroupBy(engine => engine.Reason))
            table.Add(
                [.. several ? [""] : Array.Empty<string>(), "*all models*",
                .. NotRun(same.Select(engine => engine.Engine), same.Key, metrics)]);
        return table;
    }

    private static IEnumerable<string> NotRun(IEnumerable<string> engines, string reason, MetricReference[] metrics) =>
        [string.Join(", ", engines), .. metrics.Select(_ => "–"), "–", MarkdownText.Escape(reason)];

    /// <summary>Engines that could fit none of several models, for one reason.</summary>
    private static List<(string Engine, string Reason)> Never(ExperimentResults results) =>
    [
        .. results.Models.GroupBy(model => model.Engine)
            .Where(engine => engine.Count() > 1 && engine.All(model => !model.WasRun)
                && engine.DistinctBy(model => model.WhyNot).Count() == 1)
            .Select(engine => (engine.Key, engine.First().WhyNot!)),
    ];

    private static string Title(ModelResults model) => $"**{MarkdownText.Escape(model.Model.Title)}**";

    private static string Cell(ModelResults model, MetricReference metric) => model.Summarize(metric)?.ToString() ?? "–";

    // Where every trial trains as long as the model says, there is nothing uncertain about it.
    private static string EpochsOf(ModelResults model) => model.Summarize(Epochs) is not { } summary ? "–"
        : summary.Interval.Width == 0 || summary.Count == 1 ? Figures.Number(summary.Mean)
        : summary.ToString();

    /// <summary>Trials that failed or diverged: which and why.</summary>
    private static IEnumerable<string> Troubles(ExperimentResults results) =>
        from model in results.Models.Where(model => model.WasRun)
        from same in model.Trials
            .Where(trial => trial.Outcome.Status is TrialStatus.Failed or TrialStatus.Diverged)
            .GroupBy(trial => (trial.Outcome.Status, Reason: MarkdownText.OneLine(trial.Outcome.Reason ?? "no reason given")))
        let table = results.Experiment.Datasets.Count > 1 ? $" on {DatasetTitle.Of(model.Dataset)}" : ""
        select $"**{MarkdownText.Escape(model.Model.Title)}**{table}, {model.Engine}: "
            + $"{Counting.Of(same.Count(), "trial")} {StatusWords.Of(same.Key.Status)} ({Which([.. same])}): "
            + $"{MarkdownText.Escape(same.Key.Reason)}";

    private static string Which(IReadOnlyList<TrialResult> trials)
    {
        const int Most = 8;
        bool splits = trials.Any(trial => trial.Trial.Split > 0);
        string[] names =
            [.. trials.Take(Most)
                .Select(
                    trial => splits ? FormattableString.Invariant($"{trial.Trial.Split}/{trial.Trial.Seed}")
                    : FormattableString.Invariant($"{trial.Trial.Seed}"))];
        return $"{(splits ? "split/seed" : names.Length > 1 ? "seeds" : "seed")} "
            + $"{string.Join(", ", names)}{(trials.Count > Most ? ", …" : "")}";
    }

    /// <summary>What engines note about their own fits.</summary>
    private static IEnumerable<string> Notes(ExperimentResults results) =>
        from engine in results.Models.GroupBy(model => model.Engine)
        from note in engine.SelectMany(model => model.Trials).SelectMany(trial => trial.Outcome.Notes).Distinct()
        select $"{engine.Key}: {MarkdownText.Escape(note)}";
}
