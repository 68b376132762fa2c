using FrameworkBench.Experiments;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Site;

/// <summary>What the browsing page is made of: all that a results folder holds, of this run and of earlier ones.</summary>
/// <param name="Experiments">The experiments with their verdicts, in the order of the lessons.</param>
/// <param name="Runs">What they were run with.</param>
/// <param name="Profile">How thorough this run was.</param>
/// <param name="Read">Reads a file of the results folder as it is after this run; null where there is none.</param>
internal sealed record SiteContent(
    IReadOnlyList<ExperimentResults> Experiments, IReadOnlyList<ExperimentRun> Runs, Profile Profile, Func<string, string?> Read)
{
    /// <summary>The claims of all experiments.</summary>
    internal IReadOnlyList<ClaimVerdicts> Claims { get; } = [.. Experiments.SelectMany(ClaimVerdicts.Of)];
}
