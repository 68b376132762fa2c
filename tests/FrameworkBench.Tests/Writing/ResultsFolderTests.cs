using FrameworkBench.Pages;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Writing;

public sealed class ResultsFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Results => Path.Combine(folder.Path, "out", "results");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Files_are_written_into_folders_that_are_made()
    {
        Put([new("README.md", "new\n"), new("charts/a.svg", "<svg/>\n")]);

        Assert.Equal(".pages: README.md,charts/a.svg,", Read(".pages"));
        Assert.Equal("README.md: new,", Read("README.md"));
        Assert.Equal([".pages", "README.md", "SHA256SUMS", "charts/a.svg"], Names());
        Assert.Equal([Results], Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!));
    }

    [Fact]
    public void Pages_of_an_earlier_run_go_and_files_of_others_stay()
    {
        Put([new("README.md", "old\n"), new("xor.md", "old\n"), new("charts/xor.svg", "old\n")]);
        File.WriteAllText(Path.Combine(Results, "parity.md"), "by hand\n");

        Put([new("README.md", "new\n"), new("iris.md", "new\n")]);

        Assert.Equal([".pages", "README.md", "SHA256SUMS", "iris.md", "parity.md"], Names());
        Assert.Equal("README.md: new,", Read("README.md"));
        Assert.Equal("parity.md: by hand,", Read("parity.md"));
    }

    [Fact]
    public void When_one_file_cannot_be_written_all_stays_as_it_was()
    {
        Put([new("README.md", "old\n"), new("xor.md", "old\n")]);
        Directory.CreateDirectory(Path.Combine(Results, "iris.md"));

        Assert.ThrowsAny<IOException>(() => Put([new("README.md", "new\n"), new("iris.md", "new\n")]));

        Assert.Equal([".pages", "README.md", "SHA256SUMS", "xor.md"], Names());
        Assert.Equal("README.md: old,", Read("README.md"));
        Assert.Equal([Results], Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!));
    }

    [Fact]
    public void A_list_that_names_files_outside_the_folder_harms_none_of_them()
    {
        Put([new("README.md", "old\n")]);
        string outside = folder.Write("outside.md", "mine\n");
        File.AppendAllText(Path.Combine(Results, ".pages"), $"../../outside.md\n{outside}\n");

        Put([new("README.md", "new\n")]);

        Assert.True(File.Exists(outside));
    }

    [Fact]
    public void What_is_to_be_kept_stays_and_stays_known()
    {
        Put([new("timings.md", "old\n"), new("xor.md", "old\n")]);

        ResultsFolder.Put([new("README.md", "new\n")], Results, kept: path => path == "timings.md");

        Assert.Equal([".pages", "README.md", "SHA256SUMS", "timings.md"], Names());
        Assert.Equal(".pages: README.md,timings.md,", Read(".pages"));
    }

    [Fact]
    public void Writers_with_lists_of_their_own_take_nothing_from_each_other()
    {
        Put([new("README.md", "old\n"), new("xor.md", "old\n")]);
        ResultsFolder.Put([new("parity.md", "old\n"), new("parity.csv", "old\n")], Results, kept: _ => false, ".parity");

        Put([new("README.md", "new\n")]);
        ResultsFolder.Put([new("parity.md", "new\n")], Results, kept: _ => false, ".parity");

        Assert.Equal([".pages", ".parity", "README.md", "SHA256SUMS", "parity.md"], Names());
        Assert.Equal((".pages: README.md,", ".parity: parity.md,"), (Read(".pages"), Read(".parity")));
    }

    [Fact]
    public void A_folder_is_tried_without_leaving_anything_in_it()
    {
        ResultsFolder.Try(Results);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!));

        Put([new("README.md", "old\n")]);
        ResultsFolder.Try(Results);
        Assert.Equal([".pages", "README.md", "SHA256SUMS"], Names());
    }

    [Fact]
    public void A_file_in_the_folder_s_place_is_told()
    {
        string file = folder.Write("file", "");

        Assert.Equal($"{file}: results go into a folder, and this is a file", Assert.Throws<IOException>(() => ResultsFolder.Try(file)).Message);
        Assert.Contains(file, Assert.ThrowsAny<IOException>(() => ResultsFolder.Try(Path.Combine(file, "results"))).Message, StringComparison.Ordinal);
    }

    private void Put(IReadOnlyList<ResultFile> files) => ResultsFolder.Put(files, Results, kept: _ => false);

    private string Read(string name) => $"{name}: {string.Concat(File.ReadAllLines(Path.Combine(Results, name)).Select(line => line + ","))}";

    private IEnumerable<string> Names() => Directory.EnumerateFiles(Results, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Results, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
