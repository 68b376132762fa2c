namespace FrameworkBench.Cli.Tests;

/// <summary>Engines outside the project, as a user runs them.</summary>
public sealed class EnginePathTests : IDisposable
{
    private const string Experiment = """
        title: Centroids
        dataset: wine
        split: {hold_out: 0.2, random_state: 42, stratified: true}
        seeds: 2
        engines: [scratch, nearest]
        models:
          linear: {kind: linear}
          near: {kind: custom, algorithm: nearest-centroid, parameters: {shrinkage: 0.2}}
          odd: {kind: custom, algorithm: nearest-centroid, parameters: {radius: 1}}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_copy_of_the_template_outside_the_project_is_an_engine_like_any_other()
    {
        CopyTemplate();
        string file = folder.Write("centroids.yaml", Experiment);
        Invocation run = await Invocation.RunAsync(
            "run", file, "--engine-path", folder["nearest"], "--engine", "scratch", "nearest", "--no-timings", "--store", folder["store"],
            "--results", folder["results"]);

        Assert.SkipWhen(run.Output.Contains("engine nearest: not available", StringComparison.Ordinal), run.Output);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("4 trials done, 8 unsupported", run.Output, StringComparison.Ordinal);
        string page = await ReadAsync("centroids/README.md");
        Assert.Matches(@"\| \*\*near\*\* \| nearest \| 0\.9\d+\s", page);
        Assert.Contains("unsupported: algorithm nearest-centroid", page, StringComparison.Ordinal);
        Assert.Contains("unsupported: parameter radius of algorithm nearest-centroid", page, StringComparison.Ordinal);
        Assert.Contains("| **near** | nearest-centroid; shrinkage 0.2 |", page, StringComparison.Ordinal);
        Assert.Matches(@"\| \*\*nearest\*\* \| NumPy \| [0-9.]+ \|", await ReadAsync("environment.md"));
    }

    [Fact]
    public async Task The_contract_is_checked_on_the_engine_of_a_folder_alone()
    {
        CopyTemplate();

        Invocation check = await Invocation.RunAsync("engines", "check", "--engine-path", folder["nearest"]);

        Assert.SkipWhen(check.Errors.Contains("not available", StringComparison.Ordinal), check.Errors);
        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
        Assert.Contains(
            "ok       nearest  fits nearest-centroid: binary, float32\n", check.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith("nearest: 24 passed, 0 failed, 2 skipped\n", check.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("scratch", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_experiment_may_name_an_engine_only_where_its_folder_is_given()
    {
        CopyTemplate();
        string file = folder.Write("centroids.yaml", Experiment);

        Invocation without = await Invocation.RunAsync("validate", file);
        Invocation with = await Invocation.RunAsync("validate", file, "--engine-path", folder["nearest"]);
        Invocation wrong = await Invocation.RunAsync("validate", file, "--engine-path", folder["nothing"]);

        Assert.Equal(2, without.ExitCode);
        Assert.Contains(
            "centroids.yaml:5: engines[1]: 'nearest' is not an engine; choose from scratch, ", without.Errors, StringComparison.Ordinal);
        Assert.True(with.ExitCode == 0, with.Errors);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains(
            $"{folder["nothing"]}: no such folder; must be a folder whose engine.json names an engine's program", wrong.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_names_an_engine_that_fails_to_start_and_its_exit_code_says_so()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "FrameworkBench.Cli.dll").Replace('\\', '/');
        folder.Write(
            "broken/engine.json",
            $$"""{"name": "broken", "framework": "None", "language": "dotnet", "program": "{{program}}", "arguments": ["nonsense"]}""");
        string[] arguments = ["--engine-path", folder["broken"], "--store", folder["store"], "--results", folder["results"]];

        Invocation run =
            await Invocation.RunAsync(["run", "and", "--quick", "--engine", "scratch", "broken", "--no-timings", .. arguments]);
        Invocation list = await Invocation.RunAsync("list", "engines", "--engine-path", folder["broken"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "engine broken: failed to start: the engine's process ended with exit code 2; it last said: ", run.Errors,
            StringComparison.Ordinal);
        Assert.Contains("         | ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("| **broken** | None | failed to start: ", await ReadAsync("environment.md"), StringComparison.Ordinal);
        Assert.Equal(1, list.ExitCode);
        Assert.Matches("broken +None +failed to start: ", list.Output);
    }

    private Task<string> ReadAsync(string page) => File.ReadAllTextAsync(folder[$"results/{page}"], TestContext.Current.CancellationToken);

    private void CopyTemplate()
    {
        string template = Path.Combine(Invocation.Root, "src", "Engines", "Python", "template");
        folder.Write("nearest/template_engine.py", File.ReadAllText(Path.Combine(template, "template_engine.py")));
        string manifest = File.ReadAllText(Path.Combine(template, "engine.json"));
        folder.Write("nearest/engine.json", manifest.Replace("\"name\": \"template\"", "\"name\": \"nearest\"", StringComparison.Ordinal));
    }
}
