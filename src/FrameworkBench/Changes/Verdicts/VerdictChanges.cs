using FrameworkBench.Changes.Stored;
using FrameworkBench.Claims;
using FrameworkBench.Results;
using FrameworkBench.Verification;

namespace FrameworkBench.Changes.Verdicts;

/// <summary>Finds the verdicts that are not what they were.</summary>
internal static class VerdictChanges
{
    /// <summary>Those of an experiment, engines with the same change together.</summary>
    internal static IEnumerable<VerdictChange> Of(StoredExperiment before, StoredExperiment after)
    {
        var earlier = before.Claims.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        bool sameDraws = before.IsPlannedAs(after);
        return
        [
            .. from entry in after.Claims
               where earlier.ContainsKey(entry.Name)
               let was = Ruled(earlier[entry.Name])
               let now = Ruled(entry)
               where was != now && IsThere(before.Run, entry) && IsThere(after.Run, entry)
               group entry by (Claim: ClaimOf(entry), Says: entry["says"], Was: was, Now: now) into same
               select new VerdictChange(
                   same.Key.Claim, same.Key.Says, same.Key.Was, same.Key.Now,
                   [.. same.Select(entry => entry["engine"]).OrderByDescending(engine => engine == Verdict.AllEngines)],
                   Between(same.Key.Was, same.Key.Now, sameDraws)),
        ];
    }

    private static string ClaimOf(ClaimEntry entry) =>
        $"{entry["experiment"]}/{entry["id"]}{(entry.Members.TryGetValue("dataset", out string? dataset) ? $" on {dataset}" : "")}";

    private static Ruling Ruled(ClaimEntry entry) => VerdictWords.Of(entry["verdict"]);

    // What is said of an unavailable engine is no change of a verdict.
    private static bool IsThere(ExperimentRun run, ClaimEntry entry) => !run.Absent.Contains(entry["engine"]);

    private static Direction Between(Ruling before, Ruling after, bool sameDraws) => (Stands(before), Stands(after)) switch
    {
        (true, true) or (false, false) => Direction.Other,
        (false, true) => Direction.Better,
        _ when after == Ruling.DoesNotHold || sameDraws => Direction.Worse,
        _ => Direction.Weaker,
    };

    private static bool Stands(Ruling ruling) => ruling is Ruling.Holds or Ruling.ByConstruction;
}
