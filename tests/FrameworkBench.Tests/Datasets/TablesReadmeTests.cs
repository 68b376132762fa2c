using System.Globalization;
using System.Text;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Datasets;

/// <summary>The list in experiments/datasets/README.md says what the catalog and the tables say.</summary>
public sealed class TablesReadmeTests
{
    private const string Begin = "<!-- tables: written by TablesReadmeTests -->\n";
    private const string End = "<!-- /tables -->\n";

    /// <summary>Run with UPDATE_README=1 in the environment to write the list anew.</summary>
    [Fact]
    public void The_readme_lists_the_tables_as_they_are()
    {
        string path = Path.Combine(Path.GetDirectoryName(RepositoryFiles.Catalog)!, "README.md");
        string text = File.ReadAllText(path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        string expected = List(DatasetCatalog.Read(RepositoryFiles.Catalog));
        if (Environment.GetEnvironmentVariable("UPDATE_README") == "1")
        {
            text = text[..begin] + expected + text[end..];
            File.WriteAllText(path, text);
            end = text.IndexOf(End, StringComparison.Ordinal);
        }

        Assert.Equal(expected, text[begin..end]);
    }

    private static string List(DatasetCatalog catalog)
    {
        var text = new StringBuilder();
        text.Append(
            "| name | what | task | rows | inputs | classes | missing cells | repeated rows | gathered by | taken from | licence |\n");
        text.Append("|---|---|---|---:|---:|---:|---:|---:|---|---|---|\n");
        foreach (CatalogEntry entry in catalog.Entries)
        {
            Dataset table = catalog.Load(entry.Name);
            string[] cells =
            [
                $"`{entry.Name}`",
                entry.Title + Order(entry),
                entry.Task switch { TaskKind.Binary => "binary", TaskKind.Multiclass => "multiclass", _ => "regression" },
                Whole(entry.Rows),
                Inputs(table),
                table.IsClassification ? Whole(table.ClassNames.Count) : "",
                entry.StandIn is null ? Whole(table.MissingCount) : "",
                entry.StandIn is null ? Whole(table.DuplicateCount) : "",
                entry.Source,
                entry.Sample is { } sample ? $"`{sample.Of}`, drawn with seed {sample.RandomState}" : entry.StandIn is { } other
                    ? $"{entry.TakenFrom}; `{other}` until they are added" : entry.TakenFrom,
                entry.License,
            ];
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }

        text.Append("\nLeft out:\n\n");
        foreach ((string name, string reason) in catalog.LeftOut)
            text.Append(CultureInfo.InvariantCulture, $"- `{name}`: {reason}.\n");
        return text.ToString();
    }

    private static string Inputs(Dataset table)
    {
        int numeric = table.Columns.Count(column => column.Kind == ColumnKind.Numeric);
        int categorical = table.Columns.Count - numeric;
        return (numeric, categorical) switch
        {
            (_, 0) => $"{numeric} numeric",
            (0, _) => $"{categorical} categorical",
            _ => $"{numeric} numeric, {categorical} categorical",
        };
    }

    private static string Order(CatalogEntry entry) => entry switch
    {
        { Group: { } group } => $" (groups: {group})",
        { Time: { } time } => $" (in order of time: {time})",
        _ => "",
    };

    private static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
