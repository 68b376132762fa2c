using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Cli.Json;

/// <summary>A claim with its verdict over all engines, and that of each.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Id">The claim.</param>
/// <param name="Dataset">The data set; null for a claim across tables.</param>
/// <param name="Says">What it says.</param>
/// <param name="Verdict">One of holds, does_not_hold, inconclusive, by_construction, not_judged.</param>
/// <param name="Registered">Whether it was frozen before its evidence was seen.</param>
/// <param name="Evidence">The evidence in a sentence; null when it was not judged.</param>
/// <param name="Estimate">The estimate; null when there is none.</param>
/// <param name="Low">Lower end of its interval; null without one.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="Engines">The verdict of each engine alone.</param>
internal sealed record ClaimJson(
    string Experiment, string Id, string? Dataset, string Says, string Verdict, bool Registered, string? Evidence, double? Estimate,
    double? Low, double? High, IReadOnlyDictionary<string, string> Engines)
{
    /// <summary>A claim as it was judged.</summary>
    public static ClaimJson Of(ClaimVerdicts claim)
    {
        Finding? finding = claim.Whole?.Finding;
        return new ClaimJson(
            claim.Experiment.Name, claim.Claim.Id, claim.Dataset, claim.Claim.Says, VerdictWords.Key(claim.Overall),
            claim.Registration == Registration.Registered, finding?.Evidence, JsonOutput.Number(finding?.Estimate),
            JsonOutput.Number(finding?.Interval?.Low), JsonOutput.Number(finding?.Interval?.High),
            claim.Verdicts.ToDictionary(
                verdict => verdict.Engine, verdict => VerdictWords.Key(verdict.Finding.Ruling), StringComparer.Ordinal));
    }
}
