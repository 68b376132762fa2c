using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FrameworkBench.Cli.Tests;

/// <summary>Comparing a folder of results with a revision, as somebody types it.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public DiffTests()
    {
        folder.Write("experiments/datasets/catalog.yaml", "datasets: {}\n");
        foreach (string file in new[] { "run.json", "scores.csv", "claims.json" })
            folder.Write($"results/iris/{file}", File.ReadAllText(Path.Combine(Invocation.Root, "results", "iris", file)));
        Git("init", "--quiet");
        Git("add", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "one");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Results_as_they_were_committed_have_no_difference_and_a_turned_verdict_ends_with_exit_code_3()
    {
        Invocation same = await Invocation.RunInAsync(folder.Root, "diff");
        string path = folder["results/iris/claims.json"];
        string claims = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        int place = claims.IndexOf("\"holds\"", StringComparison.Ordinal);
        folder.Write("results/iris/claims.json", $"{claims[..place]}\"does_not_hold\"{claims[(place + "\"holds\"".Length)..]}");
        Invocation turned = await Invocation.RunInAsync(folder.Root, "diff");
        Invocation json = await Invocation.RunInAsync(folder.Root, "diff", "HEAD", "results", "--json");
        Invocation back = await Invocation.RunInAsync(folder.Root, "diff", "results", "HEAD:results", "--markdown");

        Assert.Equal((0, "", ""), (same.ExitCode, same.Output, same.Errors));
        Assert.Equal((3, ""), (turned.ExitCode, turned.Errors));
        Assert.StartsWith("HEAD → results: 1 claim no longer holds\nVerdicts\nworse   iris/", turned.Output, StringComparison.Ordinal);
        JsonObject document = JsonNode.Parse(json.Output)!.AsObject();
        Assert.Equal((3, true, 1), (json.ExitCode, (bool)document["worse"]!, document["verdicts"]!.AsArray().Count));
        Assert.Equal(JsonTests.Documented("diff"), document.Select(member => member.Key));
        Assert.Equal(JsonTests.Documented("diff: verdicts"), document["verdicts"]![0]!.AsObject().Select(member => member.Key));
        Assert.Equal(0, back.ExitCode);
        Assert.StartsWith("### results → HEAD:results: nothing got worse\n", back.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such", "'no-such' is neither a folder nor a revision of git\n")]
    [InlineData("HEAD:pages", "'HEAD:pages' is a revision without the folder 'pages'\n")]
    [InlineData("HEAD:results/iris/run.json",
        "'HEAD:results/iris/run.json' is not a folder of a revision; expected such as HEAD:results\n")]
    public async Task What_has_no_results_is_reported(string name, string expected)
    {
        Invocation run = await Invocation.RunInAsync(folder.Root, "diff", name);

        Assert.Equal((2, "", expected), (run.ExitCode, run.Output, run.Errors));
    }

    private void Git(params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
