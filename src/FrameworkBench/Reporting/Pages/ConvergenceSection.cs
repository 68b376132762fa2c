using FrameworkBench.Claims;
using FrameworkBench.Charts;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Reporting.Pages;

/// <summary>The parts of the timings that say whether engines need the same number of epochs to the same loss.</summary>
internal static class ConvergenceSection
{
    /// <summary>The rule, and the engines that need more or fewer epochs than the reference.</summary>
    internal static void WriteAnswer(MarkdownDocument page, IReadOnlyList<Convergence> networks, string reference)
    {
        if (networks.Count == 0)
            return;
        page.Heading(2, "Epochs to the same loss");
        page.Paragraph("A time per fit compares the same work only where engines need as many epochs to the same training loss. "
            + "The target of a network lies nine tenths of the way, on a logarithmic scale, from its first epoch's loss to its lowest, "
            + "both of the median trial, median over engines; the epochs are those of the trials on the pages of scores "
            + $"({MarkdownText.Link("how", "../docs/statistics.md#epochs-to-the-same-loss")}).");
        var different = Convergence.Different(networks, out int compared);
        string comparisons = Counting.Of(compared, "comparison");
        if (compared == 0)
            page.Paragraph($"No comparison rests on {LeastTrials.Count} pairs of trials, so none is decided.");
        else if (different.Count == 0)
            page.Paragraph($"No engine needs significantly more or fewer epochs than `{reference}` ({comparisons}, Holm's correction).");
        else
        {
            page.Paragraph($"Significantly more or fewer epochs than `{reference}`, in {different.Count} of {comparisons} "
                + "(Holm's correction); there a time per fit compares different work, and the time to the target is the one to read:");
            page.List([.. different.Select(pair => Sentence(pair.Network, pair.Engine, reference))]);
        }

        page.List([.. Convergence.ReachingApart(networks, reference).Select(pair =>
            $"**{pair.Engine.Engine}** reaches the target in {Share(pair.Engine.Reached!)} trials for {Title(pair.Network)}, "
            + $"{reference} in {Share(pair.Reference)}")]);
    }

    /// <summary>The networks of one experiment, engine by engine.</summary>
    internal static void WriteTable(MarkdownDocument page, IReadOnlyList<Convergence> networks, string reference)
    {
        if (networks.Count == 0)
            return;
        var table = new MarkdownTable(
            "network", ">target loss", "engine", ">reached", ">epochs to it", $">more than {reference} [95 %]",
            ">time an epoch", ">time to it");
        foreach (Convergence network in networks)
        {
            string title = Title(network), target = network.Target is { } loss ? Numbers.Alone(loss.Value) : "falls by less than a tenth";
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

        page.Paragraph("Epochs to the same training loss; means over the trials that reach it, and times on one thread:");
        page.Table(table);
    }

    private static string Sentence(Convergence network, EngineConvergence engine, string reference)
    {
        MeanDifference more = engine.MoreThanReference!;
        double size = Math.Abs(more.Difference);
        Interval own = more.Interval, interval = more.Difference > 0 ? own : new Interval(-own.High, -own.Low, own.Confidence);
        return $"**{engine.Engine}** needs {Figures.WithInterval(size, interval, 0)} {(more.Difference > 0 ? "more" : "fewer")} epochs "
            + $"than {reference} for "
            + $"{Title(network)} ({MarkdownText.Link(network.Experiment.Name, $"{network.Experiment.Name}.md")})";
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
