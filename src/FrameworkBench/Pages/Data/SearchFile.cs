using System.Globalization;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Data;

/// <summary>
/// <c>search.csv</c>: one line a candidate of every search, with what was drawn and how it was judged inside the training rows, by the
/// longest fit that it got; of an ensemble with the weight of each. <c>search-times.csv</c> has the seconds of its fits.
/// </summary>
internal static class SearchFile
{
    internal const string Name = "search.csv";

    /// <summary>The name of the file of their times.</summary>
    internal const string Times = "search-times.csv";

    private const string Candidate = "candidate";

    private static readonly string[] Headings =
        [.. ScoresFile.OfPlace, Candidate, "chosen", "weight", "status", "reason", "resource", "chosen_by", "loss", "metric", "score",
            "settings"];

    /// <summary>The files, or none when nothing was searched.</summary>
    internal static IReadOnlyList<ResultFile> Write(ExperimentResults results, IEnumerable<TrialResult> trials)
    {
        List<TrialResult> searched = [.. trials.Where(trial => trial.Search is not null)];
        return searched.Count == 0
            ? []
            :
            [
                new ResultFile($"{results.Experiment.Name}/{Name}", CsvText.Of(Headings, Lines(searched, Judged))),
                new ResultFile(
                    $"{results.Experiment.Name}/{Times}",
                    CsvText.Of([.. ScoresFile.OfPlace, Candidate, "fit_seconds"], Lines(searched, Timed))),
            ];
    }

    private static IEnumerable<IEnumerable<string>> Lines(
        IEnumerable<TrialResult> searched, Func<TrialResult, CandidateStanding, IEnumerable<string>> cells) =>
        from trial in searched
        from candidate in trial.Search!.Candidates.Index()
        where Longest(candidate.Item) is not null
        select ScoresFile.Place(trial).Append(CsvText.Cell(candidate.Index)).Concat(cells(trial, candidate.Item));

    private static IEnumerable<string> Judged(TrialResult trial, CandidateStanding candidate)
    {
        FitStanding fit = Longest(candidate)!;
        TaskKind task = trial.Input.Dataset.Task;
        WeightedCandidate? member = trial.Search!.Ensemble.FirstOrDefault(member => member.Candidate.Candidate == candidate.Candidate);
        return
        [
            trial.Search.Taken.Any(taken => taken.Candidate == candidate.Candidate) ? "yes" : "no",
            member is null ? "" : CsvText.Cell(member.Weight),
            StatusWords.Of(fit.Outcome!.Status), fit.Outcome.Reason ?? "",
            fit.Share.ToString("0.####", CultureInfo.InvariantCulture),
            fit.Outcome.HardLabels ? "error_rate" : MetricRegistry.ChoiceFor(task), fit.Loss is double loss ? CsvText.Cell(loss) : "",
            MetricRegistry.UsualFor(task), fit.Score is double score ? CsvText.Cell(score) : "",
            string.Join("; ", candidate.Settings.Select(setting => $"{setting.Key}: {setting.Value}")),
        ];
    }

    private static IEnumerable<string> Timed(TrialResult trial, CandidateStanding candidate) =>
        [candidate.Seconds.ToString("0.000000", CultureInfo.InvariantCulture)];

    private static FitStanding? Longest(CandidateStanding candidate) => candidate.Fits.LastOrDefault(fit => fit.Outcome is not null);
}
