using FrameworkBench.Changes.Failures;
using FrameworkBench.Changes.Noise;
using FrameworkBench.Changes.Times;
using FrameworkBench.Changes.Verdicts;

namespace FrameworkBench.Changes;

/// <summary>What changed between two results.</summary>
public sealed record ResultChanges
{
    /// <summary>What the old results are called.</summary>
    public required string Before { get; init; }

    /// <summary>What the new results are called.</summary>
    public required string After { get; init; }

    /// <summary>Verdicts that are not what they were, those that got worse first.</summary>
    public required IReadOnlyList<VerdictChange> Verdicts { get; init; }

    /// <summary>Figures that moved beyond noise, those that got worse first, and of each the largest change first.</summary>
    public required IReadOnlyList<FigureChange> Figures { get; init; }

    /// <summary>Trials that newly fail, models that engines lost, and what runs again.</summary>
    public required IReadOnlyList<TrialChange> Trials { get; init; }

    /// <summary>Engines whose fits take longer or less long beyond spread; none when the machines differ or are not known.</summary>
    public required IReadOnlyList<TimeChange> Times { get; init; }

    /// <summary>What was added and removed.</summary>
    public required IReadOnlyList<PresenceChange> Presence { get; init; }

    /// <summary>What else changed, and may be why; empty when nothing else did.</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>The figures that could be compared and are not the same.</summary>
    public required IReadOnlyList<ComparedFigure> Compared { get; init; }

    /// <summary>Whether nothing changed beyond noise.</summary>
    public bool IsEmpty => Verdicts.Count + Figures.Count + Trials.Count + Times.Count + Presence.Count == 0;

    /// <summary>Whether something got worse.</summary>
    public bool IsWorse => Verdicts.Any(change => change.Direction == Direction.Worse)
        || Figures.Any(change => change.Figure.IsWorse)
        || Trials.Any(change => change.Direction == Direction.Worse)
        || Times.Any(change => change.Direction == Direction.Worse)
        || Presence.Any(change => change.Direction == Direction.Worse);
}
