using System.Diagnostics;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;
using FrameworkBench.Tests.Experiments;

namespace FrameworkBench.Tests.Reading;

/// <summary>What is no file is refused wherever a file is read, and nothing waits for it.</summary>
public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string> NoFiles => new()
    {
        { "folder", "' is a folder; expected a file" },
        { "pipe", "' is a pipe or a device; expected a regular file" },
        { "zero", "' is a pipe or a device; expected a regular file" },
        { "loop", "" },
        { "no\0file", "no\uFFFDfile' is no path: it has a NUL character" },
        { "absent", "" },
    };

    [Theory]
    [MemberData(nameof(NoFiles))]
    public void What_is_no_regular_file_is_reported_by_every_reader(string name, string message)
    {
        string? path = Make(name);
        if (path is null)
            return;

        string text = Assert.ThrowsAny<IOException>(() => RegularFile.ReadText(path)).Message;

        Assert.EndsWith(message, text, StringComparison.Ordinal);
        var loader = new ExperimentLoader(TestVocabulary.Instance);
        string sound = folder.Write("sound.yaml", "dataset: iris\nmodels: {tree: {kind: tree}}\n");
        Action[] readers =
        [
            () => loader.Load(path),
            () => loader.Parse(sound, File.ReadAllText(sound), path),
            () => DatasetCatalog.Read(path),
            () => Dataset.FromCsv(path, "y"),
            () => FrameworkBench.Experiments.Documents.SourceDocuments.Read(path),
        ];
        foreach (Action read in readers)
            Assert.Contains(message, Assert.ThrowsAny<InputException>(read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_is_followed()
    {
        string file = folder.Write("there", "text");
        string link = Path.Combine(folder.Path, "link");
        File.CreateSymbolicLink(link, file);

        Assert.Equal("text", RegularFile.ReadText(link));
    }

    [Fact]
    public void An_empty_file_is_a_file() => Assert.Equal("", RegularFile.ReadText(folder.Write("empty", "")));

    [Fact]
    public void A_large_text_is_refused_before_it_is_read()
    {
        string path = Path.Combine(folder.Path, "large");
        using (FileStream file = File.Create(path))
            file.SetLength(50L * 1024 * 1024 * 1024);

        Assert.Equal(
            $"'{path}' has 53,687,091,200 bytes; expected a text of at most 4,194,304",
            Assert.Throws<IOException>(() => RegularFile.ReadText(path)).Message);
    }

    // Null where this system has no such thing.
    private string? Make(string name)
    {
        string path = Path.Combine(folder.Path, name);
        switch (name)
        {
            case "folder":
                Directory.CreateDirectory(path);
                return path;
            case "loop":
                File.CreateSymbolicLink(path, path);
                return path;
            case "zero":
                return OperatingSystem.IsWindows() ? null : "/dev/zero";
            case "pipe":
                if (OperatingSystem.IsWindows())
                    return null;
                using (var make = Process.Start("mkfifo", [path]))
                    make.WaitForExit();
                return path;
            default:
                return path;
        }
    }
}
