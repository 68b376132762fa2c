using System.Globalization;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;
using FrameworkBench.Scoring;

namespace FrameworkBench.Reporting.Pages;

/// <summary>
/// <c>data/EXPERIMENT.csv</c>: one line a trial, in the order of the plan. Besides the scores of the task there is a
/// column for every other figure that a claim or the page names, so that all of both can be computed again.
/// </summary>
internal static class TrialsFile
{
    private static readonly string[] First = ["experiment", "dataset", "model", "engine", "split", "seed", "status", "reason"];
    private static readonly string[] Last = ["epochs", "fit_seconds", "predict_seconds", "peak_bytes"];

    internal static string PathOf(string experiment) => $"data/{experiment}.csv";

    internal static ResultFile Write(ExperimentResults results, IEnumerable<TrialResult> trials)
    {
        List<TrialResult> rows = [.. trials];
        MetricReference[] figures = Figures(results, rows);
        IEnumerable<string> headings = [.. First, .. figures.Select(figure => figure.ToString()), .. Last];
        return new ResultFile(PathOf(results.Experiment.Name), CsvText.Of(headings, rows.Select(row => Cells(row, figures))));
    }

    private static MetricReference[] Figures(ExperimentResults results, List<TrialResult> rows)
    {
        TaskKind[] tasks = [.. rows.Select(row => row.Input.Dataset.Task).Distinct()];
        bool training = rows.Exists(row => row.Training is not null);
        string[] scores = [.. MetricRegistry.All.Where(metric => tasks.Any(metric.AppliesTo)).Select(metric => metric.Name)];
        ReportSettings report = results.Experiment.Report;
        IEnumerable<MetricReference> compared = report.Compare.Count > 0 ? [new MetricReference(TrialFigures.Score)] : [];
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
                .Where(figure => figure.Epoch is not null || !Last.Contains(figure.Name)),
        ];
    }

    private static IEnumerable<string> Cells(TrialResult row, MetricReference[] figures) =>
    [
        row.Trial.Experiment.Name, row.Trial.Dataset, row.Trial.Model.Name, row.Trial.Engine,
        Text(row.Trial.Split), Text(row.Trial.Seed),
        StatusWords.Of(row.Outcome.Status), row.Outcome.Reason ?? "",
        .. figures.Select(figure => row.Figure(figure) is double value && double.IsFinite(value) ? Text(value) : ""),
        .. row.Outcome.FitSeconds > 0
            ? [Text(row.Outcome.Epochs), Seconds(row.Outcome.FitSeconds), Seconds(row.Outcome.PredictSeconds), Text(row.Outcome.PeakBytes)]
            : new[] { "", "", "", "" },
    ];

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.000000", CultureInfo.InvariantCulture);
}
