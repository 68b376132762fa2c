using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Catalog;

/// <summary>Reads the catalog's YAML and reports every problem with its line.</summary>
internal sealed class CatalogReader
{
    public static DatasetCatalog Read(string path, string? added)
    {
        string text;
        try
        {
            text = RegularFile.ReadText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatasetException(path, "no such file; expected the catalog of data sets");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(path, $"the file cannot be read: {exception.Message}");
        }

        var problems = new ProblemList(path, ProblemList.Screenful);
        var entries = new List<CatalogEntry>();
        var leftOut = new Dictionary<string, string>(StringComparer.Ordinal);
        if (NodeParser.Parse(text, "expected the key 'datasets' with a table under each name", problems) is { } root
            && new Value(root, "", problems).AsMapping("catalog") is { } top)
        {
            foreach ((MappingEntry name, Value table) in top.At("datasets")?.AsNamed() ?? [])
            {
                Names.Check(name, "datasets", problems);
                if (Entry(name.Key, table, entries, entry => DatasetCatalog.FolderOf(entry, path, added)) is { } entry)
                    entries.Add(entry);
            }

            foreach ((MappingEntry name, Value reason) in top.At("left_out")?.AsNamed() ?? [])
                leftOut[name.Key] = reason.AsText() ?? "";
        }

        DatasetException.ThrowIfAny(problems);
        return new DatasetCatalog(path, added, entries, leftOut);
    }

    private static CatalogEntry? Entry(string name, Value value, List<CatalogEntry> before, Func<CatalogEntry, string> folderOf)
    {
        var node = value.Node as MappingNode;
        string keys = node?.Find("sample_of") is not null ? "sample" : node?.Find("images") is not null ? "idx" : "csv";
        if (value.AsMapping(keys) is not { } mapping)
            return null;
        CatalogEntry? entry = keys == "sample" ? Sample(name, mapping, before) : Table(name, mapping, keys == "idx");
        entry = entry is null ? null : entry with { StandIn = Above(mapping, "until_added", before)?.Name };
        if (entry is { Sample: null })
            Confine(mapping, entry, folderOf(entry));
        return entry;
    }

    private static void Confine(Mapping table, CatalogEntry entry, string folder)
    {
        string outside = entry.StandIn is null
            ? "the catalog's folder; put the table there" : "the folder of the added files; give the name that it is published with";
        IEnumerable<(string File, Value Place)> files = entry.IsIdx
            ? from key in new[] { "images", "labels" }
              from file in table.At(key)?.AsNamed() ?? []
              select (file.Name.Key, file.Value)
            : table.At("file") is { } single && single.AsText() is { } path ? [(path, single)] : [];
        foreach ((string file, Value place) in files)
            RealPath.IsConfined(place, file, [folder], outside);
    }

    /// <summary>The table that a key names, which must precede it; null where there is none.</summary>
    private static CatalogEntry? Above(Mapping mapping, string key, List<CatalogEntry> before)
    {
        CatalogEntry? found = mapping.Text(key) is { } name ? before.Find(entry => entry.Name == name) : null;
        if (found is null && mapping.Text(key) is { } unknown)
            mapping.At(key)!.Fail(
                $"no table '{unknown}' above this one; {ClosestName.Hint(unknown, [.. before.Select(entry => entry.Name)])}");
        return found;
    }

    private static CatalogEntry? Sample(string name, Mapping mapping, List<CatalogEntry> before)
    {
        string title = mapping.Text("title") ?? "";
        int rows = mapping.At("rows")?.AsWhole() ?? 1, state = mapping.At("random_state")?.AsWhole() ?? 0;
        IReadOnlyList<string> notes = Distinct(mapping.At("notes"));
        return Above(mapping, "sample_of", before) is { } whole
            ? whole with { Name = name, Title = title, Rows = rows, Sample = new CatalogSample(whole.Name, (uint)state), Notes = notes }
            : null;
    }

    private static CatalogEntry Table(string name, Mapping mapping, bool isIdx)
    {
        var entry = new CatalogEntry
        {
            Name = name,
            Title = mapping.Text("title") ?? "",
            Files = isIdx ? ImageFiles(mapping) : [new CatalogFile(mapping.Text("file") ?? "", ChecksumOf(mapping.At("sha256")))],
            IsIdx = isIdx,
            Task = mapping.At("task")?.AsWord() is { } task ? Words<TaskKind>.Find(task)!.Value : TaskKind.Regression,
            Target = mapping.Text("target") ?? "",
            Classes = Distinct(mapping.At("classes")),
            Rows = mapping.At("rows")?.AsWhole() ?? 1,
            Source = mapping.Text("source") ?? "",
            TakenFrom = mapping.Text("taken_from") ?? "",
            License = mapping.Text("licence") ?? "",
            Columns = isIdx ? [] : Columns(mapping),
            Image = isIdx ? null : mapping.At("image") is { } image ? ImageOf(image) : null,
            Group = isIdx ? null : mapping.Text("group"),
            Time = isIdx ? null : mapping.Text("time"),
            Notes = Distinct(mapping.At("notes")),
        };
        CheckOrder(mapping, entry);
        CheckClasses(mapping, entry);
        CheckImage(mapping, entry);
        return entry;
    }

    // Files of images and of labels by turns.
    private static List<CatalogFile> ImageFiles(Mapping mapping)
    {
        List<CatalogFile> images = Files(mapping.At("images")), labels = Files(mapping.At("labels"));
        if (images.Count != labels.Count)
            Fail(mapping, "labels", $"found {labels.Count} label files for {images.Count} image files");
        return [.. images.Zip(labels).SelectMany(pair => new[] { pair.First, pair.Second })];
    }

    private static List<CatalogColumn> Columns(Mapping mapping)
    {
        List<CatalogColumn> columns =
        [
            .. Distinct(mapping.At("numeric")).Select(name => new CatalogColumn(name, ColumnRole.Numeric, [])),
            .. from column in mapping.At("categorical")?.AsNamed() ?? []
               select new CatalogColumn(column.Name.Key, ColumnRole.Categorical, Distinct(column.Value)),
            .. Distinct(mapping.At("ignored")).Select(name => new CatalogColumn(name, ColumnRole.Ignored, [])),
        ];
        foreach (string twice in columns.GroupBy(column => column.Name).Where(group => group.Count() > 1).Select(group => group.Key))
            mapping.Fail($"column '{twice}' has more than one role");
        if (!columns.Exists(column => column.Role != ColumnRole.Ignored))
            mapping.Fail("no inputs; expected 'numeric' or 'categorical' columns");
        return columns;
    }

    private static void CheckOrder(Mapping mapping, CatalogEntry entry)
    {
        string[] names = [.. entry.Columns.Select(column => column.Name)];
        foreach ((string key, string? column) in new[] { ("group", entry.Group), ("time", entry.Time) })
        {
            if (column is not null && !names.Contains(column))
                Fail(mapping, key, column == entry.Target
                    ? $"'{column}' is the target; expected another column as the {key}"
                    : $"no column '{column}' among the numeric, categorical and ignored ones; {ClosestName.Hint(column, names)}");
        }

        if (entry.Group is not null && entry.Time is not null)
            Fail(mapping, "time", DatasetException.GroupAndTime);
    }

    private static void CheckImage(Mapping mapping, CatalogEntry entry)
    {
        if (entry.Image is not { } image)
            return;
        int inputs = entry.Columns.Count(column => column.Role != ColumnRole.Ignored);
        if (entry.Count(ColumnRole.Categorical) > 0 || image.Pixels != inputs)
        {
            Fail(mapping, "image", $"{image.Width} × {image.Height} are {image.Pixels} pixels, but the table has {inputs} inputs; "
                + "each must be a numeric column");
        }
    }

    private static void CheckClasses(Mapping mapping, CatalogEntry entry)
    {
        string? wrong = (entry.Task, entry.Classes.Count) switch
        {
            (TaskKind.Regression, > 0) => "a regression has no classes",
            (TaskKind.Binary, not 2) => $"found {entry.Classes.Count} classes; a binary task has two",
            (TaskKind.Multiclass, < 3) => $"found {entry.Classes.Count} classes; a multiclass task has three or more",
            _ => null,
        };
        if (wrong is not null)
            Fail(mapping, "classes", wrong);
        if (entry.Columns.Any(column => column.Name == entry.Target))
            Fail(mapping, "target", $"'{entry.Target}' is an input too");
    }

    private static void Fail(Mapping mapping, string key, string message)
    {
        if (mapping.At(key) is { } place)
            place.Fail(message);
        else
            mapping.Fail($"{key}: {message}");
    }

    private static List<CatalogFile> Files(Value? value) =>
        [.. (value?.AsNamed() ?? []).Select(file => new CatalogFile(file.Name.Key, ChecksumOf(file.Value)))];

    private static List<string> Distinct(Value? value)
    {
        var texts = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (Value item in value?.AsItems() ?? [])
        {
            if (item.AsText() is not { } text)
                continue;
            if (!known.Add(text))
                item.Fail($"duplicate '{text}'");
            texts.Add(text);
        }

        return texts;
    }

    private static string ChecksumOf(Value? value)
    {
        string? text = value?.AsText();
        if (text is not null && (text.Length != 64 || !text.All(char.IsAsciiHexDigitLower)))
            value!.Fail($"'{ScalarNode.Shorten(text)}' is not a SHA-256; expected 64 hexadecimal digits in lower case");
        return text ?? "";
    }

    private static ImageShape? ImageOf(Value value)
    {
        int[] numbers = [.. (value.AsItems() ?? []).Select(item => item.AsWhole() ?? 0)];
        if (numbers.Length == 3 && (long)numbers[0] * numbers[1] > int.MaxValue)
            value.Fail($"{numbers[0]} × {numbers[1]} pixels are too many for an image");
        else if (numbers.Length == 3)
            return numbers.All(number => number > 0) ? new ImageShape(numbers[0], numbers[1], numbers[2]) : null;
        else
            value.Fail("expected [width, height, value of ink], such as [8, 8, 16]");
        return null;
    }
}
