using CsvHelper;
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
    private static readonly CsvReaderOptions Options = new() { Separator = ',', TrackLineNumbers = true };

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
        var rows = new List<TrialRow>();
        string[] columns = [];
        if (!File.Exists(file))
            return (columns, rows);
        using var csv = CsvReader.FromText(RegularFile.ReadText(file, RegularFile.MostBytesOfResults), Options);
        while (csv.Read())
        {
            if (rows.Count == 0)
                columns = [.. csv.Headers.ToArray()];
            var cells = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
            for (int field = 0; field < Math.Min(columns.Length, csv.FieldCount); field++)
                cells[columns[field]] = CsvText.Read(csv.GetString(field));
            rows.Add(new TrialRow((int)csv.LineNumber, cells));
        }

        return (columns, rows);
    }
}
