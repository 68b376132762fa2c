using FrameworkBench.Claims;
using FrameworkBench.Reporting;
using FrameworkBench.Trials;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows what a run found, in short.</summary>
internal static class ResultDisplay
{
    /// <summary>The claims with their verdicts, then what failed.</summary>
    public static void Show(RunResult result)
    {
        Terminal.Show(
            ["claim", "engine", "verdict", "evidence"],
            result.Verdicts
                .Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged)
                .Select(verdict => new[] { $"{verdict.Experiment}/{verdict.Claim.Id}", verdict.Engine, Word(verdict.Finding.Ruling), verdict.Finding.Evidence }));
        var failures = result.Results.Where(trial => trial.Outcome.Status == TrialStatus.Failed).GroupBy(trial => (trial.Trial.Engine, trial.Outcome.Reason)).ToList();
        foreach (var failure in failures)
            Terminal.Complain($"{failure.Key.Engine}: {failure.Count()} trials failed: {failure.Key.Reason} (first: {failure.First().Trial})");
        Terminal.Say(Summary(result));
    }

    private static string Summary(RunResult result)
    {
        int Count(Ruling ruling) => result.Verdicts.Count(verdict => verdict.Finding.Ruling == ruling);
        int Trials(TrialStatus status) => result.Results.Count(trial => trial.Outcome.Status == status);
        return $"{Count(Ruling.Holds)} claims hold, {Count(Ruling.DoesNotHold)} do not, {Count(Ruling.Inconclusive)} are inconclusive; "
            + $"{Trials(TrialStatus.Done)} trials done, {Trials(TrialStatus.Diverged)} diverged, {Trials(TrialStatus.Unsupported)} unsupported, {Trials(TrialStatus.Failed)} failed, {Trials(TrialStatus.Missing)} not run";
    }

    private static string Word(Ruling ruling) => ruling switch
    {
        Ruling.Holds => "holds",
        Ruling.DoesNotHold => "does not hold",
        Ruling.Inconclusive => "inconclusive",
        _ => "not judged",
    };
}
