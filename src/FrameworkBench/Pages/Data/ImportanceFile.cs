using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Data;

/// <summary><c>importance.csv</c>: one line an input column of every trial that was weighed.</summary>
internal static class ImportanceFile
{
    internal const string Name = "importance.csv";

    private static readonly string[] Headings = [.. ScoresFile.OfPlace, "input", "fall_of_score", "own_share"];

    /// <summary>The file, or none when no inputs were weighed.</summary>
    internal static IReadOnlyList<ResultFile> Write(ExperimentResults results)
    {
        TrialResult[] weighed = [.. results.Models.SelectMany(model => model.Trials).Where(trial => trial.Importance is not null)];
        return weighed.Length == 0
            ? [] : [new ResultFile($"{results.Experiment.Name}/{Name}", CsvText.Of(Headings, weighed.SelectMany(Lines)))];
    }

    private static IEnumerable<IEnumerable<string>> Lines(TrialResult trial) => trial.Importance!.Select((column, number) =>
        ScoresFile.Place(trial).Concat(
            [column.Column, Figures.Setting(column.Mean), trial.OwnImportance is { } own ? Figures.Setting(own[number]) : ""]));
}
