using FrameworkBench.Datasets;
using FrameworkBench.Reading;

namespace FrameworkBench.Asking.Recognition;

/// <summary>
/// How each column of a table is read, as a YAML file that a user may copy, change and give back: a line a column,
/// <c>price: number</c>.
/// </summary>
public static class ReadingsFile
{
    /// <summary>The line by which a file is known for one that <c>ask</c> wrote.</summary>
    public const string Mark = "# frameworkbench ask";

    private const string Needs = "give a line for each column, such as price: number";

    /// <summary>The readings of a file, by the name of the column.</summary>
    /// <exception cref="DatasetException">The file is no mapping from columns to words of <see cref="ReadingWords"/>.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyDictionary<string, ColumnReading> Read(string path)
    {
        var problems = new ProblemList(path, ProblemList.Screenful);
        Node? root = NodeParser.Parse(RegularFile.ReadText(path), Needs, problems);
        var readings = new Dictionary<string, ColumnReading>(StringComparer.Ordinal);
        if (root is MappingNode columns)
            Read(columns, readings, problems);
        else if (root is not null)
            problems.Add(root, null, $"expected columns and how to read each; {Needs}");
        DatasetException.ThrowIfAny(problems);
        return readings;
    }

    /// <summary>The file of a table as it was understood.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The table's name.</param>
    public static string Write(UnderstoodTable table, string name)
    {
        ArgumentNullException.ThrowIfNull(table);
        var columns = new MappingNode(
            0, 0,
            [
                .. table.Columns.Select(column => new MappingEntry(
                    column.Name, 0, 0, new ScalarNode(0, 0, ReadingWords.Of(column.Reading), Quoted: false))),
            ]);
        string shown = VisibleText.Of(name).ReplaceLineEndings(" ");
        return $"{Mark}\n# How the columns of {shown} were read: {string.Join(", ", ReadingWords.All)}.\n"
            + "# To have one read in another way, change it in a copy of this file, and give the copy to --as.\n"
            + NodeWriter.InBlock(columns, 1);
    }

    private static void Read(MappingNode columns, Dictionary<string, ColumnReading> readings, ProblemList problems)
    {
        foreach (MappingEntry column in columns.Entries)
        {
            string word = column.Value is ScalarNode scalar ? scalar.Text : "";
            if (ReadingWords.Find(word) is { } reading)
                readings[column.Key] = reading;
            else
                problems.Add(
                    column.Line, column.Column, ScalarNode.Shorten(column.Key),
                    $"'{ScalarNode.Shorten(word)}' is not a kind of column; {ClosestName.Hint(word, ReadingWords.All)}");
        }
    }
}
