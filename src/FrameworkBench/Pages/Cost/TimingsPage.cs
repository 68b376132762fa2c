using FrameworkBench.Charts;
using FrameworkBench.Engines.Timing;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Cost;

/// <summary><c>timings/README.md</c>: how long each engine takes for each model, and how much memory.</summary>
internal static class TimingsPage
{
    internal const string Folder = "timings", Path = $"{Folder}/README.md";

    /// <summary>What stands on it when there are no times.</summary>
    internal const string Nothing = "Nothing was timed in this run.";

    /// <summary>The heading of the times and the memory of all engines.</summary>
    internal const string Glance = "At a glance";

    private const string Reference = "scratch";
    private const int MostModels = 16;

    internal static IReadOnlyList<ResultFile> Write(RunResult run)
    {
        var page = new IllustratedPage(Folder);
        page.Text.Heading(1, "Timings");
        page.Text.Paragraph($"How long one fit takes on this machine: {MarkdownText.Escape(run.Machine.Processor)}, "
            + $"{Counting.Of(run.Machine.Cores, "core")} ({PageLinks.To("environment", EnvironmentPage.Name)}). "
            + "One fit at a time on an otherwise idle machine, after the accuracy runs, in a fresh process per engine: first cold, "
            + "then warm repeats interleaved across engines, so that drift affects all alike. "
            + "Compare engines within a table; figures from different machines or runs are not comparable.");
        if (run.Timings.Count == 0)
        {
            page.Text.Paragraph(Nothing);
            return page.Finish();
        }

        var products = new ProductSection(run);
        IReadOnlyList<Convergence> networks = Convergence.Of(run, Reference);
        FitCostSection.Write(page.Text, run, products);
        Overview(page.Text, run, products);
        products.Write(page.Text);
        Pictures(page, run);
        ConvergenceSection.WriteAnswer(page.Text, networks, Reference, run.Documentation);
        foreach (Experiment experiment in run.Experiments)
        {
            var timed = run.Timings.Where(timing => timing.Experiment == experiment.Name).ToList();
            if (timed.Count > 0)
            {
                Section(page.Text, experiment, timed, products);
                ConvergenceSection.WriteTable(page.Text, [.. networks.Where(network => network.Experiment == experiment)], Reference);
            }
        }

        return page.Finish();
    }

    private static void Overview(MarkdownDocument page, RunResult run, ProductSection products)
    {
        var comparison = TimeComparison.Of(run.Timings, Reference, products.Share);
        bool calibrated = comparison.Any(engine => engine.AtBest is not null);
        string[] atBest = calibrated ? [$">{ProductSection.Column}"] : [];
        var table =
            new MarkdownTable(
                ["engine", ">models", ">fit, one thread", .. atBest, ">fit, all cores", ">predict, one thread", ">peak memory, median"]);
        foreach (TimeComparison engine in comparison)
        {
            IEnumerable<TimedModel> timed = run.Timings.Where(timing => timing.Engine == engine.Engine || timing.Engine == Reference);
            string[] bound = calibrated ? [engine.AtBest?.ToString() ?? "–"] : [];
            table.Add([
                $"**{engine.Engine}**", FormattableString.Invariant($"{engine.Models}"),
                Ratio(engine.OneThread), .. bound, Ratio(engine.AllCores), Ratio(engine.Predict),
                Memory(engine.PeakBytes)]);

            string Ratio(TimeRatio? ratio) => products.Marked(ratio?.ToString() ?? "–", timed);
        }

        page.Heading(2, Glance);
        page.Paragraph($"Time relative to `{Reference}` in the same run: geometric mean over the models timed on both, "
            + "with the smallest and largest ratio. ×2 takes twice as long, ×0.5 half as long.");
        page.Table(table);
        page.Paragraph(products.Footnote(run.Timings));
    }

    private static void Section(MarkdownDocument page, Experiment experiment, List<TimedModel> timed, ProductSection products)
    {
        page.Heading(2, PageLinks.To(MarkdownText.Escape(experiment.Title), ExperimentResults.PageOf(experiment.Name)));
        page.Table(Table(experiment, timed, products));
        page.Paragraph(products.Footnote(timed));
        page.List([.. timed.Where(timing => timing.Reason is not null)
            .Select(timing => $"**{MarkdownText.Escape(Title(experiment, timing))}**, {timing.Engine}, {Words(timing.Track)}: "
                + $"{MarkdownText.Escape(timing.Reason!)}")
            .Distinct()]);
    }

    private static MarkdownTable Table(Experiment experiment, List<TimedModel> timed, ProductSection products)
    {
        bool allCores = timed.Exists(timing => timing.Track == TimingTrack.AllCores);
        string[] second = allCores ? [">all cores: warm fit, median", $">÷ {Reference}"] : [];
        bool calibrated = timed.Exists(timing => products.Share(timing) is not null);
        string[] atBest = calibrated ? [$">{ProductSection.Column}"] : [];
        var table =
            new MarkdownTable(
                ["model", "engine", ">epochs", ">cold fit", ">warm fit, median [quartiles]", $">÷ {Reference}", .. atBest,
                ">predict, median", .. second, ">peak memory"]);
        foreach (var model in timed.GroupBy(timing => (timing.Dataset, timing.Model)))
        {
            string title = $"**{MarkdownText.Escape(Title(experiment, model.First()))}**";
            foreach (var engine in model.GroupBy(timing => timing.Engine))
            {
                TimedModel one = engine.FirstOrDefault(timing => timing.Track == TimingTrack.OneThread) ?? engine.First();
                TimedModel? all = engine.FirstOrDefault(timing => timing.Track == TimingTrack.AllCores);
                string[] onAll = allCores ? [Median(all), products.Marked(Ratio(all, model), all, ReferenceOf(all, model))] : [];
                string[] bound = calibrated ? [products.AtBest(one, ReferenceOf(one, model))] : [];
                table.Add([
                    title, engine.Key, one.Epochs > 0 ? FormattableString.Invariant($"{one.Epochs}") : "",
                    one.ColdFitSeconds is double cold ? Quantities.Seconds(cold) : "–", Spread(one),
                    products.Marked(Ratio(one, model), one, ReferenceOf(one, model)), .. bound,
                    one.PredictSeconds.Count > 0 ? Quantities.Seconds(Quantiles.Median(one.PredictSeconds)) : "–", .. onAll,
                    Memory(one.PeakBytes)]);
                title = "";
            }
        }

        return table;
    }

    // A picture of all models; in parts where there are too many for one look.
    private static void Pictures(IllustratedPage page, RunResult run)
    {
        var oneThread = run.Timings.Where(timing => timing.Track == TimingTrack.OneThread && timing.FitSeconds.Count > 0).ToLookup(Model);
        string[] engines =
            [.. run.Engines.Select(engine => engine.Name)
                .Where(engine => oneThread.Any(model => model.Any(timing => timing.Engine == engine)))];
        foreach (var part in oneThread.Chunk(MostModels))
        {
            page.Draw("fit", new BarChart(
                "Warm fit on one thread",
                new Axis("Seconds per fit, median") { Scale = AxisScale.Logarithmic, Numbers = NumberStyle.Seconds },
                [.. part.Select(model => Label(run, model.First()))],
                [
                    .. engines.Select(
                        engine =>
                            new BarSeries(engine, [.. part.Select(model => Bar(model.FirstOrDefault(timing => timing.Engine == engine)))])
                    { Look = EngineLooks.Of(engine) }),
                ])
            {
                Subtitle = "Lower is faster; logarithmic axis.",
                Direction = BarDirection.Rightward,
                IntervalLabel = part.Any(model => model.Any(timing => timing.FitSeconds.Count > 1)) ? "quartiles of the repeats" : null,
            });
        }
    }

    private static (string, string, string) Model(TimedModel timing) => (timing.Experiment, timing.Dataset, timing.Model);

    private static string Label(RunResult run, TimedModel timing) =>
        $"{timing.Experiment}: {Title(run.Experiments.First(experiment => experiment.Name == timing.Experiment), timing)}";

    private static BarValue Bar(TimedModel? timing)
    {
        if (timing is null)
            return new BarValue(double.NaN) { Reason = "not timed" };
        if (timing.FitSeconds.Count < 2)
            return new BarValue(timing.FitSeconds[0]);
        var spread = FiveNumberSummary.Of(timing.FitSeconds);
        return new BarValue(spread.Median, spread.LowerQuartile, spread.UpperQuartile);
    }

    private static string Title(Experiment experiment, TimedModel timing)
    {
        string title = ModelTitle.Of(experiment, timing.Model);
        return experiment.Datasets.Count > 1 ? $"{title}, {timing.Dataset}" : title;
    }

    private static string Spread(TimedModel timing)
    {
        if (timing.FitSeconds.Count < 2)
            return Median(timing);
        var spread = FiveNumberSummary.Of(timing.FitSeconds);
        return $"{Quantities.Seconds(spread.Median)} [{Quantities.Seconds(spread.LowerQuartile)}, "
            + $"{Quantities.Seconds(spread.UpperQuartile)}]";
    }

    private static string Median(TimedModel? timing) =>
        timing is { FitSeconds.Count: > 0 } ? Quantities.Seconds(Quantiles.Median(timing.FitSeconds)) : "–";

    private static string Ratio(TimedModel? timing, IEnumerable<TimedModel> model)
    {
        TimedModel? reference = ReferenceOf(timing, model);
        return timing is { FitSeconds.Count: > 0 } && reference is { FitSeconds.Count: > 0 }
            ? Quantities.Ratio(Quantiles.Median(timing.FitSeconds) / Quantiles.Median(reference.FitSeconds))
            : "–";
    }

    private static TimedModel? ReferenceOf(TimedModel? timing, IEnumerable<TimedModel> model) =>
        model.FirstOrDefault(other => other.Engine == Reference && other.Track == timing?.Track);

    // Not every system reports a process's memory.
    private static string Memory(double bytes) => bytes > 0 ? Quantities.Bytes(bytes) : Figures.None;

    private static string Words(TimingTrack track) => track == TimingTrack.OneThread ? "one thread" : "all cores";
}
