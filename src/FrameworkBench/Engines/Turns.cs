using FrameworkBench.Trials;

namespace FrameworkBench.Engines;

/// <summary>The order of fits whose times are to be compared.</summary>
internal static class Turns
{
    /// <summary>
    /// One engine after the other, and within it round after round: a round fits every model once, with one split and
    /// seed, so that a machine that drifts hits all models alike. Each round begins with the model after the one that
    /// began the last, so that none always runs behind the same other.
    /// </summary>
    public static IEnumerable<PlannedTrial> Order(IReadOnlyList<PlannedTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return trials
            .GroupBy(planned => (planned.Trial.Experiment.Name, planned.Trial.Dataset, planned.Trial.Engine))
            .SelectMany(engine => engine.GroupBy(planned => (planned.Trial.Split, planned.Trial.Seed)).SelectMany(Rotate));
    }

    private static IEnumerable<PlannedTrial> Rotate(IEnumerable<PlannedTrial> models, int round)
    {
        PlannedTrial[] all = [.. models];
        int first = round % all.Length;
        return [.. all[first..], .. all[..first]];
    }
}
