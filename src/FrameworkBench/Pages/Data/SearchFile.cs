using System.Globalization;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Data;

/// <summary><c>data/EXPERIMENT-search.csv</c>: one line a candidate of every search, with what was drawn and how it was judged inside the training rows, by the longest fit that it got.</summary>
internal static class SearchFile
{
    private static readonly string[] Headings =
        ["experiment", "dataset", "model", "engine", "split", "seed", "candidate", "chosen", "status", "reason", "resource", "metric", "score", "fit_seconds", "settings"];

    internal static string PathOf(string experiment) => $"data/{experiment}-search.csv";

    /// <summary>The file, or none when nothing was searched.</summary>
    internal static IReadOnlyList<ResultFile> Write(ExperimentResults results, IEnumerable<TrialResult> trials)
    {
        List<TrialResult> searched = [.. trials.Where(trial => trial.Search is not null)];
        return searched.Count == 0 ? [] : [new ResultFile(PathOf(results.Experiment.Name), CsvText.Of(Headings, searched.SelectMany(Lines)))];
    }

    private static IEnumerable<IEnumerable<string>> Lines(TrialResult trial)
    {
        for (int number = 0; number < trial.Search!.Candidates.Count; number++)
        {
            CandidateStanding candidate = trial.Search.Candidates[number];
            if (candidate.Fits.LastOrDefault(fit => fit.Outcome is not null) is not { Outcome: { } outcome } fit)
                continue;
            string metric = MetricRegistry.UsualFor(trial.Input.Dataset.Task);
            yield return
            [
                trial.Trial.Experiment.Name, trial.Trial.Dataset, trial.Trial.Model.Name, trial.Trial.Engine, CsvText.Cell(trial.Trial.Split), CsvText.Cell(trial.Trial.Seed),
                CsvText.Cell(number), candidate.Candidate == trial.Search.Chosen?.Candidate ? "yes" : "no", StatusWords.Of(outcome.Status), outcome.Reason ?? "",
                fit.Share.ToString("0.####", CultureInfo.InvariantCulture), metric, fit.Score is double score ? CsvText.Cell(score) : "",
                candidate.Seconds.ToString("0.000000", CultureInfo.InvariantCulture),
                string.Join("; ", candidate.Settings.Select(setting => $"{setting.Key}: {setting.Value}")),
            ];
        }
    }
}
