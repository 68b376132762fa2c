using CsvHelper;

namespace FrameworkBench.Tests.Samples;

/// <summary>Reads written data files back, each row by its column names.</summary>
internal static class CsvRows
{
    public static List<OrderedDictionary<string, string>> Of(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',' });
        var rows = new List<OrderedDictionary<string, string>>();
        while (csv.Read())
            rows.Add(
                new OrderedDictionary<string, string>(
                    csv.Headers.ToArray().Select((name, field) => KeyValuePair.Create(name, csv.GetString(field)))));
        return rows;
    }
}
