using FrameworkBench.Engines.Processes;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Writing;

public sealed class ResultsFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Results => Path.Combine(folder.Path, "out", "results");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_folder_lists_the_files_that_were_written_into_it_with_their_checksums()
    {
        ResultsFolder.Put([new("README.md", "new\n"), new("xor/a.svg", "<svg/>\n")], Results);

        Assert.Equal(["README.md", "SHA256SUMS", "xor/SHA256SUMS", "xor/a.svg"], Names());
        Assert.Equal("7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c  README.md\n", Read("SHA256SUMS"));
        Assert.EndsWith("  a.svg\n", Read("xor/SHA256SUMS"), StringComparison.Ordinal);
        Assert.Equal([Results], Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!));
    }

    [Fact]
    public void Files_of_an_earlier_run_go_from_the_folders_that_are_written_and_files_of_others_stay()
    {
        ResultsFolder.Put(
            [new("README.md", "old\n"), new("old.md", "old\n"), new("xor/a.svg", "old\n"), new("xor/b.svg", "old\n"),
            new("iris/a.svg", "old\n")], Results);
        File.WriteAllText(Path.Combine(Results, "xor", "notes.md"), "by hand\n");

        ResultsFolder.Put([new("README.md", "new\n"), new("xor/a.svg", "new\n")], Results);

        Assert.Equal(["README.md", "SHA256SUMS", "iris/SHA256SUMS", "iris/a.svg", "xor/SHA256SUMS", "xor/a.svg", "xor/notes.md"], Names());
        Assert.Equal(("new\n", "by hand\n", "old\n"), (Read("xor/a.svg"), Read("xor/notes.md"), Read("iris/a.svg")));
    }

    [Fact]
    public void A_folder_that_is_to_go_goes_with_all_that_was_written_into_it_and_nothing_else()
    {
        ResultsFolder.Put([new("README.md", "old\n"), new("xor/a.svg", "old\n"), new("iris/a.svg", "old\n")], Results);
        File.WriteAllText(Path.Combine(Results, "iris", "notes.md"), "by hand\n");

        ResultsFolder.Put([new("README.md", "new\n")], Results, gone: ["xor", "iris", "never-there"]);

        Assert.Equal(["README.md", "SHA256SUMS", "iris/notes.md"], Names());
        Assert.False(Directory.Exists(Path.Combine(Results, "xor")));
    }

    [Fact]
    public void When_one_file_cannot_be_written_all_stays_as_it_was()
    {
        ResultsFolder.Put([new("README.md", "old\n"), new("xor/a.svg", "old\n")], Results);
        Directory.CreateDirectory(Path.Combine(Results, "xor", "b.svg"));

        Assert.ThrowsAny<IOException>(
            () => ResultsFolder.Put([new("README.md", "new\n"), new("xor/b.svg", "new\n")], Results, gone: ["xor"]));

        Assert.Equal(["README.md", "SHA256SUMS", "xor/SHA256SUMS", "xor/a.svg"], Names());
        Assert.Equal(("old\n", "old\n"), (Read("README.md"), Read("xor/a.svg")));
        Assert.Equal([Results], Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_run_began_that_was_killed_is_ended_wherever_it_was(bool wasReady)
    {
        string[] gone = ["README.md", "SHA256SUMS", "xor/SHA256SUMS", "xor/a.svg", "xor/b.svg"];
        for (int moves = 0; moves <= 9; moves++)
        {
            // Files of the first state go to "old" one by one, then those of the second come from "new".
            ResultsFolder.Put([new("README.md", "1\n"), new("xor/a.svg", "1\n"), new("xor/b.svg", "1\n")], Results);
            Dictionary<string, string> first = All();
            ResultsFolder.Put([new("README.md", "2\n"), new("xor/a.svg", "2\n")], Results);
            Dictionary<string, string> second = All();
            Directory.Delete(Results, recursive: true);
            string work = Results + ".0123.unfinished";
            Write(Results, first);
            Write(Path.Combine(work, "new"), second);
            File.WriteAllText(Path.Combine(work, ".lock"), "");
            if (wasReady)
                File.WriteAllText(Path.Combine(work, "ready"), "xor/b.svg\n../outside.md\n");
            string outside = folder.Write("out/outside.md", "mine\n");
            (string From, string To)[] all =
            [
                .. gone.Select(path => (Path.Combine(Results, path), Path.Combine(work, "old", path))),
                .. second.Keys.Select(path => (Path.Combine(work, "new", path), Path.Combine(Results, path))),
            ];
            foreach ((string from, string to) in all.Take(wasReady ? moves : Math.Min(moves, gone.Length)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Move(from, to);
            }

            ResultsFolder.Try(Results);

            Assert.Equal(wasReady ? second : first, All());
            Assert.Equal("mine\n", File.ReadAllText(outside));
            Assert.Equal([outside, Results], Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!).Order(StringComparer.Ordinal));
        }

        Dictionary<string, string> All() => Names().ToDictionary(name => name, Read, StringComparer.Ordinal);

        static void Write(string folder, Dictionary<string, string> files)
        {
            foreach ((string name, string text) in files)
            {
                string path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }
        }
    }

    [Fact]
    public void What_another_run_is_just_doing_is_left_alone()
    {
        ResultsFolder.Put([new("README.md", "1\n")], Results);
        string work = Results + ".0123.unfinished", begun = Results + ".4567.unfinished";
        Directory.CreateDirectory(work);
        Directory.CreateDirectory(begun);
        using (FolderLock.Hold(work))
            ResultsFolder.Put([new("README.md", "2\n")], Results);

        Assert.True(Directory.Exists(work));
        Assert.True(Directory.Exists(begun));
    }

    [Fact]
    public void A_list_that_names_files_outside_its_folder_harms_none_of_them()
    {
        ResultsFolder.Put([new("README.md", "old\n"), new("xor/a.svg", "old\n")], Results);
        string outside = folder.Write("outside.md", "mine\n");
        File.AppendAllText(Path.Combine(Results, "xor", "SHA256SUMS"), $"0  ../../../outside.md\n0  {outside}\n0  ../README.md\n0  ..\n");

        ResultsFolder.Put([new("claims.md", "new\n")], Results, gone: ["xor"]);

        Assert.True(File.Exists(outside));
        Assert.Equal(["SHA256SUMS", "claims.md"], Names());
        Assert.True(Directory.Exists(Results));
    }

    [Fact]
    public void What_is_to_be_kept_stays_with_the_checksum_that_it_had()
    {
        ResultsFolder.Put([new("environment.md", "old\n"), new("claims.md", "old\n")], Results);
        string sum = Read("SHA256SUMS").Split('\n').Single(line => line.EndsWith("environment.md", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(Results, "environment.md"), "altered\n");

        ResultsFolder.Put([new("README.md", "new\n")], Results, kept: path => path == "environment.md");

        Assert.Equal(["README.md", "SHA256SUMS", "environment.md"], Names());
        Assert.Contains(sum, Read("SHA256SUMS"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_tried_without_leaving_anything_in_it()
    {
        ResultsFolder.Try(Results);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!));

        ResultsFolder.Put([new("README.md", "old\n")], Results);
        ResultsFolder.Try(Results);
        Assert.Equal(["README.md", "SHA256SUMS"], Names());
    }

    [Fact]
    public void A_file_in_the_folder_s_place_is_reported()
    {
        string file = folder.Write("file", "");

        Assert.Equal(
            $"{file}: results go into a folder, and this is a file", Assert.Throws<IOException>(() => ResultsFolder.Try(file)).Message);
        Assert.Contains(
            file, Assert.ThrowsAny<IOException>(() => ResultsFolder.Try(Path.Combine(file, "results"))).Message, StringComparison.Ordinal);
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(Results, name));

    private IEnumerable<string> Names() => Directory.EnumerateFiles(Results, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Results, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
