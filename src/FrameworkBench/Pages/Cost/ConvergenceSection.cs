using FrameworkBench.Charts;
using FrameworkBench.Claims;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Cost;

/// <summary>The parts of the timings that say whether engines need the same number of epochs to the same loss.</summary>
internal static class ConvergenceSection
{
    /// <summary>The rule, and the engines that need more or fewer epochs than the reference.</summary>
    internal static void WriteAnswer(MarkdownDocument page, IReadOnlyList<Convergence> networks, string reference, string? documentation)
    {
        if (networks.Count == 0)
            return;
        page.Heading(2, "Epochs to the same loss");
        page.Paragraph("Times per fit compare equal work only if engines need equally many epochs to reach the same training loss. "
            + "A network's target loss lies nine tenths of the way, on a logarithmic scale, from its first epoch's loss to its lowest. "
            + "Both are taken from the median trial, then as the median over engines. "
            + "The epochs come from the trials on the pages of scores "
            + $"({PageLinks.ToDocumentation("details", documentation, "statistics.md#epochs-to-the-same-loss")}).");
        var different = Convergence.Different(networks, out int compared);
        string comparisons = Counting.Of(compared, "comparison");
        if (compared == 0)
            page.Paragraph($"No comparison has the {LeastTrials.Count} pairs of trials that a verdict needs.");
        else if (different.Count == 0)
            page.Paragraph($"No engine needs significantly more or fewer epochs than `{reference}` ({comparisons}, Holm's correction).");
        else
        {
            page.Paragraph($"Engines need significantly more or fewer epochs than `{reference}` in {different.Count} of {comparisons} "
                + "(Holm's correction). There, times per fit compare different work: read the time to the target instead.");
            page.List([.. different.Select(pair => Sentence(pair.Network, pair.Engine, reference))]);
        }

        page.List([.. Convergence.ReachingApart(networks, reference).Select(pair =>
            $"**{pair.Engine.Engine}** reaches the target in {Share(pair.Engine.Reached!)} trials of {Title(pair.Network)}, "
            + $"{reference} in {Share(pair.Reference)}")]);
    }

    /// <summary>The networks of one experiment, engine by engine.</summary>
    internal static void WriteTable(MarkdownDocument page, IReadOnlyList<Convergence> networks, string reference)
    {
        if (networks.Count == 0)
            return;
        var table = new MarkdownTable(
            "network", ">target loss", "engine", ">reached", ">epochs to target", $">more than {reference} [95 %]",
            ">time per epoch", ">time to target");
        foreach (Convergence network in networks)
        {
            string title = Title(network),
            target = network.Target is { } loss ? Numbers.Alone(loss.Value) : "none: falls by less than a tenth";
            foreach (EngineConvergence engine in network.Engines)
            {
                table.Add(
                    title, target, engine.Engine,
                    engine.Reached is { } reached ? Share(reached) : network.Target is null ? "–" : "no loss reported",
                    engine.Epochs?.ToString() ?? "–", More(engine.MoreThanReference),
                    Seconds(engine.SecondsPerEpoch), Seconds(engine.SecondsToTarget));
                title = target = "";
            }
        }

        page.Paragraph("Epochs to the same training loss: means over the trials that reach it. Times are on one thread.");
        page.Table(table);
    }

    private static string Sentence(Convergence network, EngineConvergence engine, string reference)
    {
        MeanDifference more = engine.MoreThanReference!;
        double size = Math.Abs(more.Difference);
        Interval own = more.Interval, interval = more.Difference > 0 ? own : new Interval(-own.High, -own.Low, own.Confidence);
        return $"**{engine.Engine}** needs {Figures.WithInterval(size, interval, 0)} {(more.Difference > 0 ? "more" : "fewer")} epochs "
            + $"than {reference} for "
            + $"{Title(network)} ({PageLinks.To(network.Experiment.Name, ExperimentResults.PageOf(network.Experiment.Name))})";
    }

    private static string More(MeanDifference? more) => more switch
    {
        null => "–",
        { Interval.IsBounded: false } => Figures.Signed(more.Difference, Figures.Number(more.Difference)),
        _ => Figures.Signed(more.Difference, Figures.WithInterval(more.Difference, more.Interval, 0)),
    };

    private static string Title(Convergence network)
    {
        string title = $"**{MarkdownText.Escape(network.Model.Title)}**";
        return network.Experiment.Datasets.Count > 1 ? $"{title} on {MarkdownText.Escape(network.Dataset)}" : title;
    }

    private static string Share(Proportion reached) => FormattableString.Invariant($"{reached.Successes} of {reached.Count}");

    private static string Seconds(double? seconds) =>
        seconds is double known ? Quantities.Seconds(known) : Figures.None;
}
