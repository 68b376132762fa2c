using System.Text.Json;
using FrameworkBench.Claims;
using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Data;

/// <summary>
/// <c>data/EXPERIMENT.csv</c>: one line a trial, in the order of the plan. It says which rows the trial had and of which table, and has
/// the scores of the task and a column for every other figure that a claim or the page names, to the last digit, so that all of both can
/// be computed again from this file alone.
/// </summary>
internal static class TrialsFile
{
    internal static readonly string[] First =
        ["experiment", "dataset", "model", "engine", "split", "seed", "train_rows", "validation_rows", "test_rows", "status", "reason"];

    // What differs from run to run and from machine to machine comes last.
    internal static readonly string[] OfFit = ["epochs", "fit_seconds", "predict_seconds", "peak_bytes"];

    // Which table stands behind the data set's name, and what claims across tables tell tables apart by.
    internal static readonly string[] OfTable = ["table", "table_rows", "sample_of", "table_columns", "table_inputs", "table_task", "table_sha256"];

    internal static string PathOf(string experiment) => $"data/{experiment}.csv";

    internal static ResultFile Write(ExperimentResults results, IEnumerable<TrialResult> trials)
    {
        List<TrialResult> rows = [.. trials];
        MetricReference[] figures = Figures(results, rows);
        IEnumerable<string> headings = [.. First, .. figures.Select(figure => figure.ToString()), .. OfTable, .. OfFit];
        return new ResultFile(PathOf(results.Experiment.Name), CsvText.Of(headings, rows.Select(row => Cells(row, figures))));
    }

    private static MetricReference[] Figures(ExperimentResults results, List<TrialResult> rows)
    {
        TaskKind[] tasks = [.. rows.Select(row => row.Input.Dataset.Task).Distinct()];
        bool training = rows.Exists(row => row.Training is not null);
        string[] scores = [.. MetricRegistry.All.Where(metric => tasks.Any(metric.AppliesTo)).Select(metric => metric.Name)];
        ReportSettings report = results.Experiment.Report;
        IEnumerable<MetricReference> compared = report.Compare.Count > 0 || results.Experiment.Claims.Any(ClaimKinds.IsAcrossTables) ? [new MetricReference(TrialFigures.Score)] : [];
        IEnumerable<MetricReference> named = results.Experiment.Claims.SelectMany(claim => claim.Figures).Select(figure => figure.Metric)
            .Concat(report.Metric is null ? [] : [report.Metric])
            .Concat(report.Also)
            .Concat(compared);
        return
        [
            .. scores.Concat(training ? scores.Select(score => MetricReference.TrainingPrefix + score).Where(TrialFigures.Terms.ContainsKey) : [])
                .Select(score => new MetricReference(score))
                .Concat(named)
                .Distinct()
                .Where(figure => figure.Epoch is not null || !OfFit.Contains(figure.Name)),
        ];
    }

    private static IEnumerable<string> Cells(TrialResult row, MetricReference[] figures)
    {
        return
        [
            row.Trial.Experiment.Name, row.Trial.Dataset, row.Trial.Model.Name, row.Trial.Engine,
            CsvText.Cell(row.Trial.Split), CsvText.Cell(row.Trial.Seed),
            CsvText.Cell(row.Input.Split.TrainRows.Length), CsvText.Cell(row.Input.Split.ValidationRows.Length), CsvText.Cell(row.Input.Split.TestRows.Length),
            StatusWords.Of(row.Outcome.Status), row.Outcome.Reason ?? "",
            .. figures.Select(Figure),
            .. Table(row.Input.Dataset),
            .. OfFit.Select(name => Figure(new MetricReference(name))),
        ];

        string Figure(MetricReference figure) => row.Figure(figure) is double value && double.IsFinite(value) ? CsvText.Cell(value) : "";
    }

    private static IEnumerable<string> Table(Dataset table) =>
    [
        table.StandIn ?? table.Name, CsvText.Cell(table.Rows), table.SampleOf is int whole ? CsvText.Cell(whole) : "",
        CsvText.Cell(table.Columns.Count), table.Columns.Any(column => column.Kind == ColumnKind.Categorical) ? "mixed" : "numeric",
        JsonNamingPolicy.SnakeCaseLower.ConvertName($"{table.Task}"), table.Checksum,
    ];
}
