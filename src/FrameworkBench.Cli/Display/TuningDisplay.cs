using FrameworkBench.Pages;
using FrameworkBench.Pages.Searches;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;
using FrameworkBench.Writing;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows what tuning found, in short.</summary>
internal static class TuningDisplay
{
    /// <summary>The trials and the candidates that failed, by reason.</summary>
    /// <returns>Whether there are any.</returns>
    public static bool ShowFailures(RunResult result)
    {
        FitStanding[] fits =
            [.. result.Results.Select(trial => trial.Search).OfType<SearchStanding>().SelectMany(search => search.Candidates)
                .SelectMany(candidate => candidate.Fits)];
        return Show("trial", result.Results.Select(trial => (trial.Trial, trial.Outcome)))
            | Show("candidate fit", fits.Where(fit => fit.Outcome is not null).Select(fit => (fit.Fit.Trial.Trial, fit.Outcome!)));
    }

    /// <summary>The models whose tuning gave nothing, with the reason.</summary>
    /// <returns>Whether another one was tuned.</returns>
    public static bool ShowUntuned(RunResult result)
    {
        var models = result.Results.Where(trial => trial.Trial.Model.Search is not null)
            .GroupBy(trial => (trial.Trial.Dataset, trial.Trial.Model.Name))
            .ToLookup(trials => trials.Any(trial => trial.Test is not null));
        foreach (var model in models[false])
            Terminal.Complain(
                $"{model.Key.Name} was not tuned on {model.Key.Dataset}: {string.Join("; ", model.Select(Reason).Distinct())}");
        if (models[true].Any())
            return true;
        Terminal.Complain("nothing was tuned; no files were written");
        return false;
    }

    /// <summary>What was found, and where the files are.</summary>
    public static void ShowAnswer(RunResult result, IReadOnlyList<ResultFile> tuned, string folder)
    {
        foreach (string line in TuningWriter.Answer(result))
            Terminal.Say(line);
        foreach (SearchSummary search in SearchSummary.Of(result.Results).Where(search => search.IsExhausted))
            Terminal.Say($"{search.Model.Name} on {search.Dataset}: {SearchWords.Exhausted(search)}");
        string[] tables = [.. result.Experiments[0].Tables.Values.Select(table => FolderOf(table.Path)).Distinct()];
        foreach (string file in tuned.Select(file => Path.Combine(folder, file.Path)))
        {
            Terminal.Say($"best settings: {file}");
            // A table beside the experiment needs no permission.
            var elsewhere = tables.Where(table => Path.GetFullPath(table) != Path.GetFullPath(FolderOf(file)));
            Terminal.Say($"run them: frameworkbench run {string.Join(" --data ", elsewhere.Prepend(file))}");
        }

        Terminal.Say($"page: {Path.Combine(folder, result.Experiments[0].Name, "README.md")}");
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : ".";

    private static bool Show(string what, IEnumerable<(Trial Trial, Outcome Outcome)> done)
    {
        var failures = done.Where(one => one.Outcome.Status == TrialStatus.Failed).GroupBy(one => one.Outcome.Reason).ToList();
        foreach (var failure in failures)
            Terminal.Complain($"{Counting.Of(failure.Count(), what)} failed: {failure.Key} (first: {failure.First().Trial})");
        return failures.Count > 0;
    }

    private static string Reason(TrialResult trial) => trial.Outcome.Status switch
    {
        TrialStatus.Unsupported => $"{trial.Trial.Engine} does not support {trial.Outcome.Reason}",
        _ => trial.Outcome.Reason ?? "no predictions",
    };
}
