using FrameworkBench.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Verification;

/// <summary>One trial, as the data files of its experiment have it.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Cells">Its cells by the column's name.</param>
internal sealed record TrialRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    private static readonly Dictionary<string, TrialStatus> Statuses =
        Enum.GetValues<TrialStatus>().ToDictionary(StatusWords.Of, StringComparer.Ordinal);

    /// <summary>The line of its times in the file that has them; null when it has none.</summary>
    internal int? TimesLine { get; init; }

    /// <summary>A cell's text; empty when there is no such column.</summary>
    internal string this[string column] => Cells.GetValueOrDefault(column, "");

    /// <summary>What identifies a trial of an experiment, as its row has it.</summary>
    internal TrialPlace Place => new(this["dataset"], this["model"], this["engine"], this["split"], this["seed"]);

    /// <summary>A cell as a number; null when it is empty or none.</summary>
    internal double? Number(string column) => Numbers.Read(this[column]);

    /// <summary>How the trial ended; null when the word is unknown.</summary>
    internal TrialStatus? Status => Statuses.TryGetValue(this["status"], out TrialStatus status) ? status : null;

    /// <summary>The row with its times.</summary>
    /// <param name="times">The row of the same trial in the file of times.</param>
    internal TrialRow With(TrialRow times)
    {
        var cells = new Dictionary<string, string>(Cells, StringComparer.Ordinal);
        foreach ((string column, string cell) in times.Cells)
            cells.TryAdd(column, cell);
        return this with { Cells = cells, TimesLine = times.Line };
    }

    /// <summary>The row as claims see it.</summary>
    /// <param name="model">The model of its name.</param>
    internal TrialEvidence Evidence(ExperimentModel model)
    {
        int Whole(string column) => (int)(Number(column) ?? 0);
        int rows = Whole("table_rows"), tested = Whole("test_rows");
        return new TrialEvidence(
            model, this["engine"], Whole("split"), (long)(Number("seed") ?? 0),
            new TableFacts(
                this["dataset"], rows, Whole("table_columns"), this["table_inputs"] == "mixed",
                this["table_task"] is "binary" or "multiclass"),
            Whole("train_rows") + Whole("validation_rows"), (double)tested / Math.Max(1, rows - tested),
            Status ?? TrialStatus.Failed, this["reason"].Length == 0 ? null : this["reason"],
            figure => Number(figure.ToString()));
    }
}
