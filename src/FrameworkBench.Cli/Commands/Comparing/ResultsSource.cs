using System.Formats.Tar;

namespace FrameworkBench.Cli.Commands.Comparing;

/// <summary>Results in a folder: one that exists, or a temporary one with those of a revision, which is gone at the end.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Title">What whoever typed the command calls them.</param>
/// <param name="IsTemporary">Whether the folder is to be removed.</param>
internal sealed record ResultsSource(string Folder, string Title, bool IsTemporary) : IDisposable
{
    private static readonly string[] Compared = ["run.json", "scores.csv", "times.csv", "claims.json", "environment.md"];

    /// <summary>The results of the working tree.</summary>
    /// <exception cref="WrongInputException">There are none, or this is no checkout of the project.</exception>
    public static ResultsSource OfWorkingTree() =>
        Workspace.Find(null, null).Results is var folder && Directory.Exists(folder)
            ? new ResultsSource(folder, Workspace.Shown(folder), IsTemporary: false)
            : throw new WrongInputException($"{Workspace.Shown(folder)}: no such results folder");

    /// <summary>Finds results by a folder or a revision; a folder of that name comes first.</summary>
    /// <param name="name">A folder, a revision such as <c>main</c>, or one with the folder in it, such as <c>v1:results</c>.</param>
    /// <exception cref="WrongInputException">It is neither.</exception>
    public static ResultsSource Find(string name) =>
        Directory.Exists(name) ? new ResultsSource(name, name, IsTemporary: false) : OfRevision(name, Workspace.Find(null, null).Root);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsTemporary)
            Directory.Delete(Folder, recursive: true);
    }

    private static ResultsSource OfRevision(string name, string root)
    {
        bool hasFolder = name.Contains(':', StringComparison.Ordinal);
        string tree = Checkout.Find(root, hasFolder ? name : $"{name}:{Workspace.ResultsFolder}")
            ?? throw new WrongInputException(Problem(name, root));
        var source = new ResultsSource(Directory.CreateTempSubdirectory("frameworkbench-diff-").FullName, name, IsTemporary: true);
        if (Checkout.Archive(root, tree, archive => Unpack(archive, source.Folder)))
            return source;
        source.Dispose();
        throw new WrongInputException($"'{name}' is not a folder of a revision; expected such as HEAD:{Workspace.ResultsFolder}");
    }

    private static string Problem(string name, string root)
    {
        if (!Checkout.Is(root))
            return $"'{name}' is not a folder, and no revision: {root} is not a checkout, or git is not installed";
        return Checkout.Find(root, name.Split(':')[0]) is null
            ? $"'{name}' is neither a folder nor a revision of git"
            : $"'{name}' is a revision without the folder '{(name.Split(':', 2) is [_, var folder] ? folder : Workspace.ResultsFolder)}'";
    }

    private static void Unpack(Stream archive, string folder)
    {
        using var tar = new TarReader(archive, leaveOpen: true);
        while (tar.GetNextEntry() is { } entry)
        {
            string[] path = entry.Name.Split('/');
            if (entry.EntryType is not TarEntryType.RegularFile || path.Length > 2 || path[0] == ".." || !Compared.Contains(path[^1]))
                continue;
            string file = Path.Combine([folder, .. path]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            entry.ExtractToFile(file, overwrite: false);
        }

        // Git still writes what fills the last block, and fails when nobody reads it.
        archive.CopyTo(Stream.Null);
    }
}
