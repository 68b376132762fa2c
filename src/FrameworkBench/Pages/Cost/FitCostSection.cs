using FrameworkBench.Engines.Timing;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Cost;

/// <summary>The part of the timings that says what a network costs beside trees, within an engine and by the fastest of each.</summary>
internal static class FitCostSection
{
    /// <summary>The heading of the section.</summary>
    internal const string Heading = "Fit times: networks against trees";

    internal static void Write(MarkdownDocument page, RunResult run, ProductSection products)
    {
        IReadOnlyList<FitCosts> tables = FitCosts.Of(run, TimingTrack.OneThread);
        if (tables.Count == 0)
            return;
        var onAll = FitCosts.Of(run, TimingTrack.AllCores).ToDictionary(costs => (costs.Experiment, costs.Dataset));
        page.Heading(2, Heading);
        page.List(
            [.. tables.Select(costs => Answer(run, costs, onAll.GetValueOrDefault((costs.Experiment, costs.Dataset)), products))
            .OfType<string>()]);
        page.Paragraph("Median seconds of a warm fit on one thread. Each ratio compares an engine's network with its own trees; "
            + "the last column compares the fastest engines.");
        page.Table(Table(run, tables, products));
        page.Paragraph(products.Footnote(tables.SelectMany(costs =>
            Networks(run, costs)
                .Where(timing => costs.Ratio(timing.Engine) is not null || timing.Engine == costs.Fastest(costs.Network)?.Engine))));
    }

    private static string? Answer(RunResult run, FitCosts costs, FitCosts? onAll, ProductSection products)
    {
        if (costs.Fastest(costs.Network) is not var (network, networkSeconds)
            || costs.Fastest(costs.Trees) is not var (trees, treesSeconds) || costs.RatioOfFastest() is not double ratio)
            return null;
        string cores = onAll?.RatioOfFastest() is double all
            ? $"; on all cores {Marked(products, run, costs, Quantities.Ratio(all), onAll.Fastest(onAll.Network)?.Engine)}"
            : "";
        return $"{Name(costs)}: the fastest network ({network}, {Quantities.Seconds(networkSeconds)}) takes "
            + $"{Marked(products, run, costs, Quantities.Ratio(ratio), network)} the time of the fastest boosted trees ({trees}, "
            + $"{Quantities.Seconds(treesSeconds)}){cores}";
    }

    private static MarkdownTable Table(RunResult run, IReadOnlyList<FitCosts> tables, ProductSection products)
    {
        var timed = tables.SelectMany(costs => costs.Seconds.Keys).Select(cost => cost.Engine).ToHashSet(StringComparer.Ordinal);
        string[] engines = [.. run.Engines.Select(engine => engine.Name).Where(timed.Contains)];
        var table = new MarkdownTable(["table", "model", .. engines.Select(engine => ">" + engine), ">fastest"]);
        foreach (FitCosts costs in tables)
        {
            string name = Name(costs);
            foreach (ExperimentModel model in costs.Models)
            {
                table.Add([
                    name, MarkdownText.Escape(model.Title),
                    .. engines.Select(engine => costs.SecondsOf(model, engine) is double seconds ? Quantities.Seconds(seconds) : "–"),
                    costs.Fastest(model) is var (first, least) ? $"{Quantities.Seconds(least)}, {first}" : "–"]);
                name = "";
            }

            IEnumerable<string> ratios = engines.Select(engine => Marked(products, run, costs, Ratio(costs.Ratio(engine)), engine));
            string fastest = Marked(products, run, costs, Ratio(costs.RatioOfFastest()), costs.Fastest(costs.Network)?.Engine);
            table.Add(["", "**network ÷ boosted trees**", .. ratios, fastest]);
        }

        return table;
    }

    private static string Marked(ProductSection products, RunResult run, FitCosts costs, string ratio, string? engine) =>
        products.Marked(ratio, Networks(run, costs).Where(timing => timing.Engine == engine));

    private static IEnumerable<TimedModel> Networks(RunResult run, FitCosts costs) =>
        run.Timings.Where(
            timing => timing.Experiment == costs.Experiment && timing.Dataset == costs.Dataset && timing.Model == costs.Network.Name);

    private static string Name(FitCosts costs)
    {
        string name = $"**{MarkdownText.Escape(DatasetTitle.Of(costs.Dataset))}**";
        if (costs.Table is not { } table)
            return name;
        string target = table.IsClassification ? Counting.Of(table.ClassNames.Count, "class", "classes") : "regression";
        return $"{name}, {Figures.Whole(table.Rows)} rows, {target}";
    }

    private static string Ratio(double? ratio) => ratio is double known ? $"**{Quantities.Ratio(known)}**" : "–";
}
