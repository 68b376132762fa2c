using System.Globalization;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Scoring;

namespace FrameworkBench.Reporting.Pages;

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
        trial.Trial.Experiment.Name, trial.Trial.Dataset, trial.Trial.Model.Name, trial.Trial.Engine, Text(trial.Trial.Split), Text(trial.Trial.Seed),
        column.Column, Text(column.Mean), trial.OwnImportance is { } own ? Text(own[number]) : "",
    });

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
