using System.Text.Json;
using FrameworkBench.Claims;
using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Data;

/// <summary>
/// <c>scores.csv</c>: one line a trial, in the order of the plan. It says which rows the trial had and of which table, and has the scores
/// of the task and a column for every other figure that a claim or the page names, to the last digit. Times are in
/// <see cref="TimesFile"/>; all verdicts can be computed again from both.
/// </summary>
internal static class ScoresFile
{
    internal const string Name = "scores.csv";

    // How long a trial learned: the same on every machine by a deterministic engine.
    internal const string Epochs = "epochs";

    internal static readonly string[] OfPlace = ["experiment", "dataset", "model", "engine", "split", "seed"];

    internal static readonly string[] First = [.. OfPlace, "train_rows", "validation_rows", "test_rows", "status", "reason"];

    // Which table stands behind the data set's name, and what claims across tables tell tables apart by.
    internal static readonly string[] OfTable =
        ["table", "table_rows", "sample_of", "table_columns", "table_inputs", "table_task", "table_sha256"];

    internal static string PathOf(string experiment) => $"{experiment}/{Name}";

    internal static ResultFile Write(ExperimentResults results, IEnumerable<TrialResult> trials)
    {
        List<TrialResult> rows = [.. trials];
        MetricReference[] figures = Figures(results, rows);
        IEnumerable<string> headings = [.. First, .. figures.Select(figure => figure.ToString()), .. OfTable, Epochs];
        return new ResultFile(PathOf(results.Experiment.Name), CsvText.Parts(headings, rows, row => Cells(row, figures)));
    }

    /// <summary>What identifies a trial.</summary>
    internal static IEnumerable<string> Place(TrialResult row) =>
    [
        row.Trial.Experiment.Name, row.Trial.Dataset, row.Trial.Model.Name, row.Trial.Engine,
        CsvText.Cell(row.Trial.Split), CsvText.Cell(row.Trial.Seed),
    ];

    private static MetricReference[] Figures(ExperimentResults results, List<TrialResult> rows)
    {
        TaskKind[] tasks = [.. rows.Select(row => row.Input.Dataset.Task).Distinct()];
        bool training = rows.Exists(row => row.Training is not null);
        string[] scores = [.. MetricRegistry.All.Where(metric => tasks.Any(metric.AppliesTo)).Select(metric => metric.Name)];
        ReportSettings report = results.Experiment.Report;
        IEnumerable<MetricReference> compared = report.Compare.Count > 0 || results.Experiment.Claims.Any(ClaimKinds.IsAcrossTables)
            ? [new MetricReference(TrialFigures.Score)] : [];
        IEnumerable<MetricReference> named = results.Experiment.Claims.SelectMany(claim => claim.Figures).Select(figure => figure.Metric)
            .Concat(report.Metric is null ? [] : [report.Metric])
            .Concat(report.Also)
            .Concat(compared);
        return
        [
            .. scores.Concat(
                training ? scores.Select(score => MetricReference.TrainingPrefix + score).Where(TrialFigures.Terms.ContainsKey) : [])
                .Select(score => new MetricReference(score))
                .Concat(named)
                .Distinct()
                .Where(figure => figure.Epoch is not null || (figure.Name != Epochs && !TimesFile.Figures.Contains(figure.Name))),
        ];
    }

    private static IEnumerable<string> Cells(TrialResult row, MetricReference[] figures)
    {
        return
        [
            .. Place(row),
            CsvText.Cell(row.Input.Split.TrainRows.Length), CsvText.Cell(row.Input.Split.ValidationRows.Length),
            CsvText.Cell(row.Input.Split.TestRows.Length),
            StatusWords.Of(row.Outcome.Status), row.Outcome.Reason ?? "",
            .. figures.Select(figure => Figure(row, figure)),
            .. Table(row.Input.Dataset),
            Figure(row, new MetricReference(Epochs)),
        ];
    }

    /// <summary>A figure to the last digit; empty where a trial has none.</summary>
    internal static string Figure(TrialResult row, MetricReference figure) =>
        row.Figure(figure) is double value && double.IsFinite(value) ? CsvText.Cell(value) : "";

    private static IEnumerable<string> Table(Dataset table) =>
    [
        table.StandIn ?? table.Name, CsvText.Cell(table.Rows), table.SampleOf is int whole ? CsvText.Cell(whole) : "",
        CsvText.Cell(table.Columns.Count), table.Columns.Any(column => column.Kind == ColumnKind.Categorical) ? "mixed" : "numeric",
        JsonNamingPolicy.SnakeCaseLower.ConvertName($"{table.Task}"), table.Checksum,
    ];
}
