using System.CommandLine;
using System.CommandLine.Parsing;
using FrameworkBench.Cli.Help;

namespace FrameworkBench.Cli.Tests;

/// <summary>What <c>--help</c> shows, and what is said of a command line that is not understood.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Paths => [.. All(CommandLine.Make()).Select(CommandExamples.PathOf)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_command_has_a_page_of_80_columns_that_names_the_program_and_has_examples_that_are_understood(string path)
    {
        string[] lines = Help(path).Split('\n');

        Assert.Contains(lines, line => line.StartsWith($"  frameworkbench {path}".TrimEnd(), StringComparison.Ordinal));
        Assert.All(lines, line =>
        {
            Assert.InRange(line.Length, 0, 80);
            Assert.DoesNotContain("FrameworkBench.Cli", line, StringComparison.Ordinal);
        });
        Assert.Contains("Examples:", lines);
        Assert.All(
            lines.SkipWhile(line => line != "Examples:").Where(line => line.StartsWith("  frameworkbench ", StringComparison.Ordinal)),
            line => Assert.Empty(CommandLineErrors.Of(CommandLine.Make().Parse([.. CommandLineParser.SplitCommandLine(line).Skip(1)]))));
    }

    [Theory]
    [InlineData("run --help")]
    [InlineData("predict -h")]
    [InlineData("export --help")]
    public void Help_does_not_ask_for_what_a_command_requires(string line) =>
        Assert.Empty(CommandLineErrors.Of(CommandLine.Make().Parse(line)));

    [Fact]
    public void The_program_shows_every_command_in_one_group()
    {
        string page = Help("");

        Assert.Equal(
            CommandLine.Make().Subcommands.Select(command => command.Name).Order(StringComparer.Ordinal),
            HelpPage.Groups.SelectMany(group => group.Names).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Commands:", page, StringComparison.Ordinal);
        Assert.All(HelpPage.Groups, group =>
        {
            Assert.Contains($"\n{group.Title}:\n  {group.Names[0]} ", page, StringComparison.Ordinal);
            Assert.All(group.Names, name => Assert.Contains($"\n  {name} ", page, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_program_alone_shows_its_help() => Assert.Equal(Help(""), Invoke([]));

    [Theory]
    [InlineData("Unrecognized command or argument 'lst'; did you mean 'list'?", "lst")]
    [InlineData("Unrecognized command or argument 'enginess'; did you mean 'engines'?", "list", "enginess")]
    [InlineData("Unrecognized command or argument 'xor'", "engines", "list", "xor")]
    [InlineData(
        "--shard must be I/N with I from 0 to N − 1, such as 0/8 for the first of eight shards, found '8/8'", "run", "xor", "--shard",
        "8/8")]
    [InlineData("--shard and --json cannot be combined: a shard has no results of its own", "run", "xor", "--shard", "0/8", "--json")]
    [InlineData(
        "--time must be minutes, hours:minutes:seconds or days-hours, such as 30, 2:30:00 or 1-12, found '2h'", "submit", "slurm", "xor",
        "--time", "2h")]
    [InlineData("'submit' needs a command; choose from slurm", "submit")]
    [InlineData("--shards must be at most 100000, found 1000000", "plan", "xor", "--shards", "1000000")]
    [InlineData("'--sede' is not an option of 'run'; did you mean '--seeds'?", "run", "xor", "--sede", "3")]
    [InlineData("'--quik' is not an option of 'run'; did you mean '--quick'?", "run", "xor", "--engine", "scratch", "--quik")]
    [InlineData("'--quikc' is not an option of 'report'; did you mean '--quick'?", "report", "--quikc")]
    [InlineData("'--engine-pth' is not an option of 'list claims'; did you mean '--engine-path'?", "list", "claims", "--engine-pth")]
    [InlineData("'claims' needs a command; choose from freeze, verify", "claims")]
    [InlineData("--seeds must be a whole number of at least 1, found 'abc'", "run", "xor", "--seeds", "abc")]
    [InlineData("--seeds must be a whole number of at least 1, found '1.5'", "run", "xor", "--seeds", "1.5")]
    [InlineData("--seeds must be at least 1, found -3", "run", "xor", "--seeds", "-3")]
    [InlineData("--jobs must be at least 1, found 0", "run-all", "--jobs", "0")]
    [InlineData("--trials must be a whole number of at least 1, found 'many'", "tune", "iris", "--trials", "many")]
    [InlineData("--seconds must be a whole number of at least 1, found '60s'", "tune", "iris", "--seconds", "60s")]
    [InlineData("--folds must be a whole number of at least 2, found '99999999999'", "tune", "iris", "--folds", "99999999999")]
    public void What_is_not_understood_is_reported_in_one_line_with_a_hint(string expected, params string[] arguments) =>
        Assert.Equal([expected], CommandLineErrors.Of(CommandLine.Make().Parse(arguments)));

    [Fact]
    public void A_word_that_is_like_no_command_gets_the_commands() => Assert.StartsWith(
        "Unrecognized command or argument 'dance'; choose from run-all, run, ask, predict, ",
        Assert.Single(CommandLineErrors.Of(CommandLine.Make().Parse("dance"))), StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_number_ends_with_exit_code_2_and_the_way_to_the_command_s_help()
    {
        Invocation run = await Invocation.RunAsync("run", "xor", "--seeds", "abc");

        Assert.Equal(
            (2, "", "--seeds must be a whole number of at least 1, found 'abc'\nsee: frameworkbench run --help\n"),
            (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task List_alone_lists_experiments_and_says_what_else_there_is()
    {
        Invocation list = await Invocation.RunAsync("list");

        Assert.Equal((0, "more to list: list engines, list datasets, list claims\n"), (list.ExitCode, list.Errors));
        Assert.StartsWith("experiment", list.Output, StringComparison.Ordinal);
        Assert.Contains("\nxor ", list.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static string Help(string path) => Invoke([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

    private static string Invoke(string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, CommandLine.Make().Parse(arguments).Invoke(new InvocationConfiguration { Output = output }));
        return output.ToString();
    }
}
