using FrameworkBench.Changes.Noise;
using FrameworkBench.Changes.Stored;
using FrameworkBench.Trials;
using FrameworkBench.Verification;

namespace FrameworkBench.Changes.Failures;

/// <summary>
/// Finds trials that fail where as many did not, those that are not there any more, models that an engine lost, and those that it has
/// again.
/// </summary>
internal static class TrialChanges
{
    /// <summary>Those of an experiment, models with the same change and reason together.</summary>
    internal static IEnumerable<TrialChange> Of(StoredExperiment before, StoredExperiment after)
    {
        ILookup<ModelPlace, TrialRow> earlier = before.Table.Rows.ToLookup(StoredExperiment.PlaceOf),
            later = after.Table.Rows.ToLookup(StoredExperiment.PlaceOf);
        return
        [
            .. from place in later.Select(rows => rows.Key).Union(earlier.Select(rows => rows.Key))
               let was = new Statuses([.. earlier[place]])
               let now = new Statuses([.. later[place]])
               let missing = IsPlanned(place, before, after) ? Math.Max(0, was.Ran - now.Ran) : 0
               from change in new[] { Missing(now, missing), Between(was, now, missing) }
               where change is not null
               group (Place: place, Change: change.Value) by (place.Engine, change.Value.What, change.Value.Reason, change.Value.Direction)
               into same
               select new TrialChange(
                   after.Name, same.Key.Engine, [.. same.Select(model => model.Place.Title)], same.Sum(model => model.Change.Count),
                   same.Key.What, same.Key.Reason, same.Key.Direction),
        ];
    }

    // What was taken out of the experiment, and an engine without any trial, are reported as such.
    private static bool IsPlanned(ModelPlace place, StoredExperiment before, StoredExperiment after) =>
        after.IsPlannedAs(before) && !after.Run.Absent.Contains(place.Engine)
            && after.Has("engine", place.Engine) && after.Has("model", place.Model) && after.Has("dataset", place.Dataset);

    private static (string What, int Count, string? Reason, Direction Direction)? Missing(Statuses after, int count) => count == 0
        ? null : ("are missing", count, after.Of(TrialStatus.Missing) > 0 ? after.Reason(TrialStatus.Missing) : null, Direction.Worse);

    private static (string What, int Count, string? Reason, Direction Direction)? Between(Statuses before, Statuses after, int missing)
    {
        int more = after.Of(TrialStatus.Failed) - before.Of(TrialStatus.Failed);
        if (more > 0)
            return ("newly fail", more, after.Reason(TrialStatus.Failed), Direction.Worse);
        if (more < 0 && missing == 0)
            return ("no longer fail", -more, null, Direction.Better);
        if (before.Of(TrialStatus.Done) == 0 || after.Of(TrialStatus.Done) > 0)
            return null;
        if (after.Of(TrialStatus.Diverged) is > 0 and var diverged)
            return ("all diverge now", diverged, null, Direction.Worse);
        return after.Of(TrialStatus.Unsupported) is > 0 and var lost
            ? ("are no longer supported", lost, after.Reason(TrialStatus.Unsupported), Direction.Worse) : null;
    }

    private sealed record Statuses(IReadOnlyList<TrialRow> Rows)
    {
        internal int Ran => Rows.Count - Of(TrialStatus.Missing);

        internal int Of(TrialStatus status) => Rows.Count(row => row.Status == status);

        internal string? Reason(TrialStatus status) => Rows.First(row => row.Status == status)["reason"] is { Length: > 0 } reason
            ? reason : null;
    }
}
