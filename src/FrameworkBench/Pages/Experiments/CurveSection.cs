using FrameworkBench.Charts;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>How training went: the loss at the epochs that a document prints, and learning curves.</summary>
internal static class CurveSection
{
    private const string LossName = "loss";

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        List<(string Subject, Chart Chart)> curves = results.Experiment.Report.LearningCurve ? [.. LearningCurves.Of(results)] : [];
        if (curves.Count == 0 && results.Experiment.Report.Epochs.Count == 0)
            return;

        page.Text.Heading(2, "Training");
        Epochs(page.Text, results);
        foreach ((string subject, Chart chart) in curves)
            page.Draw(subject, chart);
    }

    private static void Epochs(MarkdownDocument page, ExperimentResults results)
    {
        IReadOnlyList<int> epochs = results.Experiment.Report.Epochs;
        if (epochs.Count == 0)
            return;

        bool several = results.Experiment.Datasets.Count > 1;
        var table =
            new MarkdownTable(
                [.. several ? ["data set"] : Array.Empty<string>(), "model", "engine",
                .. epochs.Select(epoch => FormattableString.Invariant($">epoch {epoch}"))]);
        foreach (var group in results.Models.Where(model => model.WasRun).GroupBy(model => (model.Dataset, model.Model.Name)))
        {
            string title = $"**{MarkdownText.Escape(group.First().Model.Title)}**";
            string[] first = several ? [MarkdownText.Escape(group.Key.Dataset), title] : [title];
            foreach (ModelResults model in group)
            {
                string[] cells = [.. epochs.Select(epoch => model.Summarize(new MetricReference(LossName, epoch))?.ToString() ?? "")];
                if (Array.TrueForAll(cells, cell => cell.Length == 0))
                    continue;
                table.Add([.. first, model.Engine, .. cells]);
                first = [.. first.Select(_ => "")];
            }

            string[] printed = [.. epochs.Select(epoch => Printed(results.Experiment, group.Key.Name, epoch))];
            if (Array.Exists(printed, figure => figure.Length > 0))
                table.Add([.. first, "*the document*", .. printed.Select(figure => figure.Length == 0 ? "" : $"*{figure}*")]);
        }

        if (table.Rows > 0)
            page.Paragraph("Training loss: mean ± 95 % interval over the trials. Epochs count from 0; with full batches, epoch 0 "
                + "precedes the first update.").Table(table);
    }

    // A claim about the loss at an epoch carries the figure that the document prints.
    private static string Printed(Experiment experiment, string model, int epoch) =>
        experiment.Claims.Where(claim => claim.Model == model)
            .SelectMany(claim => claim.Figures)
            .FirstOrDefault(
                figure => figure.Metric == new MetricReference(LossName, epoch) && figure.Value is not null) is { Value: double value }
            ? Figures.Number(value)
            : "";
}
