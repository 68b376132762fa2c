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

    public static DatasetCatalog Read(string path, string? added)
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
        return new CatalogReader(path).Read(path, added, root);
    }

    private DatasetCatalog Read(string path, string? added, YamlMappingNode root)
    {
        var top = new CatalogNode(root, "", problems);
        var entries = new List<CatalogEntry>();
        foreach ((string name, YamlNode node) in top.Mapping("datasets"))
        {
            if (ReadEntry(name, node, entries) is { } entry)
                entries.Add(entry);
        }

        var leftOut = top.Has("left_out")
            ? top.Mapping("left_out").ToDictionary(item => item.Key, item => top.Text(item.Value, item.Key), StringComparer.Ordinal)
            : [];
        top.RefuseUnknownKeys();
        problems.ThrowIfAny();
        return new DatasetCatalog(path, added, entries, leftOut);
    }

    private CatalogEntry? ReadEntry(string name, YamlNode node, List<CatalogEntry> before)
    {
        if (node is not YamlMappingNode mapping)
        {
            problems.Add($"datasets.{name}: expected keys and values", (int)node.Start.Line);
            return null;
        }

        var keys = new CatalogNode(mapping, $"datasets.{name}", problems);
        CatalogEntry? entry = keys.Has("sample_of") ? ReadSample(name, keys, before) : ReadTable(name, keys);
        if (entry is not null && keys.Has("until_added"))
            entry = entry with { StandIn = ReadStandIn(keys, before) };
        keys.RefuseUnknownKeys();
        return entry;
    }

    private static string? ReadStandIn(CatalogNode keys, List<CatalogEntry> before)
    {
        string name = keys.Text("until_added");
        if (before.Exists(entry => entry.Name == name))
            return name;
        keys.Problem("until_added", $"no table '{name}' above this one; {ClosestName.Hint(name, [.. before.Select(entry => entry.Name)])}");
        return null;
    }

    private static CatalogEntry? ReadSample(string name, CatalogNode keys, List<CatalogEntry> before)
    {
        string of = keys.Text("sample_of");
        string title = keys.Text("title");
        int rows = ReadWhole(keys, "rows", 1, int.MaxValue, "a number of rows; expected a whole number above 0");
        int state = ReadWhole(keys, "random_state", 0, int.MaxValue, "a seed; expected a whole number, 0 or more");
        IReadOnlyList<string> notes = keys.Has("notes") ? keys.Texts("notes") : [];
        if (before.Find(entry => entry.Name == of) is { } whole)
            return whole with { Name = name, Title = title, Rows = rows, Sample = new CatalogSample(of, (uint)state), Notes = notes };
        keys.Problem("sample_of", $"no table '{of}' above this one; {ClosestName.Hint(of, [.. before.Select(entry => entry.Name)])}");
        return null;
    }

    private static CatalogEntry ReadTable(string name, CatalogNode keys)
    {
        bool idx = keys.Has("images");
        var entry = new CatalogEntry
        {
            Name = name,
            Title = keys.Text("title"),
            Files = idx ? ReadImages(keys) : [new CatalogFile(keys.Text("file"), keys.Checksum("sha256"))],
            IsIdx = idx,
            Task = ReadTask(keys),
            Target = keys.Text("target"),
            Classes = keys.Has("classes") ? keys.Texts("classes") : [],
            Rows = ReadWhole(keys, "rows", 1, int.MaxValue, "a number of rows; expected a whole number above 0"),
            Source = keys.Text("source"),
            TakenFrom = keys.Text("taken_from"),
            License = keys.Text("licence"),
            Columns = idx ? [] : ReadColumns(keys),
            Image = !idx && keys.Has("image") ? ReadImage(keys) : null,
            Notes = keys.Has("notes") ? keys.Texts("notes") : [],
        };
        CheckClasses(keys, entry);
        CheckImage(keys, entry);
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

    private static int ReadWhole(CatalogNode keys, string key, int least, int most, string expected)
    {
        string text = keys.Text(key);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
            return value;
        if (text.Length > 0)
            keys.Problem(key, $"'{text}' is not {expected}");
        return least;
    }

    /// <summary>Files of images and of labels by turns, from two mappings of a path to its checksum.</summary>
    private static List<CatalogFile> ReadImages(CatalogNode keys)
    {
        CatalogFile[] images = [.. keys.Mapping("images").Select(item => new CatalogFile(item.Key, keys.Checksum(item.Value, $"images.{item.Key}")))];
        CatalogFile[] labels = [.. keys.Mapping("labels").Select(item => new CatalogFile(item.Key, keys.Checksum(item.Value, $"labels.{item.Key}")))];
        if (images.Length != labels.Length)
            keys.Problem("labels", $"found {labels.Length} label files for {images.Length} image files");
        return [.. images.Zip(labels).SelectMany(pair => new[] { pair.First, pair.Second })];
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

    private static ImageShape? ReadImage(CatalogNode keys)
    {
        const string Expected = "expected [width, height, value of ink], such as [8, 8, 16]";
        int[] numbers = [.. keys.Texts("image", distinct: false).Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)];
        if (numbers.Length == 3 && numbers.All(number => number > 0))
            return new ImageShape(numbers[0], numbers[1], numbers[2]);
        keys.Problem("image", Expected);
        return null;
    }

    private static void CheckImage(CatalogNode keys, CatalogEntry entry)
    {
        if (entry.Image is not { } image)
            return;
        int inputs = entry.Columns.Count(column => column.Role != ColumnRole.Ignored);
        if (entry.Count(ColumnRole.Categorical) > 0 || image.Pixels != inputs)
            keys.Problem("image", $"{image.Width} × {image.Height} are {image.Pixels} pixels, but the table has {inputs} inputs; each must be a numeric column");
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
