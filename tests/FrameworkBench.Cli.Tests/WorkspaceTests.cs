using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Tests;

public sealed class WorkspaceTests
{
    [Theory]
    [InlineData(Profile.Quick, Workspace.ResultsFolder, ".frameworkbench/quick")]
    [InlineData(Profile.Default, Workspace.ResultsFolder, "results")]
    [InlineData(Profile.Full, Workspace.ResultsFolder, "results")]
    [InlineData(Profile.Quick, Workspace.PartialResultsFolder, ".frameworkbench/results")]
    public void A_quick_run_never_writes_over_the_committed_pages(Profile profile, string folder, string expected) =>
        Assert.Equal(expected, Workspace.FolderFor(profile, folder));
}
