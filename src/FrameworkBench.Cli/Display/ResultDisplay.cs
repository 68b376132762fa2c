using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows what a run found, in short.</summary>
internal static class ResultDisplay
{
    /// <summary>The claims with their verdicts, then what failed, then how many of each.</summary>
    public static void Show(RunResult result)
    {
        Verdict[] judged = [.. result.Verdicts.Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged)];
        Terminal.Show(
            ["claim", "engine", "verdict", "evidence"],
            judged.Select(
                verdict =>
                    new[] { Name(result, verdict), verdict.Engine,
                        VerdictWords.Words(verdict.Finding.Ruling)
                        + (verdict.Registration == Registration.Registered || verdict.Finding.Ruling == Ruling.ByConstruction
                        ? "" : " (exploratory)"), verdict.Finding.Evidence }));
        foreach (
            var failure in result.Results.Where(trial => trial.Outcome.Status == TrialStatus.Failed)
            .GroupBy(trial => (trial.Trial.Engine, trial.Outcome.Reason)))
            Terminal.Complain($"{failure.Key.Engine}: {Counting.Of(failure.Count(), "trial")} failed: {failure.Key.Reason} (first: "
                + $"{failure.First().Trial})");
        Terminal.Say(Summary(result));
        if (Exploratory(result) is { Length: > 0 } exploratory)
            Terminal.Say(exploratory);
    }

    // The data set where the claim is judged on several.
    private static string Name(RunResult result, Verdict verdict)
    {
        string claim = $"{verdict.Experiment}/{verdict.Claim.Id}";
        return verdict.Dataset is { } dataset
            && result.Experiments.Any(experiment => experiment.Name == verdict.Experiment && experiment.Datasets.Count > 1)
            ? $"{claim} ({dataset})" : claim;
    }

    // Without the emphasis of pages.
    private static string Exploratory(RunResult result) =>
        RegistrationSummary.Of([.. ExperimentResults.Of(result).SelectMany(ClaimVerdicts.Of)]).Replace("*", "", StringComparison.Ordinal);

    /// <summary>"3 claims: 2 hold, 1 does not; 120 trials done, 3 failed", with the claims counted as on the ledger.</summary>
    internal static string Summary(RunResult result)
    {
        ClaimVerdicts[] claims = [.. ExperimentResults.Of(result).SelectMany(ClaimVerdicts.Of)];
        int Count(TrialStatus status) => result.Results.Count(trial => trial.Outcome.Status == status);
        string[] others =
            [.. Enum.GetValues<TrialStatus>().Where(status => status != TrialStatus.Done && Count(status) > 0)
                .Select(status => $"{Count(status)} {StatusWords.Of(status)}")];
        return $"{(claims.Length == 0 ? "no claims" : TallyWords.Of(ClaimTally.Of(claims)))}; "
            + string.Join(", ", others.Prepend($"{Counting.Of(Count(TrialStatus.Done), "trial")} done"));
    }
}
