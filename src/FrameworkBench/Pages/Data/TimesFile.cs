using FrameworkBench.Experiments;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;

namespace FrameworkBench.Pages.Data;

/// <summary>
/// <c>times.csv</c>: one line a trial, in the order of <see cref="ScoresFile"/>, with what differs from run to run and from machine to
/// machine.
/// </summary>
internal static class TimesFile
{
    internal const string Name = "times.csv";

    internal const string FitSeconds = "fit_seconds", PerEpoch = "milliseconds_per_epoch";

    /// <summary>The figures: seconds of a fit and of predicting, bytes of the engine's process, milliseconds of an epoch.</summary>
    internal static readonly string[] Figures = [FitSeconds, "predict_seconds", "peak_bytes", PerEpoch];

    internal static string PathOf(string experiment) => $"{experiment}/{Name}";

    internal static ResultFile Write(ExperimentResults results, IEnumerable<TrialResult> trials) => new(
        PathOf(results.Experiment.Name),
        CsvText.Parts([.. ScoresFile.OfPlace, .. Figures], trials, Cells));

    private static IEnumerable<string> Cells(TrialResult trial) =>
        [.. ScoresFile.Place(trial), .. Figures.Select(name => ScoresFile.Figure(trial, new MetricReference(name)))];
}
