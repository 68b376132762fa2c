using FrameworkBench.Changes.Noise;
using FrameworkBench.Changes.Stored;
using FrameworkBench.Trials;
using FrameworkBench.Verification;

namespace FrameworkBench.Changes.Failures;

/// <summary>Finds trials that fail where as many did not, models that an engine lost, and those that it has again.</summary>
internal static class TrialChanges
{
    /// <summary>Those of an experiment, models with the same change and reason together.</summary>
    internal static IEnumerable<TrialChange> Of(StoredExperiment before, StoredExperiment after)
    {
        ILookup<ModelPlace, TrialRow> earlier = before.Table.Rows.ToLookup(StoredExperiment.PlaceOf);
        return
        [
            .. from rows in after.Table.Rows.GroupBy(StoredExperiment.PlaceOf)
               let change = Between(new Statuses([.. earlier[rows.Key]]), new Statuses([.. rows]))
               where change is not null
               group (rows.Key, Change: change.Value) by (rows.Key.Engine, change.Value.What, change.Value.Reason, change.Value.Direction)
               into same
               select new TrialChange(
                   after.Name, same.Key.Engine, [.. same.Select(model => model.Key.Title)], same.Sum(model => model.Change.Count),
                   same.Key.What, same.Key.Reason, same.Key.Direction),
        ];
    }

    private static (string What, int Count, string? Reason, Direction Direction)? Between(Statuses before, Statuses after)
    {
        if (after.Of(TrialStatus.Failed) - before.Of(TrialStatus.Failed) is not 0 and var more)
        {
            return more > 0
                ? ("newly fail", more, after.Reason(TrialStatus.Failed), Direction.Worse)
                : ("no longer fail", -more, null, Direction.Better);
        }

        if (before.Of(TrialStatus.Done) == 0 || after.Of(TrialStatus.Done) > 0)
            return null;
        if (after.Of(TrialStatus.Diverged) is > 0 and var diverged)
            return ("all diverge now", diverged, null, Direction.Worse);
        return after.Of(TrialStatus.Unsupported) is > 0 and var lost
            ? ("are no longer supported", lost, after.Reason(TrialStatus.Unsupported), Direction.Worse) : null;
    }

    private sealed record Statuses(IReadOnlyList<TrialRow> Rows)
    {
        internal int Of(TrialStatus status) => Rows.Count(row => row.Status == status);

        internal string? Reason(TrialStatus status) => Rows.First(row => row.Status == status)["reason"] is { Length: > 0 } reason
            ? reason : null;
    }
}
