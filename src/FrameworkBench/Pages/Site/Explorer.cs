using System.Globalization;
using System.Text;
using System.Text.Json;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Pages.Data;
using FrameworkBench.Results.Suite;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Site;

/// <summary>What the explorer of a comparison over many tables shows, read from the comparison's data files.</summary>
/// <param name="Results">The experiment.</param>
/// <param name="Tables">The tables: a line of the data file each.</param>
/// <param name="Leads">The leads, in the order of the files.</param>
internal sealed record Explorer(
    ExperimentResults Results, IReadOnlyList<IReadOnlyDictionary<string, string>> Tables, IReadOnlyList<ExplorerLead> Leads)
{
    private const string Digits = "G4";

    /// <summary>The explorer of an experiment; null where it compares no models over several tables.</summary>
    internal static Explorer? Of(ExperimentResults results, Func<string, string?> read)
    {
        HashSet<string> known = [.. results.Experiment.Report.Compare.Select(pair => pair.Title)];
        var rows = Rows(TablesFile.PathOf(results.Experiment.Name), TablesFile.Headings);
        ExplorerLead[] leads =
        [
            .. rows.SelectMany(ExplorerLead.InScore)
                .Concat(Rows(MeasuresFile.PathOf(results.Experiment.Name), MeasuresFile.Headings).Select(ExplorerLead.InMeasure))
                .Where(lead => lead.Lead.Length > 0 && known.Contains(lead.Comparison)),
        ];
        return leads.Length == 0 ? null : new Explorer(results, [.. rows.DistinctBy(row => row["dataset"])], leads);

        IReadOnlyDictionary<string, string>[] Rows(string path, IReadOnlyList<string> headings) =>
            read(path) is { } text ? Complete(path, text, headings) : [];
    }

    // Both files are our own; one that somebody cut short is named.
    private static IReadOnlyDictionary<string, string>[] Complete(string path, string text, IReadOnlyList<string> headings)
    {
        var rows = CsvText.Table(text).Rows;
        return rows.SelectMany(row => headings.Except(row.Cells.Keys).Select(missing => (row.Line, Column: missing))).FirstOrDefault()
            is { Column: { } column, Line: var line }
            ? throw new IOException($"{path}:{line}: found no cell of '{column}'; restore the file, or delete its folder")
            : [.. rows.Select(row => row.Cells)];
    }

    /// <summary>The pairs of models, in the order of the experiment.</summary>
    internal IReadOnlyList<ModelPair> Pairs =>
        [.. Results.Experiment.Report.Compare.Where(pair => Leads.Any(lead => lead.Comparison == pair.Title))];

    /// <summary>What the sides of a pair are called.</summary>
    internal PairSides Sides(ModelPair pair) => PairSides.Of(Results.Experiment, pair);

    /// <summary>The data of the script: one line, in which nothing ends a script element.</summary>
    internal string Json()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("margin", TableVerdicts.Equivalence);
            Write(json, "tables", Tables, WriteTable);
            Write(json, "pairs", Pairs, WritePair);
            Write(json, "leads", Leads.GroupBy(lead => (lead.Comparison, lead.Engine, lead.Measure)), WriteLeads);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTable(Utf8JsonWriter json, IReadOnlyDictionary<string, string> table)
    {
        json.WriteString("name", table["dataset"]);
        json.WriteString("about", ExplorerWords.About(table));
        json.WriteNumber("rows", int.TryParse(table["rows"], out int rows) ? rows : 0);
    }

    private void WritePair(Utf8JsonWriter json, ModelPair pair)
    {
        PairSides sides = Sides(pair);
        json.WriteString("title", pair.Title);
        json.WriteString("first", sides.First);
        json.WriteString("second", sides.Second);
        json.WriteString("models", ExplorerWords.Models(Results.Experiment, pair));
    }

    // A table's place among the tables, its lead and the ends of the interval.
    private void WriteLeads(
        Utf8JsonWriter json, IGrouping<(string Comparison, string Engine, ExplorerMeasure Measure), ExplorerLead> leads)
    {
        string[] names = [.. Tables.Select(table => table["dataset"])];
        json.WriteString("pair", leads.Key.Comparison);
        json.WriteString("engine", leads.Key.Engine);
        json.WriteString("measure", leads.Key.Measure.Title);
        json.WriteString("unit", leads.Key.Measure.Unit);
        json.WriteStartArray("of");
        foreach (ExplorerLead lead in leads)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Array.IndexOf(names, lead.Dataset));
            foreach (string number in new[] { lead.Lead, lead.Low, lead.High })
                Number(json, number);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    // Four digits are more than a dot shows; equal scores may differ in the last bits.
    private static void Number(Utf8JsonWriter json, string text)
    {
        if (!double.TryParse(text, CultureInfo.InvariantCulture, out double value))
            json.WriteNullValue();
        else if (Math.Abs(value) <= PooledLead.Rounding)
            json.WriteNumberValue(0);
        else
            json.WriteRawValue(double.Parse(value.ToString(Digits)).ToString("R", CultureInfo.InvariantCulture));
    }
}
