using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Tests;

public sealed class WorkspaceTests
{
    [Fact]
    public void Results_of_the_project_and_of_passing_runs_count_as_seen()
    {
        using var home = new TemporaryFolder();
        foreach (string kept in new[] { "results", "quick", "mine", "trials" })
            home.Write($".frameworkbench/{kept}/a.txt", "");
        var workspace = new Workspace(home.Root, home[".frameworkbench/trials"], "/elsewhere/results");

        Assert.Equal(
            [workspace.Results, home["results"], .. new[] { "mine", "quick", "results" }.Select(kept => home[$".frameworkbench/{kept}"])],
            workspace.SeenResults);
    }

    [Theory]
    [InlineData(Profile.Quick, Workspace.ResultsFolder, ".frameworkbench/quick")]
    [InlineData(Profile.Default, Workspace.ResultsFolder, "results")]
    [InlineData(Profile.Full, Workspace.ResultsFolder, "results")]
    [InlineData(Profile.Quick, Workspace.PartialResultsFolder, ".frameworkbench/results")]
    public void A_quick_run_never_writes_over_the_committed_pages(Profile profile, string folder, string expected) =>
        Assert.Equal(expected, Workspace.FolderFor(profile, folder));
}
