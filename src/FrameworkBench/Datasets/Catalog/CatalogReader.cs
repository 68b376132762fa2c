using System.Globalization;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Protocol.Messages;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FrameworkBench.Datasets.Catalog;

/// <summary>Reads the catalog's YAML and tells every problem with its line.</summary>
internal sealed class CatalogReader
{
    private readonly ProblemList problems;

    private CatalogReader(string path) => problems = new ProblemList(path);

    public static DatasetCatalog Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatasetException(path, "no such file; expected the catalog of data sets");
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw new DatasetException(path, $"not valid YAML: {exception.Message}", (int)exception.Start.Line);
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root)
            throw new DatasetException(path, "expected the key 'datasets' with a table under each name", 1);
        return new CatalogReader(path).Read(path, root);
    }

    private DatasetCatalog Read(string path, YamlMappingNode root)
    {
        var top = new CatalogNode(root, "", problems);
        CatalogEntry?[] entries = [.. top.Mapping("datasets").Select(item => ReadEntry(item.Key, item.Value))];
        var leftOut = top.Has("left_out")
            ? top.Mapping("left_out").ToDictionary(item => item.Key, item => top.Text(item.Value, item.Key), StringComparer.Ordinal)
            : [];
        top.RefuseUnknownKeys();
        problems.ThrowIfAny();
        return new DatasetCatalog(path, [.. entries.OfType<CatalogEntry>()], leftOut);
    }

    private CatalogEntry? ReadEntry(string name, YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            problems.Add($"datasets.{name}: expected keys and values", (int)node.Start.Line);
            return null;
        }

        var keys = new CatalogNode(mapping, $"datasets.{name}", problems);
        var entry = new CatalogEntry
        {
            Name = name,
            Title = keys.Text("title"),
            File = keys.Text("file"),
            Task = ReadTask(keys),
            Target = keys.Text("target"),
            Classes = keys.Has("classes") ? keys.Texts("classes") : [],
            Rows = ReadRows(keys),
            Sha256 = ReadChecksum(keys),
            Source = keys.Text("source"),
            TakenFrom = keys.Text("taken_from"),
            Licence = keys.Text("licence"),
            Columns = ReadColumns(keys),
            Notes = keys.Has("notes") ? keys.Texts("notes") : [],
        };
        keys.RefuseUnknownKeys();
        CheckClasses(keys, entry);
        return entry;
    }

    private static TaskKind ReadTask(CatalogNode keys)
    {
        string text = keys.Text("task");
        switch (text)
        {
            case "binary": return TaskKind.Binary;
            case "multiclass": return TaskKind.Multiclass;
            case "regression": return TaskKind.Regression;
            default:
                keys.Problem("task", $"'{text}' is not a task; {ClosestName.Hint(text, ["binary", "multiclass", "regression"])}");
                return TaskKind.Regression;
        }
    }

    private static int ReadRows(CatalogNode keys)
    {
        string text = keys.Text("rows");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows > 0)
            return rows;
        keys.Problem("rows", $"'{text}' is not a number of rows; expected a whole number above 0");
        return 1;
    }

    private static string ReadChecksum(CatalogNode keys)
    {
        string text = keys.Text("sha256");
        if (text.Length != 64 || !text.All(char.IsAsciiHexDigitLower))
            keys.Problem("sha256", $"'{text}' is not a SHA-256; expected 64 hexadecimal digits in lower case");
        return text;
    }

    private static List<CatalogColumn> ReadColumns(CatalogNode keys)
    {
        var columns = new List<CatalogColumn>();
        if (keys.Has("numeric"))
            columns.AddRange(keys.Texts("numeric").Select(name => new CatalogColumn(name, ColumnRole.Numeric, [])));
        if (keys.Has("categorical"))
            columns.AddRange(keys.Mapping("categorical").Select(item => new CatalogColumn(item.Key, ColumnRole.Categorical, keys.Texts(item.Value, $"categorical.{item.Key}"))));
        if (keys.Has("ignored"))
            columns.AddRange(keys.Texts("ignored").Select(name => new CatalogColumn(name, ColumnRole.Ignored, [])));
        foreach (string twice in columns.GroupBy(column => column.Name).Where(group => group.Count() > 1).Select(group => group.Key))
            keys.Problem(null, $"column '{twice}' has more than one role");
        if (!columns.Exists(column => column.Role != ColumnRole.Ignored))
            keys.Problem(null, "no inputs; expected 'numeric' or 'categorical' columns");
        return columns;
    }

    private static void CheckClasses(CatalogNode keys, CatalogEntry entry)
    {
        string? wrong = (entry.Task, entry.Classes.Count) switch
        {
            (TaskKind.Regression, > 0) => "a regression has no classes",
            (TaskKind.Binary, not 2) => $"found {entry.Classes.Count} classes; a binary task has two",
            (TaskKind.Multiclass, < 3) => $"found {entry.Classes.Count} classes; a multiclass task has three or more",
            _ => null,
        };
        if (wrong is not null)
            keys.Problem("classes", wrong);
        if (entry.Columns.Any(column => column.Name == entry.Target))
            keys.Problem("target", $"'{entry.Target}' is an input too");
    }
}
