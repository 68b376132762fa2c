using FrameworkBench.Charts;
using FrameworkBench.Datasets;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>The plane of two inputs as each model divides it, and how far the engines agree on it.</summary>
internal static class DecisionPlaneSection
{
    private const int MostRows = 120;

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        if (!results.Experiment.Report.DecisionPlanes)
            return;
        var seen = results.Models
            .Select(model => (Model: model, Trial: model.Trials.FirstOrDefault(trial => trial.Plane is not null)))
            .Where(model => model.Trial is not null)
            .Select(model => (model.Model, Trial: model.Trial!))
            .ToList();
        if (seen.Count == 0)
            return;

        page.Text.Heading(2, "What each model predicts where");
        page.Text.Paragraph("Predicted class across the input plane, from the first trial of each model. Colours are predictions; "
            + $"markers are rows with their true class{Drawn(seen[0].Trial)}.");
        foreach (var table in seen.GroupBy(model => model.Model.Dataset))
        {
            // The first engine's models are drawn; most others would be the same pictures again.
            string engine = table.First().Model.Engine;
            page.Draw($"planes-{table.Key}", new Panels(
                $"{DatasetTitle.Of(table.Key)} as each model divides it",
                [.. table.Where(model => model.Model.Engine == engine).Select(model => Plane(model.Model.Model.Title, model.Trial))])
            {
                Columns = 3,
                Subtitle = $"{engine}, first seed.",
            });
        }

        page.Text.Paragraph(
            Agreements(seen) is { Rows: > 0 }
            ? "Share of the plane where the other engines' models predict the same class as the one drawn:" : "");
        page.Text.Table(Agreements(seen));
    }

    private static MarkdownTable Agreements(List<(ModelResults Model, TrialResult Trial)> seen)
    {
        string[] engines = [.. seen.Select(model => model.Model.Engine).Distinct().Skip(1)];
        var table = new MarkdownTable(["data set", "model", .. engines.Select(engine => ">" + engine)]);
        foreach (var alike in seen.GroupBy(model => (model.Model.Dataset, model.Model.Model.Name)).Where(alike => alike.Count() > 1))
        {
            int[] drawn = Answers(alike.First().Trial.Plane!);
            table.Add([
                MarkdownText.Escape(alike.Key.Dataset),
                MarkdownText.Escape(alike.First().Model.Model.Title),
                .. engines.Select(engine => alike.Skip(1).FirstOrDefault(model => model.Model.Engine == engine).Trial is { } other
                    ? Figures.Percent(Same(drawn, Answers(other.Plane!)), decimals: 0)
                    : "–")]);
        }

        return table;
    }

    private static double Same(int[] answers, int[] others) => answers.Zip(others)
        .Count(pair => pair.First == pair.Second) / (double)answers.Length;

    private static string Drawn(TrialResult trial) => trial.Input.Split.TestRows.Length > MostRows ? $" ({MostRows} of the test rows)" : "";

    private static DecisionPlane Plane(string title, TrialResult trial)
    {
        Dataset dataset = trial.Input.Dataset;
        var plane = InputPlane.Of(dataset, trial.Input.Probes.PlaneCells);
        int[] answers = Answers(trial.Plane!);
        int[] predicted = Answers(trial.Outcome.Predictions!.Slice(0, trial.Input.Split.TestRows.Length));
        double accuracy = trial.Test?["accuracy"] ?? double.NaN;
        return new DecisionPlane(
            title,
            new Axis(dataset.Columns[0].Name) { Minimum = plane.Left, Maximum = plane.Right },
            new Axis(dataset.Columns[1].Name) { Minimum = plane.Bottom, Maximum = plane.Top },
            dataset.ClassNames,
            [.. answers.Chunk(plane.Cells)],
            [
                .. EvenSpacing.Of(predicted.Length, MostRows).Select(number => (Number: number, Row: trial.Input.Split.TestRows[number]))
                .Select(test => new DecisionRow(
                    dataset.Features[test.Row, 0], dataset.Features[test.Row, 1], dataset.Labels[test.Row],
                    predicted[test.Number] != dataset.Labels[test.Row])),
            ])
        {
            Subtitle = $"accuracy {Figures.Fixed(accuracy, 2)}",
        };
    }

    private static int[] Answers(Predictions predictions) =>
        [.. Enumerable.Range(0, predictions.Rows)
            .Select(row => Scorer.LargestOf(predictions.Values.AsSpan(row * predictions.Columns, predictions.Columns)))];
}
