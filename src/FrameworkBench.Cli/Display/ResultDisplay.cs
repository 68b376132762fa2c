using FrameworkBench.Cli.Commands;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows what a run found, in short.</summary>
internal static class ResultDisplay
{
    /// <summary>The scores, then the claims with their verdicts, then what failed, then how many of each.</summary>
    /// <param name="result">The run.</param>
    /// <param name="folder">The folder of its pages.</param>
    /// <param name="ending">How much of it is shown.</param>
    public static void Show(RunResult result, string folder, RunEnding ending = RunEnding.Scores)
    {
        if (ending == RunEnding.Scores)
        {
            IReadOnlyList<ExperimentResults> experiments = ExperimentResults.Of(result);
            ScoreDisplay.Show(experiments);
            VerdictDisplay.Show(
                [.. experiments.SelectMany(ClaimVerdicts.Of)], Workspace.Shown(Path.Combine(folder, "claims.md")));
        }

        ShowFailures(result);
        if (ending == RunEnding.Answers)
        {
            QuickScreen.Show(result, folder);
            return;
        }

        Terminal.Say(ending == RunEnding.Counts
            ? $"{Counting.Of(result.Experiments.Count, "experiment")}: {Trials(result)}" : Summary(result));
        if (Exploratory(result) is { Length: > 0 } exploratory)
            Terminal.Tell(exploratory);
        Terminal.Say($"pages: {Workspace.Shown(Path.Combine(folder, "README.md"))}");
    }

    /// <summary>Shows why trials failed, a line for each reason of each engine.</summary>
    /// <param name="result">The run.</param>
    public static void ShowFailures(RunResult result)
    {
        foreach (
            var failure in result.Results.Where(trial => trial.Outcome.Status == TrialStatus.Failed)
            .GroupBy(trial => (trial.Trial.Engine, trial.Outcome.Reason)))
            Terminal.Complain($"{failure.Key.Engine}: {Counting.Of(failure.Count(), "trial")} failed: {failure.Key.Reason} (first: "
                + $"{failure.First().Trial})");
    }

    // Without the emphasis of pages.
    private static string Exploratory(RunResult result) =>
        RegistrationSummary.Of([.. ExperimentResults.Of(result).SelectMany(ClaimVerdicts.Of)]).Replace("*", "", StringComparison.Ordinal);

    /// <summary>"3 claims: 2 hold, 1 does not; 120 trials done, 3 failed", with the claims counted as on the ledger.</summary>
    internal static string Summary(RunResult result)
    {
        ClaimVerdicts[] claims = [.. ExperimentResults.Of(result).SelectMany(ClaimVerdicts.Of)];
        return $"{(claims.Length == 0 ? "no claims" : TallyWords.Of(ClaimTally.Of(claims)))}; {Trials(result)}";
    }

    private static string Trials(RunResult result)
    {
        int Count(TrialStatus status) => result.Results.Count(trial => trial.Outcome.Status == status);
        string[] others =
            [.. Enum.GetValues<TrialStatus>().Where(status => status != TrialStatus.Done && Count(status) > 0)
                .Select(status => $"{Count(status)} {StatusWords.Of(status)}")];
        return string.Join(", ", others.Prepend($"{Counting.Of(Count(TrialStatus.Done), "trial")} done"));
    }
}
