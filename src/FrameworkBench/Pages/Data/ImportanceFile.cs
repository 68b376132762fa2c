using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Data;

/// <summary><c>data/EXPERIMENT-importance.csv</c>: one line an input column of every trial that was weighed.</summary>
internal static class ImportanceFile
{
    private static readonly string[] Headings = ["experiment", "dataset", "model", "engine", "split", "seed", "input", "fall_of_score", "own_share"];

    internal static string PathOf(string experiment) => $"data/{experiment}-importance.csv";

    /// <summary>The file, or none when no inputs were weighed.</summary>
    internal static IReadOnlyList<ResultFile> Write(ExperimentResults results)
    {
        TrialResult[] weighed = [.. results.Models.SelectMany(model => model.Trials).Where(trial => trial.Importance is not null)];
        return weighed.Length == 0 ? [] : [new ResultFile(PathOf(results.Experiment.Name), CsvText.Of(Headings, weighed.SelectMany(Lines)))];
    }

    private static IEnumerable<IEnumerable<string>> Lines(TrialResult trial) => trial.Importance!.Select((column, number) => new[]
    {
        trial.Trial.Experiment.Name, trial.Trial.Dataset, trial.Trial.Model.Name, trial.Trial.Engine, CsvText.Cell(trial.Trial.Split), CsvText.Cell(trial.Trial.Seed),
        column.Column, Figures.Setting(column.Mean), trial.OwnImportance is { } own ? Figures.Setting(own[number]) : "",
    });
}
