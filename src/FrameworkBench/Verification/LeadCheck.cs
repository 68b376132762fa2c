using FrameworkBench.Pages;
using FrameworkBench.Pages.Data;
using FrameworkBench.Reading;

namespace FrameworkBench.Verification;

/// <summary>Holds the files of how far models lead on each table against leads that were computed again from the scores.</summary>
internal static class LeadCheck
{
    internal static IEnumerable<Discrepancy> Of(string folder, DerivedResults derived) =>
        derived.Leads.SelectMany(file => Of(folder, file));

    private static IEnumerable<Discrepancy> Of(string folder, ResultFile right)
    {
        string file = Path.Combine(folder, right.Path);
        if (!File.Exists(file))
            return [new Discrepancy(right.Path, null, "leads", "no file", "the leads of the scores")];
        var found = CsvText.Table(RegularFile.ReadText(file, RegularFile.MostBytesOfResults));
        var expected = CsvText.Table(right.Text);
        return found.Rows.Count == expected.Rows.Count
            ? found.Rows.Zip(expected.Rows).SelectMany(row => Row(right.Path, row.First.Line, row.First.Cells, row.Second.Cells))
            : [new Discrepancy(right.Path, null, "rows", $"{found.Rows.Count}", $"{expected.Rows.Count}")];
    }

    // A file of before a column was added has the others.
    private static IEnumerable<Discrepancy> Row(
        string path, int line, IReadOnlyDictionary<string, string> found, IReadOnlyDictionary<string, string> right) =>
        from cell in found
        let expected = right.GetValueOrDefault(cell.Key, "no such column")
        where !Numbers.AreSame(cell.Value, expected)
        select new Discrepancy(path, line, cell.Key, cell.Value, expected);
}
