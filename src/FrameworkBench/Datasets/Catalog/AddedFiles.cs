using System.IO.Compression;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Catalog;

/// <summary>Takes over the files of a table that does not come with the project, once they are found to be the published ones.</summary>
public static class AddedFiles
{
    /// <summary>Checks a user's files against the catalog and puts them where it finds them.</summary>
    /// <param name="catalog">The catalog, with a folder for what users add.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="folder">Where the user's files are, under the names that they are published with, packed by gzip or not.</param>
    /// <exception cref="DatasetException">The table is none that users add, a file is missing or is not the published one; the exception
    /// lists all problems, and nothing was written.</exception>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Add(DatasetCatalog catalog, string name, string folder)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        CatalogEntry entry = catalog.Find(name);
        if (entry.StandIn is null)
            throw new DatasetException(catalog.Path, $"'{name}' is included in the project; "
                + "the ones to add are "
                + $"{string.Join(", ", catalog.Entries.Where(other => other.StandIn is not null).Select(other => other.Name))}");
        if (!Directory.Exists(folder))
            throw new DatasetException(
                folder, $"no such folder; expected one with {string.Join(", ", entry.Files.Select(file => file.Path))}");

        var found = new List<(TableFile File, string Place)>();
        var problems = new List<Problem>();
        foreach (CatalogFile wanted in entry.Files)
        {
            try
            {
                TableFile file = Find(folder, wanted);
                CheckPublished(file, wanted, entry.IsIdx);
                found.Add((file, catalog.PathOf(entry, wanted)));
            }
            catch (DatasetException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        if (problems.Count > 0)
            throw new DatasetException(problems);
        foreach ((TableFile file, string place) in found)
            Write(file, place);
    }

    // As published, or unpacked; some programs unpack to a dot in place of the last hyphen.
    private static TableFile Find(string folder, CatalogFile wanted)
    {
        string unpacked = Path.ChangeExtension(wanted.Path, null);
        string[] names =
            [wanted.Path, unpacked,
                .. new[] { wanted.Path, unpacked }.Select(name => name.Replace("-idx", ".idx", StringComparison.Ordinal))];
        return names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } path
            ? TableFile.Open(path)
            : throw new DatasetException(folder, $"neither '{wanted.Path}' nor '{unpacked}' found here");
    }

    private static void CheckPublished(TableFile file, CatalogFile wanted, bool isIdx)
    {
        if (file.Checksum == wanted.Sha256)
            return;
        throw new DatasetException(file.Path, $"{(isIdx ? Describe(file, wanted) : "")}the SHA-256 of its content is {file.Checksum}, "
            + $"that of the published file is {wanted.Sha256}; download it again");
    }

    // What the file is instead; a file that cannot be that at all says so itself.
    private static string Describe(TableFile file, CatalogFile wanted)
    {
        if (wanted.Path.Contains("labels", StringComparison.Ordinal))
            return $"it holds {IdxTableReader.Labels(file)} labels; ";
        (int count, ImageShape shape) = IdxTableReader.Images(file);
        return $"it holds {count} images of {shape.Width} × {shape.Height} pixels; ";
    }

    // A file appears whole or not at all.
    private static void Write(TableFile file, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        string unfinished = $"{place}.{Environment.ProcessId}.unfinished";
        using (var gzip = new GZipStream(File.Create(unfinished), CompressionLevel.Fastest))
            gzip.Write(file.Bytes);
        File.Move(unfinished, place, overwrite: true);
    }
}
