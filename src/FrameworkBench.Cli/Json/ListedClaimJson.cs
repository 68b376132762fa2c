using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Cli.Json;

/// <summary>A claim of <c>list claims</c>.</summary>
/// <param name="Experiment">Its experiment.</param>
/// <param name="Id">The claim.</param>
/// <param name="Says">What it says.</param>
/// <param name="Judged">On what it is judged.</param>
/// <param name="Source">Where it is from; null when the experiment does not say.</param>
internal sealed record ListedClaimJson(string Experiment, string Id, string Says, string Judged, string? Source)
{
    /// <summary>A claim of an experiment.</summary>
    public static ListedClaimJson Of(Experiment experiment, ClaimSpec claim) => new(
        experiment.Name, claim.Id, claim.Says, ClaimScope.Of(experiment, claim), (claim.Source ?? experiment.Source)?.ToString());
}
