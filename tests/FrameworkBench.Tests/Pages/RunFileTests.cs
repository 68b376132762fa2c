using FrameworkBench.Pages.Data;
using FrameworkBench.Results;

namespace FrameworkBench.Tests.Pages;

/// <summary>What earlier results were run with is read, or it is said what is wrong with it.</summary>
public sealed class RunFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_right_file_is_read()
    {
        ExperimentRun run = Assert.Single(Read(Json()));

        Assert.Equal(("xor", 3, 12), (run.Experiment, run.Seeds, run.Trials));
        Assert.Equal(["scratch"], run.Engines.Select(engine => engine.Name));
    }

    [Theory]
    [InlineData("\"seeds\": 3", "\"seeds\": -3", "seeds: found -3, expected a number from 1 to 1000000")]
    [InlineData("\"seeds\": 3", "\"seeds\": 2000000000", "seeds: found 2000000000, expected a number from 1 to 1000000")]
    [InlineData("\"trials\": 12", "\"trials\": -1", "trials: found -1, expected a number from 0 to 1000000")]
    [InlineData("\"ran\": 12", "\"ran\": 99999999999", "")]
    [InlineData("\"ran\": 12", "\"ran\": null", "")]
    [InlineData("[{", "[[], {", "")]
    [InlineData("}]", "}, {\"engine\": \"scratch\", \"version\": \"1\", \"ran\": 0, \"failed\": 0, \"not_supported\": 0}]",
        "'scratch' is among the engines twice")]
    [InlineData("\"xor\"", "\"iris\"", "experiment: found 'iris', expected 'xor'")]
    [InlineData("\"xor\"", "\"\\ud800\"", "")]
    [InlineData("{", "[", "")]
    public void A_damaged_file_is_named_with_what_is_wrong(string right, string wrong, string reason)
    {
        string json = Json();
        int at = json.IndexOf(right, StringComparison.Ordinal);

        string message = Assert.Throws<IOException>(() => Read(json[..at] + wrong + json[(at + right.Length)..])).Message;

        Assert.StartsWith(
            $"{Path.Combine(folder.Path, "xor", "run.json")}: what these results were run with cannot be read (", message,
            StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    private static string Json() => """
        {"experiment": "xor", "profile": "default", "seeds": 3, "draws": "42/0-2",
         "engines": [{"engine": "scratch", "version": "1.0", "ran": 12, "failed": 0, "not_supported": 0}], "trials": 12}
        """;

    private IReadOnlyList<ExperimentRun> Read(string json)
    {
        folder.Write("xor/run.json", json);
        return RunFile.In(folder.Path);
    }
}
