using FrameworkBench.Engines.Processes;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.Engines.Processes;

/// <summary>What killed runs leave behind is removed by later ones, and what living runs use is not.</summary>
public sealed class RunFolderTests : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("frameworkbench-folders-");

    public void Dispose() => parent.Delete(recursive: true);

    [Fact]
    public void A_folder_is_removed_with_its_run_even_if_an_engine_removed_it_before()
    {
        RunFolder first = RunFolder.Create(parent.FullName), second = RunFolder.Create(parent.FullName);
        File.WriteAllText(Path.Combine(first.Path, "array.npy"), "");
        Directory.Delete(second.Path, recursive: true);
        first.Dispose();
        second.Dispose();
        Assert.Empty(parent.EnumerateFileSystemInfos());
    }

    [Fact]
    public void Folders_of_killed_runs_are_removed_and_those_of_living_runs_and_others_stay()
    {
        // The lock of a killed run is one that nobody holds.
        DirectoryInfo killed = parent.CreateSubdirectory("frameworkbench-run-killed");
        File.WriteAllText(Path.Combine(killed.FullName, ".lock"), "");
        File.WriteAllText(Path.Combine(killed.FullName, "array.npy"), "");
        DirectoryInfo begun = parent.CreateSubdirectory("frameworkbench-run-begun"), foreign = parent.CreateSubdirectory("foreign");
        using var living = RunFolder.Create(parent.FullName);
        using var next = RunFolder.Create(parent.FullName);
        Assert.Equal(
            new[] { begun.FullName, foreign.FullName, living.Path, next.Path }.Order(StringComparer.Ordinal),
            parent.EnumerateDirectories().Select(folder => folder.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Unfinished_outcomes_are_removed_unless_they_are_being_written()
    {
        var store = new OutcomeStore(parent.FullName);
        string left = In("left.1-2.unfinished"), written = In("written.1-2.unfinished"), fresh = In("fresh.1-2.unfinished");
        string kept = In("kept.json");
        foreach (string path in new[] { left, written, kept })
        {
            File.WriteAllText(path, "{}");
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));
        }

        File.WriteAllText(fresh, "{}");
        using (new FileStream(written, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            store.RemoveUnfinished();
        Assert.Equal(
            new[] { fresh, kept, written }, parent.EnumerateFiles().Select(file => file.FullName).Order(StringComparer.Ordinal));

        string In(string name) => Path.Combine(parent.FullName, name);
    }
}
