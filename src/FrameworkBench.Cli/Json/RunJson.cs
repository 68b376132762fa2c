using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Json;

/// <summary>What a run found: the document of <c>run</c>, <c>run-all</c> and <c>report</c>.</summary>
/// <param name="Format">The version of this shape; it grows when a key changes its meaning or goes away.</param>
/// <param name="Profile">quick, default or full.</param>
/// <param name="Pages">The page to read first.</param>
/// <param name="Engines">The requested engines.</param>
/// <param name="Trials">How many trials ended how.</param>
/// <param name="Scores">The scores.</param>
/// <param name="Claims">The claims.</param>
/// <param name="Failures">What failed.</param>
internal sealed record RunJson(
    int Format, string Profile, string Pages, IReadOnlyList<EngineJson> Engines, IReadOnlyDictionary<string, int> Trials,
    IReadOnlyList<ScoreJson> Scores, IReadOnlyList<ClaimJson> Claims, IReadOnlyList<FailureJson> Failures)
{
    private const int Version = 1;

    /// <summary>A run whose pages are written.</summary>
    /// <param name="result">The run.</param>
    /// <param name="folder">The folder of its pages.</param>
    public static RunJson Of(RunResult result, string folder)
    {
        IReadOnlyList<ExperimentResults> experiments = ExperimentResults.Of(result);
        return new RunJson(
            Version,
            $"{result.Profile}".ToLowerInvariant(),
            Path.Combine(folder, "README.md"),
            [.. result.Engines.Select(EngineJson.Of)],
            Enum.GetValues<TrialStatus>().ToDictionary(
                StatusWords.Of, status => result.Results.Count(trial => trial.Outcome.Status == status), StringComparer.Ordinal),
            [.. experiments.SelectMany(ScoreJson.Of)],
            [.. experiments.SelectMany(ClaimVerdicts.Of).Select(ClaimJson.Of)],
            [
                .. result.Results.Where(trial => trial.Outcome.Status == TrialStatus.Failed)
                    .GroupBy(trial => (trial.Trial.Engine, trial.Outcome.Reason))
                    .Select(same => new FailureJson(same.Key.Engine, same.Key.Reason, same.Count(), $"{same.First().Trial}")),
            ]);
    }
}
