using FrameworkBench.Pages.Data;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Cli.Commands.Storing;

/// <summary>A stored trial as other programs read it; docs/store.md describes its columns.</summary>
/// <param name="Key">The trial's key.</param>
/// <param name="Trial">The trial; null where no experiment plans it.</param>
/// <param name="Outcome">Its outcome.</param>
internal sealed record ExportedTrial(TrialKey Key, Trial? Trial, Outcome Outcome)
{
    /// <summary>The headings of the table.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "key", "experiment", "dataset", "model", "engine", "split", "seed", "part", "status", "reason", "fit_seconds", "predict_seconds",
        "failed_after_seconds", "peak_bytes", "parameters", "threads", "epochs", "best_epoch", "stopped", "hard_labels", "rows", "columns",
    ];

    /// <summary>Stored trials in the order of their keys, read one by one.</summary>
    public static IEnumerable<ExportedTrial> Of(
        OutcomeStore store, IReadOnlyList<TrialKey> keys, IReadOnlyDictionary<TrialKey, Trial> planned) =>
        from key in keys.OrderBy(key => key.Hash, StringComparer.Ordinal)
        let outcome = store.Find(key)
        where outcome is not null
        select new ExportedTrial(key, planned.GetValueOrDefault(key), outcome);

    /// <summary>The cells of its line; empty where there is nothing to say.</summary>
    public IEnumerable<string> Cells() =>
    [
        Key.Hash, Trial?.Experiment.Name ?? "", Trial?.Dataset ?? "", Trial?.Model.Name ?? "", Trial?.Engine ?? "", Cell(Trial?.Split),
        Cell(Trial?.Seed), Cell(Trial?.Part), Word(Outcome.Status), Outcome.Reason ?? "", Cell(Outcome.FitSeconds),
        Cell(Outcome.PredictSeconds), Cell(Outcome.FailedAfterSeconds), Cell(Outcome.PeakBytes), Cell(Outcome.Parameters),
        Cell(Outcome.Threads), Cell(Outcome.Epochs), Cell(Outcome.BestEpoch), Word(Outcome.Stopped), Word(Outcome.HardLabels),
        Cell(Outcome.Predictions?.Rows), Cell(Outcome.Predictions?.Columns),
    ];

    /// <summary>One line of JSON with all that is stored of it.</summary>
    public string Json() => ProtocolJson.Write(new Line(
        Key.Hash, Trial?.Experiment.Name, Trial?.Dataset, Trial?.Model.Name, Trial?.Engine, Trial?.Split, Trial?.Seed, Trial?.Part,
        Outcome.Status, Outcome.Reason, Outcome.FitSeconds, Outcome.PredictSeconds, Outcome.FailedAfterSeconds, Outcome.PeakBytes,
        Outcome.Parameters, Outcome.Threads, Outcome.Epochs, Outcome.BestEpoch, Outcome.Stopped, Outcome.HardLabels, Outcome.Measures,
        Outcome.Notes, Outcome.History, RowsOf(Outcome.Predictions), RowsOf(Outcome.Codes)));

    private static string Cell(IFormattable? value) => value is null ? "" : CsvText.Cell(value);

    private static string Word<T>(T value) => ProtocolJson.Write(value).Trim('"');

    private static IReadOnlyList<double[]>? RowsOf(Predictions? predictions) => predictions is null
        ? null : [.. Enumerable.Range(0, predictions.Rows).Select(row => predictions.Slice(row, 1).Values)];

    private sealed record Line(
        string Key, string? Experiment, string? Dataset, string? Model, string? Engine, int? Split, long? Seed, int? Part,
        TrialStatus Status, string? Reason, double FitSeconds, double PredictSeconds, double? FailedAfterSeconds, long PeakBytes,
        long Parameters, int Threads, int Epochs, int? BestEpoch, StopReason Stopped, bool HardLabels,
        IReadOnlyDictionary<string, double> Measures, IReadOnlyList<string> Notes, History History,
        IReadOnlyList<double[]>? Predictions, IReadOnlyList<double[]>? Codes);
}
