namespace FrameworkBench.Cli.Tests;

/// <summary>Files to begin with.</summary>
public sealed class NewTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_experiment_is_valid_and_never_replaces_a_file()
    {
        Invocation written = await NewAsync("experiment", "my-wines");
        string text = await File.ReadAllTextAsync(folder["my-wines.yaml"], TestContext.Current.CancellationToken);
        Invocation again = await NewAsync("experiment", "my-wines");
        Invocation valid = await Invocation.RunAsync("validate", folder["my-wines.yaml"]);

        Assert.True(written.ExitCode == 0, written.Errors);
        Assert.Contains("run it:   frameworkbench run my-wines.yaml", written.Output, StringComparison.Ordinal);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("my-wines.yaml: already exists", again.Errors, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(folder["my-wines.yaml"], TestContext.Current.CancellationToken));
        Assert.True(valid.ExitCode == 0, valid.Errors);
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("My-wines")]
    [InlineData("../wines")]
    [InlineData("-")]
    public async Task An_experiment_gets_no_name_that_its_page_could_not_have(string name)
    {
        Invocation refused = await NewAsync("experiment", name);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"'{name}' cannot be", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task A_new_engine_has_its_own_name_everywhere()
    {
        Invocation python = await NewAsync("engine", "near-by"), csharp = await NewAsync("engine", "near-two", "--language", "csharp");

        Assert.True(python.ExitCode == 0, python.Errors);
        Assert.True(csharp.ExitCode == 0, csharp.Errors);
        Assert.Equal(["engine.json", "near_by_engine.py"], Names("near-by"));
        Assert.Equal(["NearTwoEngine.cs", "NearTwoEngine.csproj", "Program.cs", "engine.json"], Names("near-two"));
        foreach (string file in Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(
                "template", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_new_engine_takes_no_name_of_the_projects_and_no_existing_folder()
    {
        folder.Write("mine/notes.txt", "kept");

        Invocation taken = await NewAsync("engine", "scratch"), there = await NewAsync("engine", "mine");

        Assert.Equal((2, 2), (taken.ExitCode, there.ExitCode));
        Assert.Contains("'scratch' is an engine of the project", taken.Errors, StringComparison.Ordinal);
        Assert.Contains("mine: already exists", there.Errors, StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Names("mine"));
    }

    private Task<Invocation> NewAsync(params string[] arguments) => Invocation.RunInAsync(folder.Root, ["new", .. arguments]);

    private string[] Names(string name) =>
        [.. Directory.GetFiles(folder[name]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
