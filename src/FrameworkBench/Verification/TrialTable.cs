using CsvHelper;

namespace FrameworkBench.Verification;

/// <summary>A <c>data/EXPERIMENT.csv</c>.</summary>
/// <param name="Path">Its path in the results' folder.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">Its rows, in the order of the file.</param>
internal sealed record TrialTable(string Path, IReadOnlyList<string> Columns, IReadOnlyList<TrialRow> Rows)
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', TrackLineNumbers = true };

    /// <summary>Reads one; null when it does not exist.</summary>
    internal static TrialTable? Read(string folder, string path)
    {
        string file = System.IO.Path.Combine(folder, path);
        if (!File.Exists(file))
            return null;
        using CsvReader csv = CsvReader.FromText(File.ReadAllText(file), Options);
        var rows = new List<TrialRow>();
        string[] columns = [];
        while (csv.Read())
        {
            columns = [.. csv.Headers.ToArray()];
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int field = 0; field < Math.Min(columns.Length, csv.FieldCount); field++)
                cells[columns[field]] = csv.GetString(field);
            rows.Add(new TrialRow((int)csv.LineNumber, cells));
        }

        return new TrialTable(path, columns, rows);
    }
}
