using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;
using FrameworkBench.Scoring;

namespace FrameworkBench.Reporting.Pages;

/// <summary>How each class was recognised: classification report and confusion matrix over all trials of a model together.</summary>
internal static class ClassSection
{
    internal static void Write(MarkdownDocument page, ExperimentResults results)
    {
        var settings = results.Experiment.Report;
        if (!settings.ClassificationReport && !settings.ConfusionMatrix)
            return;

        var shown = results.Models
            .Select(model => (Model: model, Matrices: model.Trials.Select(trial => trial.Test?.Confusion).OfType<ConfusionMatrix>().ToList()))
            .Where(model => model.Matrices.Count > 0)
            .ToList();
        if (shown.Count == 0)
            return;

        page.Heading(2, "Classes");
        page.Paragraph("Counted over the test rows of all trials of a model together, so a row of the table counts once for each seed.");
        foreach (var group in shown.GroupBy(model => (model.Model.Dataset, model.Model.Model.Name)))
        {
            ModelResults first = group.First().Model;
            page.Heading(3, MarkdownText.Escape(results.Experiment.Datasets.Count > 1 ? $"{first.Model.Title}, {first.Dataset}" : first.Model.Title));
            bool open = true;
            foreach ((ModelResults model, List<ConfusionMatrix> matrices) in group)
            {
                string heading = $"by {model.Engine}, {Counting.Of(matrices.Count, "trial")}";
                ConfusionMatrix pooled = Pool(matrices);
                if (open)
                    Tables(page.Paragraph($"{Counting.Capital(heading)}:"), pooled, settings.ClassificationReport, settings.ConfusionMatrix);
                else
                    page.Details(heading, inside => Tables(inside, pooled, settings.ClassificationReport, settings.ConfusionMatrix));
                open = false;
            }
        }
    }

    private static void Tables(MarkdownDocument page, ConfusionMatrix confusion, bool report, bool matrix)
    {
        if (report)
            page.Table(ReportOf(confusion));
        if (matrix)
            page.Paragraph("True class in rows, predicted class in columns:").Table(MatrixOf(confusion));
    }

    private static MarkdownTable ReportOf(ConfusionMatrix confusion)
    {
        var report = ClassificationReport.Of(confusion);
        var table = new MarkdownTable("class", ">precision", ">recall", ">F1", ">rows");
        foreach (ClassScore score in report.Classes)
            Add(table, score, MarkdownText.Escape(score.Name));
        Add(table, report.MacroAverage, $"*{report.MacroAverage.Name}*");
        Add(table, report.WeightedAverage, $"*{report.WeightedAverage.Name}*");
        table.Add("*accuracy*", "", "", Share(report.Accuracy), Count(confusion.Rows));
        return table;
    }

    private static void Add(MarkdownTable table, ClassScore score, string name) =>
        table.Add(name, Share(score.Precision), Share(score.Recall), Share(score.F1), Count(score.Support));

    private static MarkdownTable MatrixOf(ConfusionMatrix confusion)
    {
        var table = new MarkdownTable(["", .. confusion.ClassNames.Select(name => ">" + MarkdownText.Escape(name))]);
        for (int label = 0; label < confusion.ClassNames.Count; label++)
        {
            table.Add([
                $"**{MarkdownText.Escape(confusion.ClassNames[label])}**",
                .. Enumerable.Range(0, confusion.ClassNames.Count).Select(predicted => Cell(confusion[label, predicted], label == predicted))]);
        }

        return table;
    }

    // What was never mistaken must not drown what was.
    private static string Cell(int count, bool right) => count == 0 ? "·" : right ? $"**{Count(count)}**" : Count(count);

    private static ConfusionMatrix Pool(List<ConfusionMatrix> matrices)
    {
        var labels = new List<int>();
        var predictions = new List<int>();
        int classes = matrices[0].ClassNames.Count;
        foreach (ConfusionMatrix matrix in matrices)
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

        return new ConfusionMatrix(matrices[0].ClassNames, [.. labels], [.. predictions]);
    }

    private static string Share(double share) => FormattableString.Invariant($"{share:0.0000}");

    private static string Count(int count) => FormattableString.Invariant($"{count}");
}
