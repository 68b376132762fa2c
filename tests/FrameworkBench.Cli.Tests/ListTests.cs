namespace FrameworkBench.Cli.Tests;

public sealed class ListTests
{
    [Theory]
    [InlineData("experiments", "xor")]
    [InlineData("datasets", "digits")]
    [InlineData("claims", "xor-learnt")]
    public async Task Lists_are_plain_text_when_nobody_watches(string what, string expected)
    {
        Invocation run = await Invocation.RunAsync("list", what);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Output_and_complaints_are_UTF8_whatever_the_locale()
    {
        Invocation list = await Invocation.RunInLatinAsync("list", "claims");
        Invocation wrong = await Invocation.RunInLatinAsync("validate", "größe");

        Assert.Contains("the first layer’s is at least a tenth of the last one’s", list.Output, StringComparison.Ordinal);
        Assert.Contains("'größe' is neither an experiment nor a file", wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_engine_is_listed_with_its_state()
    {
        Invocation run = await Invocation.RunAsync("list", "engines", "--python", "/no/such/python");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("scratch +FrameworkBench.Scratch +[0-9.]+ +available", run.Output);
        Assert.Contains(
            "/no/such/python: not found; install it with: frameworkbench engines install sklearn", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_experiment_of_the_project_is_valid()
    {
        Invocation run = await Invocation.RunAsync("validate");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("experiments/documents/xor.yaml", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_found_from_the_folder_where_the_command_is_typed()
    {
        Invocation run = await Invocation.RunInAsync(Path.Combine(Invocation.Root, "experiments", "documents"), "validate", "xor.yaml");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.StartsWith("xor.yaml: ", run.Output, StringComparison.Ordinal);
    }
}
