using FrameworkBench.Engines.Timing;
using FrameworkBench.Experiments;
using FrameworkBench.Reporting.Charts;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;

namespace FrameworkBench.Reporting.Pages;

/// <summary>The part of the timings that says what a network costs beside trees, within an engine and by the fastest of each.</summary>
internal static class FitCostSection
{
    internal static void Write(MarkdownDocument page, RunResult run)
    {
        IReadOnlyList<FitCosts> tables = FitCosts.Of(run, TimingTrack.OneThread);
        if (tables.Count == 0)
            return;
        var onAll = FitCosts.Of(run, TimingTrack.AllCores).ToDictionary(costs => (costs.Experiment, costs.Dataset));
        page.Heading(2, "What a network costs beside trees");
        page.List([.. tables.Select(costs => Answer(costs, onAll.GetValueOrDefault((costs.Experiment, costs.Dataset)))).OfType<string>()]);
        page.Paragraph("Seconds of a warm fit on one thread, median. Each engine divides its own network by its own trees; "
            + "the last column takes the fastest engine of each.");
        page.Table(Table(run, tables));
    }

    private static string? Answer(FitCosts costs, FitCosts? onAll)
    {
        if (costs.Fastest(costs.Network) is not var (network, networkSeconds)
            || costs.Fastest(costs.Trees) is not var (trees, treesSeconds) || costs.RatioOfFastest() is not double ratio)
            return null;
        string cores = onAll?.RatioOfFastest() is double all ? $"; with all cores {TimeRatio.Text(all)}" : "";
        return $"{Name(costs)}: the fastest network ({network}, {Seconds(networkSeconds)}) takes {TimeRatio.Text(ratio)} the time of "
            + $"the fastest boosted trees ({trees}, {Seconds(treesSeconds)}){cores}";
    }

    private static MarkdownTable Table(RunResult run, IReadOnlyList<FitCosts> tables)
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
                    .. engines.Select(engine => costs.SecondsOf(model, engine) is double seconds ? Seconds(seconds) : "–"),
                    costs.Fastest(model) is var (fastest, least) ? $"{Seconds(least)}, {fastest}" : "–"]);
                name = "";
            }

            IEnumerable<string> ratios = engines.Select(engine => Ratio(costs.Ratio(engine)));
            table.Add(["", "**network ÷ boosted trees**", .. ratios, Ratio(costs.RatioOfFastest())]);
        }

        return table;
    }

    private static string Name(FitCosts costs)
    {
        string name = $"**{MarkdownText.Escape(DatasetTitle.Of(costs.Dataset))}**";
        if (costs.Table is not { } table)
            return name;
        string target = table.IsClassification ? Counting.Of(table.ClassNames.Count, "class", "classes") : "values";
        return FormattableString.Invariant($"{name}, {table.Rows:N0} rows, {target}");
    }

    private static string Ratio(double? ratio) => ratio is double known ? $"**{TimeRatio.Text(known)}**" : "–";

    private static string Seconds(double seconds) => Numbers.Alone(seconds, NumberStyle.Seconds).Replace(' ', '\u00A0');
}
