using FrameworkBench.Experiments;
using FrameworkBench.Trials.Sharding;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Json;

/// <summary>What a run would do: the document of <c>plan</c>.</summary>
/// <param name="Format">The version of this shape; it grows when a key changes its meaning or goes away.</param>
/// <param name="Profile">quick, default or full.</param>
/// <param name="Shards">Into how many shards the plan is divided; null without <c>--shards</c>.</param>
/// <param name="Trials">How many fits the plan has, as far as that is known.</param>
/// <param name="Kept">How many of them are kept.</param>
/// <param name="OpenSearches">How many trials have a search that asks for further fits when those that are missing are kept.</param>
/// <param name="Missing">The fits that a run would do.</param>
internal sealed record PlanJson(
    int Format, string Profile, int? Shards, int Trials, int Kept, int OpenSearches, IReadOnlyList<PlannedTrialJson> Missing)
{
    private const int Version = 1;

    /// <summary>What a plan asks for.</summary>
    /// <param name="work">It, and what of it is kept.</param>
    /// <param name="profile">How thorough the run is.</param>
    /// <param name="shards">How the plan is divided; null when it is not.</param>
    public static PlanJson Of(PlannedWork work, Profile profile, ShardPlan? shards) => new(
        Version,
        $"{profile}".ToLowerInvariant(),
        shards?.Count,
        work.Fits.Count,
        work.Kept,
        work.Open.Count,
        [.. work.Missing.Select(fit => PlannedTrialJson.Of(fit.Fit, shards?.Of(fit.Fit)))]);
}
