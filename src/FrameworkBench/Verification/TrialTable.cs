using FrameworkBench.Pages.Data;
using FrameworkBench.Reading;

namespace FrameworkBench.Verification;

/// <summary>The trials of an experiment, as its <c>scores.csv</c> and <c>times.csv</c> have them.</summary>
/// <param name="Path">The path of the scores in the results folder.</param>
/// <param name="TimesPath">The path of the times.</param>
/// <param name="Columns">The names of the columns of both, without those of the times that say which trial a row is.</param>
/// <param name="Rows">The rows, in the order of the scores.</param>
/// <param name="Times">The trials of the times, in their order.</param>
internal sealed record TrialTable(
    string Path, string TimesPath, IReadOnlyList<string> Columns, IReadOnlyList<TrialRow> Rows, IReadOnlyList<TrialRow> Times)
{
    /// <summary>Reads those of an experiment; null when it has no scores. Without times every time is empty.</summary>
    internal static TrialTable? Read(string folder, string experiment)
    {
        string path = ScoresFile.PathOf(experiment), timesPath = TimesFile.PathOf(experiment);
        if (!File.Exists(System.IO.Path.Combine(folder, path)))
            return null;
        (string[] columns, List<TrialRow> scores) = Read(System.IO.Path.Combine(folder, path));
        (string[] timesColumns, List<TrialRow> times) = Read(System.IO.Path.Combine(folder, timesPath));
        ILookup<TrialPlace, TrialRow> byPlace = times.ToLookup(row => row.Place);
        return new TrialTable(
            path, timesPath,
            [.. columns, .. timesColumns.Except(ScoresFile.OfPlace)],
            [.. scores.Select(row => byPlace[row.Place].FirstOrDefault() is { } time ? row.With(time) : row)],
            times);
    }

    /// <summary>Something wrong in a cell, in the file that has its column.</summary>
    internal Discrepancy Wrong(TrialRow row, string column, string right) =>
        row.TimesLine is int line && TimesFile.Figures.Contains(column)
            ? new Discrepancy(TimesPath, line, column, row[column], right)
            : new Discrepancy(Path, row.Line, column, row[column], right);

    private static (string[] Columns, List<TrialRow> Rows) Read(string file)
    {
        if (!File.Exists(file))
            return ([], []);
        var (columns, rows) = CsvText.Table(RegularFile.ReadText(file, RegularFile.MostBytesOfResults));
        return (columns, [.. rows.Select(row => new TrialRow(row.Line, row.Cells))]);
    }
}
