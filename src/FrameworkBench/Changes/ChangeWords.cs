using FrameworkBench.Changes.Failures;
using FrameworkBench.Changes.Noise;
using FrameworkBench.Changes.Times;
using FrameworkBench.Changes.Verdicts;
using FrameworkBench.Claims;
using FrameworkBench.Wording;

namespace FrameworkBench.Changes;

/// <summary>Says what changed between two results, in sections of one line a change.</summary>
public static class ChangeWords
{
    /// <summary>What got worse, in a line: "HEAD → results: 1 claim no longer holds and 2 models score worse".</summary>
    /// <param name="changes">The changes.</param>
    public static string Headline(ResultChanges changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        int claims = Claims(changes), models = Groups(changes.Figures).Count(group => group[0].Figure.IsWorse),
            trials = changes.Trials.Where(change => change.Direction == Direction.Worse).Sum(change => change.Count),
            slower = changes.Times.Where(change => change.Direction == Direction.Worse).Sum(change => change.Fits.Count),
            engines = changes.Presence.Count(change => change.Direction == Direction.Worse);
        string[] worse =
        [
            .. new[]
            {
                (claims, $"{Counting.Of(claims, "claim")} no longer {(claims == 1 ? "holds" : "hold")}"),
                (models, $"{Counting.Of(models, "model")} {(models == 1 ? "scores" : "score")} worse"),
                (trials, $"{Counting.Of(trials, "trial")} newly without a score"),
                (slower, $"{Counting.Of(slower, "model")} slower"),
                (engines, $"{Counting.Of(engines, "engine")} lost"),
            }.Where(part => part.Item1 > 0).Select(part => part.Item2),
        ];
        return $"{changes.Before} → {changes.After}: {(changes.IsWorse ? Phrase.And(worse) : "nothing got worse")}";
    }

    /// <summary>The changes, verdicts first; kinds without any are left out.</summary>
    /// <param name="changes">The changes.</param>
    public static IReadOnlyList<ChangeSection> Sections(ResultChanges changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ChangeSection[] sections =
        [
            new("Verdicts", "", [.. changes.Verdicts.Select(Item)]),
            new("Scores beyond noise", FigureWords.Note(changes.Compared), [.. Groups(changes.Figures).Select(Item)]),
            new("Trials", "", [.. changes.Trials.Select(Item)]),
            new("Times", changes.Times.Count == 0 ? "" : NoteOfTimes(changes.Times[0].Drift), [.. changes.Times.Select(Item)]),
            new("Added and removed", "", [.. changes.Presence.Select(Item)]),
            new("What else changed", "", [.. changes.Causes.Select(cause => new ChangeItem("", Direction.Other, cause))]),
        ];
        return [.. sections.Where(section => section.Items.Count > 0)];
    }

    private static int Claims(ResultChanges changes) => changes.Verdicts.Where(change => change.Direction == Direction.Worse)
        .Select(change => change.Claim).Distinct().Count();

    private static ChangeItem Item(VerdictChange change) => new(
        change.Direction switch
        {
            Direction.Worse => "worse",
            Direction.Weaker => "weaker",
            Direction.Better => "better",
            Direction.Other => "other",
        },
        change.Direction,
        $"{change.Claim}: {VerdictWords.Words(change.Before)} → {VerdictWords.Words(change.After)}{On(change)}: {change.Says}");

    private static string On(VerdictChange change) => change is { IsOfAllEngines: true, Engines.Count: 1 }
        ? "" : $" on {Phrase.And(change.Engines)}";

    // The figures of one model by one engine that moved the same way are one change.
    private static IEnumerable<IReadOnlyList<FigureChange>> Groups(IEnumerable<FigureChange> changes) =>
        changes.GroupBy(change => (change.Figure.Place, change.Figure.IsWorse)).Select(group => group.ToArray());

    private static ChangeItem Item(IReadOnlyList<FigureChange> group)
    {
        ComparedFigure figure = group[0].Figure;
        string others = group.Count == 1 ? ""
            : $"; also {Phrase.And([.. group.Skip(1).Select(change => MetricWords.Title(change.Figure.Metric))])}";
        return new ChangeItem(
            figure.IsWorse ? "worse" : "better", figure.IsWorse ? Direction.Worse : Direction.Better,
            $"{figure.Place}: {MetricWords.Title(figure.Metric)} {FigureWords.Change(group[0])}{others}");
    }

    private static ChangeItem Item(TrialChange change) => new(
        change.Direction == Direction.Worse ? "worse" : "better",
        change.Direction,
        $"{change.Experiment}: {Counting.Of(change.Count, "trial")} by {change.Engine} {change.What} "
            + $"({string.Join(", ", change.Models)}){(change.Reason is { } reason ? $": {reason}" : "")}");

    private static ChangeItem Item(TimeChange change)
    {
        FitTimes most = change.Fits[0];
        return new ChangeItem(
            change.Direction == Direction.Better ? "faster" : "slower", change.Direction,
            $"{change.Engine}: {change.Fits.Count} of {Counting.Of(change.Compared, "model")}; most {most.Place.Experiment}: "
                + $"{most.Place.Title} {Quantities.Seconds(most.Before.Median)} → {Quantities.Seconds(most.After.Median)} "
                + $"({Quantities.Ratio(most.Ratio)}), medians of {most.Before.Count} and {most.After.Count} fits");
    }

    private static string NoteOfTimes(double drift) =>
        $"the same machine; {Quantities.Ratio(FitTimes.Reported)} or more, beyond the spread"
            + (drift == 1 ? "" : $"; all engines together {Quantities.Ratio(drift)}, which is not counted");

    private static ChangeItem Item(PresenceChange change) => new(
        change.IsAdded ? "added" : change.Direction == Direction.Worse ? "lost" : "removed", change.Direction, change.Text);
}
