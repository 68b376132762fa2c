using FrameworkBench.Charts;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;
using Counts = FrameworkBench.Scoring.ConfusionMatrix;

namespace FrameworkBench.Pages.Experiments;

/// <summary>How each class was recognised: classification report and confusion matrix over all trials of a model together.</summary>
internal static class ClassSection
{
    private const int MostClasses = 20;

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        var settings = results.Experiment.Report;
        if (!settings.ClassificationReport && !settings.ConfusionMatrix)
            return;

        var shown = results.Models
            .Select(model => (Model: model, Matrices: model.Trials.Select(trial => trial.Test?.Confusion).OfType<Counts>().ToList()))
            .Where(model => model.Matrices.Count > 0)
            .Select(model => (model.Model, Trials: model.Matrices.Count, Counts: Pool(model.Matrices)))
            .ToList();
        if (shown.Count == 0)
            return;

        page.Text.Heading(2, "Classes");
        page.Text.Paragraph("Counts cover the test rows of all trials of a model, so each row counts once per seed.");
        foreach (var group in shown.GroupBy(model => (model.Model.Dataset, model.Model.Model.Name)))
        {
            ModelResults first = group.First().Model;
            string title = results.Experiment.Datasets.Count > 1 ? $"{first.Model.Title}, {first.Dataset}" : first.Model.Title;
            page.Text.Heading(3, MarkdownText.Escape(title));
            if (settings.ConfusionMatrix && group.First().Counts.ClassNames.Count <= MostClasses)
                Picture(
                    page, $"classes-{group.Key.Dataset}-{group.Key.Name}", title,
                    [.. group.Select(model => ($"{model.Model.Engine}, {Counting.Of(model.Trials, "trial")}", model.Counts))]);
            foreach ((ModelResults model, int trials, Counts counts) in group)
            {
                page.Text.Details($"Tables: {model.Engine}, {Counting.Of(trials, "trial")}", open: model == first, inside =>
                {
                    if (settings.ClassificationReport)
                        inside.Table(ReportOf(counts));
                    if (settings.ConfusionMatrix)
                        inside.Paragraph("Rows are true classes, columns predicted classes:").Table(MatrixOf(counts));
                });
            }
        }
    }

    private static void Picture(IllustratedPage page, string subject, string title, IReadOnlyList<(string By, Counts Counts)> engines)
    {
        Chart[] matrices =
        [
            .. engines.Select(engine => new Charts.ConfusionMatrix(engine.By, engine.Counts.ClassNames,
            [
                .. Enumerable.Range(0, engine.Counts.ClassNames.Count).Select(label =>
                    (IReadOnlyList<double>)[
                        .. Enumerable.Range(0, engine.Counts.ClassNames.Count)
                        .Select(predicted => (double)engine.Counts[label, predicted])]),
            ])),
        ];
        string heading = $"Confusion matrix: {title}";
        page.Draw(subject, matrices.Length == 1 ? matrices[0] with
        {
            Title = $"{heading}, {matrices[0].Title}",
        } : new Panels(heading, matrices));
    }

    private static MarkdownTable ReportOf(Counts confusion)
    {
        var report = ClassificationReport.Of(confusion);
        var table = new MarkdownTable("class", ">precision", ">recall", ">F1", ">rows");
        foreach (ClassScore score in report.Classes)
            Add(table, score, MarkdownText.Escape(score.Name));
        Add(table, report.MacroAverage, $"*{report.MacroAverage.Name}*");
        Add(table, report.WeightedAverage, $"*{report.WeightedAverage.Name}*");
        table.Add("*accuracy*", "", "", Figures.Fixed(report.Accuracy, 4), Figures.Count(confusion.Rows));
        return table;
    }

    private static void Add(MarkdownTable table, ClassScore score, string name) =>
        table.Add(
            name, Figures.Fixed(score.Precision, 4), Figures.Fixed(score.Recall, 4), Figures.Fixed(score.F1, 4),
            Figures.Count(score.Support));

    private static MarkdownTable MatrixOf(Counts confusion)
    {
        var table = new MarkdownTable(["", .. confusion.ClassNames.Select(name => ">" + MarkdownText.Escape(name))]);
        for (int label = 0; label < confusion.ClassNames.Count; label++)
        {
            table.Add([
                $"**{MarkdownText.Escape(confusion.ClassNames[label])}**",
                .. Enumerable.Range(0, confusion.ClassNames.Count)
                .Select(predicted => Cell(confusion[label, predicted], label == predicted))]);
        }

        return table;
    }

    // What was never mistaken must not drown what was.
    private static string Cell(int count, bool right) => count == 0 ? "·" : right ? $"**{Figures.Count(count)}**" : Figures.Count(count);

    private static Counts Pool(List<Counts> matrices)
    {
        var labels = new List<int>();
        var predictions = new List<int>();
        int classes = matrices[0].ClassNames.Count;
        foreach (Counts matrix in matrices)
        {
            for (int label = 0; label < classes; label++)
            {
                for (int predicted = 0; predicted < classes; predicted++)
                {
                    labels.AddRange(Enumerable.Repeat(label, matrix[label, predicted]));
                    predictions.AddRange(Enumerable.Repeat(predicted, matrix[label, predicted]));
                }
            }
        }

        return new Counts(matrices[0].ClassNames, [.. labels], [.. predictions]);
    }
}
