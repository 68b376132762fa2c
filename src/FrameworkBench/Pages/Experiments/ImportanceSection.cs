using FrameworkBench.Charts;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>
/// How much each model relies on each input: by permutation for all models alike, by their own word for trees, and single trees drawn.
/// </summary>
internal static class ImportanceSection
{
    private const int MostColumns = 8;
    private const int Named = 3;

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        if (results.Experiment.Report.ImportanceRepeats is not int repeats)
            return;
        List<ImportanceSummary> summaries = [.. results.Models.Select(ImportanceSummary.Of).OfType<ImportanceSummary>()];
        if (summaries.Count == 0)
            return;

        page.Text.Heading(2, "Feature importance");
        page.Text.Paragraph(
            $"Permutation importance (Breiman 2001): how much the score falls when one input is permuted among {Rows(summaries)}, "
                + $"repeated {Counting.Times(repeats)}. "
            + $"Mean over the trials, in accuracy or R². {MarkdownText.Link("Every trial's importances", ImportanceFile.Name)}.");
        page.Text.Table(Overview(results, summaries));
        page.Text.Paragraph(
            "*Share of top three*: the share of total importance that a trial's three most important inputs have. "
            + "*Agreement*: Spearman's ρ between the importances of two trials, averaged over all pairs; "
            + "1 means the same order in every trial.");
        foreach (var table in summaries.GroupBy(summary => summary.Model.Dataset))
        {
            // The first engine's models are drawn; the table and the file have the others.
            string engine = table.First().Model.Engine;
            ImportanceSummary[] drawn = [.. table.Where(summary => summary.Model.Engine == engine)];
            if (results.Experiment.Datasets.Count > 1)
                page.Text.Heading(3, MarkdownText.Escape(table.Key));
            int[] columns = Foremost(drawn);
            Picture(
                page, $"importance-{table.Key}", $"Permutation importance on {table.Key}",
                $"How much the score falls when an input is permuted, {engine}. Values below 0 are chance.",
                $"Drop in {Score(table.First())}", drawn, columns, MetricRange.Open, summary => summary.Falls);
            Picture(
                page, $"own-importance-{table.Key}", $"Built-in importance of trees on {table.Key}",
                $"Each input's share of the gain of all splits on the training rows, {engine}.", "Share of gain",
                [.. drawn.Where(summary => summary.Shares is not null)], columns, new MetricRange(0, 1), summary => summary.Shares!);
            page.Text.Details($"All inputs of {table.Key}, {engine}", open: false, inside => inside.Table(Every(drawn)));
            TreeSection.Write(page, drawn);
        }
    }

    private static MarkdownTable Overview(ExperimentResults results, List<ImportanceSummary> summaries)
    {
        bool several = results.Experiment.Datasets.Count > 1;
        var table =
            new MarkdownTable(
                [.. several ? ["data set"] : Array.Empty<string>(), "model", "engine", "most important inputs", ">share of top three",
                ">agreement"]);
        foreach (ImportanceSummary summary in summaries)
        {
            table.Add([
                .. several ? [MarkdownText.Escape(summary.Model.Dataset)] : Array.Empty<string>(),
                $"**{MarkdownText.Escape(summary.Model.Model.Title)}**",
                summary.Model.Engine,
                string.Join(", ", summary.Most(Named).Select(column => $"{MarkdownText.Escape(summary.Columns[column])} "
                    + $"{Figures.Fixed(summary.Falls[column].Mean, 3)}")) is { Length: > 0 } most ? most : "none",
                MetricSummary.Of(summary.Model.Trials, new MetricReference(MetricReference.ImportanceOfThree))?.ToString() ?? "–",
                summary.Agreement() is double agreement ? Figures.Fixed(agreement, 2) : Figures.None]);
        }

        return table;
    }

    /// <summary>The inputs on which the models rely most on average, the first of them first.</summary>
    private static int[] Foremost(ImportanceSummary[] summaries) =>
    [
        .. Enumerable.Range(0, summaries[0].Columns.Count)
            .OrderByDescending(column => summaries.Average(summary => Math.Max(0, summary.Falls[column].Mean)))
            .Take(MostColumns),
    ];

    private static void Picture(
        IllustratedPage page, string subject, string title, string subtitle, string axis, ImportanceSummary[] summaries, int[] columns,
        MetricRange range, Func<ImportanceSummary, IReadOnlyList<MetricSummary>> figures)
    {
        if (summaries.Length == 0)
            return;
        double[] ends =
            [.. summaries.SelectMany(summary => columns.Select(column => Bar(figures(summary)[column], range)))
                .SelectMany(bar => new[] { bar.Value, bar.Low, bar.High }).Where(double.IsFinite)];
        double least = Math.Min(0, ends.Min()), most = Math.Max(0, ends.Max());
        page.Draw(subject, new Panels(
            title,
            [
                .. summaries.Select(summary => new BarChart(
                    summary.Model.Model.Title,
                    new Axis(axis) { Minimum = least, Maximum = most > least ? most : 1 },
                    [.. columns.Select(column => summary.Columns[column])],
                    [new BarSeries(axis, [.. columns.Select(column => Bar(figures(summary)[column], range))])])
                {
                    Direction = BarDirection.Rightward,
                    IntervalLabel = "95 % interval of the mean",
                }),
            ])
        {
            Columns = 2,
            Subtitle = subtitle,
        });
    }

    private static BarValue Bar(MetricSummary summary, MetricRange range) =>
        range.Within(summary.Interval) is var (low, high) ? new BarValue(summary.Mean, low, high) : default;

    /// <summary>What falls: the usual score of the task, whatever the experiment's own metric is.</summary>
    private static string Score(ImportanceSummary summary) =>
        MetricWords.Title(new MetricReference(MetricRegistry.UsualFor(summary.Model.Trials[0].Input.Dataset.Task)));

    private static MarkdownTable Every(ImportanceSummary[] summaries)
    {
        var table = new MarkdownTable([
            "input",
            .. summaries.Select(summary => ">" + MarkdownText.Escape(summary.Model.Model.Title)),
            .. summaries.Where(summary => summary.Shares is not null)
            .Select(summary => $">{MarkdownText.Escape(summary.Model.Model.Title)}: built-in share")]);
        foreach (int column in Enumerable.Range(0, summaries[0].Columns.Count))
        {
            table.Add([
                MarkdownText.Escape(summaries[0].Columns[column]),
                .. summaries.Select(summary => summary.Falls[column].ToString()),
                .. summaries.Where(summary => summary.Shares is not null).Select(summary => summary.Shares![column].ToString())]);
        }

        return table;
    }

    private static string Rows(List<ImportanceSummary> summaries) =>
        summaries.Select(summary => summary.Model.Trials[0].Input).All(input => input.WeighedPlaces.Length == input.Split.TestRows.Length)
            ? "the test rows" : "test rows (a sample of them on large tables)";
}
