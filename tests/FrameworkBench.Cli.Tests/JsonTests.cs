using System.Text.Json.Nodes;

namespace FrameworkBench.Cli.Tests;

/// <summary>Standard output is one JSON document with the keys of docs/command-line.md, whatever else is said.</summary>
public sealed class JsonTests : IDisposable
{
    private const string Experiment = """
        dataset: wine
        split: {hold_out: 0.2, random_state: 42, stratified: true}
        seeds: 10
        models:
          linear: {kind: linear}
        claims:
          - {id: learns, says: A linear model tells wines apart., kind: at_least, model: linear, metric: accuracy, value: 0.5}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_has_its_scores_claims_and_trials()
    {
        string file = folder.Write("small.yaml", Experiment);

        Invocation run =
            await Invocation.RunAsync(
                "run", file, "--engine", "scratch", "--no-timings", "--json", "--store", folder["store"], "--results", folder["results"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("engine scratch: ", run.Errors, StringComparison.Ordinal);
        JsonObject found = JsonNode.Parse(run.Output)!.AsObject();
        Assert.Equal(Documented("run"), Keys(found));
        Assert.Equal(1, (int)found["format"]!);
        Assert.Equal(10, (int)found["trials"]!["done"]!);
        JsonObject score = Assert.Single(found["scores"]!.AsArray())!.AsObject();
        Assert.Equal(Documented("run: scores"), Keys(score));
        Assert.Equal(("small", "wine", "linear", "scratch", "accuracy"),
            ((string)score["experiment"]!, (string)score["dataset"]!, (string)score["model"]!, (string)score["engine"]!,
            (string)score["metric"]!));
        Assert.InRange((double)score["mean"]!, (double)score["low"]!, (double)score["high"]!);
        JsonObject claim = Assert.Single(found["claims"]!.AsArray())!.AsObject();
        Assert.Equal(Documented("run: claims"), Keys(claim));
        Assert.Equal(("holds", "holds"), ((string)claim["verdict"]!, (string)claim["engines"]!["scratch"]!));
        Assert.Equal(Documented("list engines"), Keys(Assert.Single(found["engines"]!.AsArray())!));
        Assert.Empty(found["failures"]!.AsArray());

        Invocation verified =
            await Invocation.RunAsync("claims", "verify", file, "--results", folder["results"], "--json");

        JsonObject verification = JsonNode.Parse(verified.Output)!.AsObject();
        Assert.Equal(Documented("claims verify"), Keys(verification));
        Assert.Equal((0, "", 1), (verified.ExitCode, verified.Errors, (int)verification["verdicts"]! > 0 ? 1 : 0));
        Assert.Empty(verification["discrepancies"]!.AsArray());
    }

    [Theory]
    [InlineData("experiments", "xor")]
    [InlineData("engines", "scratch", "--python", "/no/such/python")]
    [InlineData("datasets", "digits")]
    [InlineData("claims", "xor")]
    public async Task A_list_is_an_array_of_objects(string what, string name, params string[] options)
    {
        Invocation list = await Invocation.RunAsync(["list", what, "--json", .. options]);

        Assert.True(list.ExitCode == 0, list.Errors);
        JsonArray items = JsonNode.Parse(list.Output)!.AsArray();
        Assert.All(items, item => Assert.Equal(Documented($"list {what}"), Keys(item!)));
        Assert.Contains(items, item => (string?)(item!["name"] ?? item["experiment"]) == name);
    }

    [Fact]
    public async Task What_goes_wrong_leaves_standard_output_empty()
    {
        Invocation run = await Invocation.RunAsync("run", "no-such", "--json");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("'no-such' is neither an experiment nor a file", run.Errors, StringComparison.Ordinal);
    }

    private static string[] Keys(JsonNode node) => [.. node.AsObject().Select(pair => pair.Key)];

    // The rows of the document's tables: | `run` | `format`, `profile` … |
    /// <summary>The keys that docs/command-line.md lists of a document.</summary>
    internal static string[] Documented(string what) =>
    [
        .. File.ReadLines(Path.Combine(Invocation.Root, "docs", "command-line.md"))
            .Single(line => line.StartsWith($"| `{what}` |", StringComparison.Ordinal))
            .Split('|')[2].Split(',').Select(key => key.Trim().Trim('`')),
    ];
}
