using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Tests;

public sealed class WorkspaceTests
{
    [Fact]
    public void Results_of_passing_runs_count_as_seen()
    {
        var workspace = new Workspace("/home", "/home/store", "/elsewhere/results");

        Assert.Equal(
            [
                workspace.Results,
                .. new[] { "results", "quick", "smoke" }.Select(folder => Path.GetFullPath($"/home/.frameworkbench/{folder}")),
            ],
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
