using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results;
using FrameworkBench.Results.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Cost;

/// <summary><c>cost.md</c>: what the models of a comparison over many tables cost. It changes with every run and so stands apart.</summary>
internal static class CostPage
{
    internal const string Name = $"{Cost}.md";

    private const string Cost = "cost";

    internal static IReadOnlyList<ResultFile> Write(SuiteResults suite, Machine machine)
    {
        var page = new IllustratedPage(suite.Experiment.Name, Cost);
        page.Text.Heading(1, $"{MarkdownText.Escape(suite.Experiment.Title)}: cost");
        page.Text.Paragraph($"{MarkdownText.Link("The scores", "README.md")} · {MarkdownText.Link("all results", PageLinks.Summary)}");
        page.Text.Paragraph($"Times and memory of the trials scored on the other page, on {MarkdownText.Escape(machine.Processor)}, "
            + $"{Counting.Of(machine.Cores, "core")} ({PageLinks.To("environment", EnvironmentPage.Name)}). "
            + "Each fit had one thread on a processor of its own while others ran beside it: compare within this page, "
            + "and ignore differences of 10 %. "
            + "The time of a tuned model includes the fits of all its candidates.");
        var engines = suite.Results.Models.Where(model => model.WasRun).GroupBy(model => model.Engine)
            .Select(engine => (Name: engine.Key, Costs: ModelCost.Of(engine.SelectMany(model => model.Trials))))
            .Where(engine => engine.Costs.Count > 0)
            .OrderByDescending(engine => engine.Name == suite.Main.Name)
            .ToList();
        Ratios(page.Text, suite, engines);
        if (ParetoPicture.Of(suite) is { } picture)
        {
            page.Text.Heading(2, "Score against time");
            page.Draw("pareto", picture);
        }

        page.Text.Heading(2, "Model by model");
        page.Text.Paragraph("Geometric means over tables. Memory is that of the engine's whole process, "
            + "including its runtime and the table; it compares engines rather than models.");
        foreach ((string engine, var costs) in engines)
            Models(page.Text, suite, engine, costs);
        return page.Finish();
    }

    private static void Ratios(
        MarkdownDocument page, SuiteResults suite,
        List<(string Name, IReadOnlyDictionary<(string Model, string Dataset), ModelCost> Costs)> engines)
    {
        PairSides sides = suite.Sides;
        var table =
            new MarkdownTable(
                "comparison", "engine", ">tables", $">fit: {sides.First} ÷ {sides.Second}", $">predict: {sides.First} ÷ {sides.Second}");
        foreach (ModelPair pair in suite.Experiment.Report.Compare)
        {
            string title = $"**{MarkdownText.Escape(pair.Title)}**: {Title(suite, pair.Model)} ÷ {Title(suite, pair.Against)}";
            foreach ((string engine, var costs) in engines)
            {
                if (CostRatio.Of(costs, pair.Model, pair.Against, cost => cost.FitSeconds) is not { } fit)
                    continue;
                table.Add(
                    title, engine, Figures.Count(fit.Tables), Text(fit),
                    Text(CostRatio.Of(costs, pair.Model, pair.Against, cost => cost.PredictSecondsPerRow)));
                title = "";
            }
        }

        page.Heading(2, "Cost ratios");
        page.Paragraph("Ratio of times: geometric mean over tables, with its 95 % bootstrap interval over tables. "
            + "×2 takes twice as long, ×0.5 half as long.");
        page.Table(table);
    }

    private static void Models(
        MarkdownDocument page, SuiteResults suite, string engine, IReadOnlyDictionary<(string Model, string Dataset), ModelCost> costs)
    {
        string reference = suite.Experiment.Report.Compare[0].Model;
        var table =
            new MarkdownTable(
                "model", ">tables", ">fit", ">of which search", $">fit ÷ {Title(suite, reference)}", ">predict 1,000 rows",
                $">predict ÷ {Title(suite, reference)}", ">peak memory");
        foreach (ExperimentModel model in suite.Experiment.Models)
        {
            ModelCost[] own = [.. costs.Where(cost => cost.Key.Model == model.Name).Select(cost => cost.Value)];
            if (own.Length == 0)
                continue;
            table.Add(
                $"**{MarkdownText.Escape(model.Title)}**", Figures.Count(own.Length),
                Quantities.Seconds(ModelCost.GeometricMean(own.Select(cost => cost.FitSeconds))),
                own.Sum(cost => cost.SearchSeconds) is > 0 and var search
                    ? Figures.Percent(Math.Round(search / own.Sum(cost => cost.FitSeconds), 2)) : "",
                Ratio(CostRatio.Of(costs, model.Name, reference, cost => cost.FitSeconds)),
                Quantities.Seconds(1000 * ModelCost.GeometricMean(own.Select(cost => cost.PredictSecondsPerRow))),
                Ratio(CostRatio.Of(costs, model.Name, reference, cost => cost.PredictSecondsPerRow)),
                Quantities.Bytes(ModelCost.GeometricMean(own.Select(cost => cost.PeakBytes))));
        }

        page.Heading(3, MarkdownText.Escape(engine));
        page.Table(table);
    }

    private static string Title(SuiteResults suite, string name) =>
        MarkdownText.Escape(ModelTitle.Of(suite.Experiment, name));

    private static string Ratio(CostRatio? ratio) => ratio is null ? "–" : Quantities.Ratio(ratio.Ratio);

    private static string Text(CostRatio? ratio) => ratio is null ? "–"
        : ratio.Interval.IsBounded && ratio.Tables >= LeastTables.OfSlice
            ? $"{Quantities.Ratio(ratio.Ratio)} [{Quantities.Ratio(ratio.Interval.Low)}, {Quantities.Ratio(ratio.Interval.High)}]"
            : Quantities.Ratio(ratio.Ratio);
}
