using System.Text.RegularExpressions;

namespace FrameworkBench.Cli.Tests;

/// <summary>What a run shows at its end: scores, verdicts as sentences, and what is left to see.</summary>
public sealed partial class TerminalTests : IDisposable
{
    private const string Models = """
        title: A small one
        dataset: wine
        split: {hold_out: 0.2, random_state: 42, stratified: true}
        seeds: 10
        models:
          linear: {kind: linear}
          forest: {kind: forest, trees: 5, title: A forest of five trees whose title is so long that it needs a second line}

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_without_claims_ends_with_its_scores_and_so_does_one_that_has_nothing_to_do()
    {
        string file = folder.Write("small.yaml", Models);

        Invocation first = await Invocation.RunAsync(Run(file));
        string environment = await EnvironmentAsync();
        Invocation second = await Invocation.RunAsync(Run(file));

        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Contains("GFLOP/s", environment, StringComparison.Ordinal);
        Assert.Equal(environment, await EnvironmentAsync());
        Assert.Matches(@"(?m)^small: accuracy$\n^model +engine +mean, 95 % interval +trials$", first.Output);
        Assert.Matches(@"(?m)^\S.* scratch +0\.\d+ (±|\[).* 10$", first.Output);
        Assert.DoesNotContain("nothing to run", first.Output, StringComparison.Ordinal);
        Assert.Contains("nothing to run: all 20 trials are stored; --fresh runs them again\n", second.Output, StringComparison.Ordinal);
        Assert.Equal(Scores(first), Scores(second));
    }

    [Fact]
    public async Task Verdicts_are_sentences_within_80_columns_the_decided_first_and_the_rest_counted()
    {
        string file = folder.Write("small.yaml", Models + "claims:\n" + string.Concat(Claims(15)));

        Invocation run = await Invocation.RunAsync(Run(file));

        Assert.True(run.ExitCode == 0, run.Errors);
        string[] shown = [.. run.Output.Split('\n').SkipWhile(line => !line.StartsWith("small: ", StringComparison.Ordinal))];
        Assert.All(shown.Where(line => !line.StartsWith("pages: ", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
        Assert.StartsWith("does not hold    Claim 15 ", shown.First(line => line.Contains("Claim", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Equal(12, shown.Count(line => line.Contains(" Claim ", StringComparison.Ordinal)));
        Assert.Contains("and 3 more claims, all of which hold: see", string.Join(' ', shown), StringComparison.Ordinal);
        Assert.Contains("                 On scratch: ", string.Join('\n', shown), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task More_scores_than_fit_a_screen_are_a_row_an_experiment_with_its_best_model()
    {
        string file = folder.Write(
            "many.yaml",
            "dataset: wine\nsplit: {hold_out: 0.2, random_state: 42, stratified: true}\nseeds: 1\nmodels:\n  best: {kind: linear}\n"
            + string.Concat(Enumerable.Range(1, 20).Select(number => $"  m{number}: {{kind: constant}}\n")));

        Invocation run = await Invocation.RunAsync(Run(file));

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Matches(@"(?m)^experiment +models +best model +mean, 95 % interval$", run.Output);
        Assert.Matches(@"(?m)^many +21 +\S.* accuracy 0\.9\d+ \(one trial\)$", run.Output);
        Assert.DoesNotContain("m20", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_a_terminal_of_80_columns_no_line_is_longer_and_verdicts_have_a_color_unless_NO_COLOR_forbids_it(bool noColor)
    {
        Assert.SkipUnless(Invocation.HasTerminal, "There is no pseudo-terminal to run in");
        string file = folder.Write("small.yaml", Models + "claims:\n" + string.Concat(Claims(2)));

        Invocation run = await Invocation.RunInTerminalAsync(noColor, [.. Run(file), "--python", "/no/such/python"]);
        Invocation list = await Invocation.RunInTerminalAsync(noColor, "list", "claims");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(!noColor, Color().IsMatch(run.Output));
        string[] lines = Lines(run.Output);
        Assert.All([.. lines, .. Lines(list.Output)], line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains(lines, line => line.StartsWith("does not hold    Claim 2 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => Regex.IsMatch(line, "^ *\\S.* scratch .* 10 *$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static IEnumerable<string> Claims(int count) => Enumerable.Range(1, count).Select(
        number => $"  - {{id: claim-{number}, says: 'Claim {number} is a sentence that goes on for so long that it does not fit a line.', "
            + $"kind: {(number == count ? "at_most" : "at_least")}, model: linear, metric: accuracy, value: 0.2}}\n");

    private static string Scores(Invocation run) => run.Output[run.Output.IndexOf("small: ", StringComparison.Ordinal)..];

    private static string[] Lines(string output) => Escape().Replace(output, "").Split(['\n', '\r']);

    [GeneratedRegex(@"\u001b(\[[0-9;?]*[A-Za-z]|[=>])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\u001b\[[0-9;]*(3[0-9]|9[0-7])[0-9;]*m *does not hold", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Color();

    private Task<string> EnvironmentAsync() =>
        File.ReadAllTextAsync(folder["results/environment.md"], TestContext.Current.CancellationToken);

    private string[] Run(string file) =>
        ["run", file, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["results"]];
}
