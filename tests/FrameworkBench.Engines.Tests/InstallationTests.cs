namespace FrameworkBench.Engines.Tests;

public sealed class InstallationTests
{
    [Theory]
    [InlineData("torchsharp")]
    [InlineData("mlnet")]
    [InlineData("keras-net")]
    public async Task An_engine_says_hello_or_tells_why_not_in_one_sentence(string name)
    {
        var finder = new EngineFinder(new EngineFinderOptions { PythonHostFolder = "", Interpreters = [] });
        (EngineCommand? command, string? reason) = finder.Find(EngineCatalog.Find(name)!);
        Assert.True(command is not null, reason);
        await using EngineProcess process = EngineProcess.Start(command, Placement.Anywhere);
        try
        {
            Assert.Equal(name, (await process.HelloAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)).Engine);
        }
        catch (EngineException refused)
        {
            Assert.Matches("^(not installed: run `frameworkbench engines install " + name + "`|.* is there, but .*)$", refused.Message);
        }
    }
}
