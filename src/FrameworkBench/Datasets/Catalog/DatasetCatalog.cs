using FrameworkBench.Datasets.Reading;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Catalog;

/// <summary>The tables that come with the project, and how to read them.</summary>
public sealed class DatasetCatalog
{
    private readonly Dictionary<string, CatalogEntry> byName;

    internal DatasetCatalog(string path, string? added, IReadOnlyList<CatalogEntry> entries, IReadOnlyDictionary<string, string> leftOut)
    {
        Path = path;
        Added = added;
        Entries = entries;
        LeftOut = leftOut;
        byName = entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>The catalog's file.</summary>
    public string Path { get; }

    /// <summary>The folder of the tables that users add, a folder each; null when none are taken.</summary>
    public string? Added { get; }

    /// <summary>The tables, in the order of the file.</summary>
    public IReadOnlyList<CatalogEntry> Entries { get; }

    /// <summary>Well-known tables that are not here, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> LeftOut { get; }

    /// <summary>Reads a catalog.</summary>
    /// <param name="path">The YAML file; the tables' files are relative to its folder.</param>
    /// <param name="added">The folder of the tables that users add; null takes none.</param>
    /// <exception cref="DatasetException">The file is absent or wrong; the exception lists all its problems.</exception>
    public static DatasetCatalog Read(string path, string? added = null) => CatalogReader.Read(path, added);

    /// <summary>Whether there is a table of this name.</summary>
    public bool Contains(string name) => byName.ContainsKey(name);

    /// <summary>What the catalog says of a table.</summary>
    /// <exception cref="DatasetException">There is no such table.</exception>
    public CatalogEntry Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (byName.TryGetValue(name, out CatalogEntry? entry))
            return entry;
        if (LeftOut.TryGetValue(name, out string? reason))
            throw new DatasetException(Path, $"'{name}' is left out of the catalog: {reason}");
        throw new DatasetException(Path, $"no data set '{name}'; {ClosestName.Hint(name, byName.Keys)}");
    }

    /// <summary>The number of its inputs; those of images are read from their files.</summary>
    /// <exception cref="DatasetException">There is no such table.</exception>
    public int InputsOf(string name)
    {
        int listed = Find(name).Count(ColumnRole.Numeric) + Find(name).Count(ColumnRole.Categorical);
        return listed > 0 ? listed : Load(name).Columns.Count;
    }

    /// <summary>Whether the files of a table exist; only those of a table that users add may be absent.</summary>
    /// <exception cref="DatasetException">There is no such table.</exception>
    public bool IsThere(string name)
    {
        CatalogEntry entry = Find(name);
        return entry.StandIn is null || (Added is not null && entry.Files.All(file => File.Exists(PathOf(entry, file))));
    }

    /// <summary>Where a file of a table is, or belongs.</summary>
    public string PathOf(CatalogEntry entry, CatalogFile file)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(file);
        return System.IO.Path.Combine(FolderOf(entry, Path, Added), file.Path);
    }

    /// <summary>The folder that the files of a table are in: the catalog's, or that of the table among those that users add.</summary>
    internal static string FolderOf(CatalogEntry entry, string catalog, string? added) => entry.StandIn is null
        ? System.IO.Path.GetDirectoryName(catalog) ?? "" : System.IO.Path.Combine(added ?? "", entry.Name);

    /// <summary>Reads a table, and checks its checksum, rows, columns and categories against the catalog.</summary>
    /// <returns>The table; of one that users add and that nobody has added, the one that stands for it, with a note that says so.</returns>
    /// <exception cref="DatasetException">There is no such table, or its file is not what the catalog says.</exception>
    public Dataset Load(string name)
    {
        CatalogEntry entry = Find(name);
        if (entry.StandIn is { } other && !IsThere(name))
        {
            Dataset standIn = Load(other);
            return standIn with
            {
                Name = name,
                StandIn = other,
                Notes = [
                    .. standIn.Notes,
                    FormattableString.Invariant(
                        $"{other} stands in for all {entry.Rows:N0} rows until 'frameworkbench datasets add {name} FOLDER' adds them")],
            };
        }

        if (entry.Sample is { } sample)
            return Load(sample.Of).Sample(entry.Rows, sample.RandomState) with { Name = entry.Name, Notes = entry.Notes };
        Dataset dataset = entry.IsIdx ? LoadIdx(entry) : LoadCsv(entry);
        return dataset with { SampleOf = Entries.FirstOrDefault(whole => whole.StandIn == name)?.Rows };
    }

    /// <summary>The checksum that <see cref="Load"/> gives a table, by the catalog alone: no table is read.</summary>
    /// <exception cref="DatasetException">There is no such table.</exception>
    public string ChecksumOf(string name)
    {
        CatalogEntry entry = Find(name);
        if (entry.StandIn is { } other && !IsThere(name))
            return ChecksumOf(other);
        if (entry.Sample is { } sample)
            return Dataset.ChecksumOfSample(ChecksumOf(sample.Of), entry.Rows, sample.RandomState);
        return entry.IsIdx ? ChecksumOf(entry.Files.Select(file => file.Sha256)) : entry.Files[0].Sha256;
    }

    // Of a table in several files.
    private static string ChecksumOf(IEnumerable<string> files) => TableFile.Hash(string.Join(' ', files));

    private Dataset LoadCsv(CatalogEntry entry) =>
        CsvTableReader.Read(TableEncoding.InUtf8(Open(entry, entry.Files[0])), SchemaOf(entry), entry.Name) with { Image = entry.Image };

    private Dataset LoadIdx(CatalogEntry entry)
    {
        TableFile[] files = [.. entry.Files.Select(file => Open(entry, file))];
        foreach ((TableFile file, CatalogFile known) in files.Zip(entry.Files))
        {
            if (file.Checksum != known.Sha256)
                throw new DatasetException(
                    file.Path, $"SHA-256 is {file.Checksum}, the catalog says {known.Sha256}; the table was changed or is damaged");
        }

        (TableFile, TableFile)[] parts = [.. files.Chunk(2).Select(pair => (pair[0], pair[1]))];
        Dataset dataset =
            IdxTableReader.Read(parts, entry.Classes, entry.Target, entry.Name, ChecksumOf(files.Select(file => file.Checksum)));
        if (dataset.Rows != entry.Rows)
            throw new DatasetException(files[0].Path, $"found {dataset.Rows} rows in all parts, the catalog says {entry.Rows}");
        return dataset with { Notes = entry.Notes };
    }

    private TableFile Open(CatalogEntry entry, CatalogFile file) => TableFile.Open(PathOf(entry, file));

    private static CsvSchema SchemaOf(CatalogEntry entry) => new()
    {
        Origin = "the catalog",
        Target = entry.Target,
        Task = entry.Task,
        Columns = entry.Columns.ToDictionary(
            column => column.Name,
            column => new CsvColumn(column.Role, column.Role == ColumnRole.Categorical ? column.Categories : null),
            StringComparer.Ordinal),
        Classes = entry.Classes.Count == 0 ? null : entry.Classes,
        Rows = entry.Rows,
        Checksum = entry.Files[0].Sha256,
        Group = entry.Group,
        Time = entry.Time,
        Notes = entry.Notes,
    };
}
