using System.CommandLine.Parsing;

namespace FrameworkBench.Cli.Tests;

public sealed class ReadmeTests
{
    private static readonly string[] Programs = ["./frameworkbench ", "frameworkbench ", @".\frameworkbench.ps1 "];

    public static TheoryData<string> Commands()
    {
        var commands = new TheoryData<string>();
        foreach (
            string page in new[] { "README.md", "CONTRIBUTING.md", "docs/experiments.md", "docs/command-line.md", "docs/scaling.md" }.Where(
                page => File.Exists(Path.Combine(Invocation.Root, page))))
        {
            foreach (string line in File.ReadLines(Path.Combine(Invocation.Root, page)).Select(line => line.Trim()))
            {
                if (Array.Exists(Programs, program => line.StartsWith(program, StringComparison.Ordinal)))
                    commands.Add(line);
            }
        }

        return commands;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_of_the_readme_is_understood(string command)
    {
        string[] arguments = [.. CommandLineParser.SplitCommandLine(command).Skip(1)];

        Assert.Empty(CommandLine.Make().Parse(arguments).Errors.Select(error => error.Message));
    }

    [Fact]
    public void The_readme_names_the_two_commands_that_are_tested_by_ci()
    {
        string readme = File.ReadAllText(Path.Combine(Invocation.Root, "README.md"));
        string ci = File.ReadAllText(Path.Combine(Invocation.Root, ".ci", "run"));

        Assert.All(["./run-all.sh", "dotnet test"], command =>
        {
            Assert.Contains(command, readme, StringComparison.Ordinal);
            Assert.Contains(command, ci, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_readme_names_the_scripts_of_Windows_that_the_workflow_runs()
    {
        string readme = File.ReadAllText(Path.Combine(Invocation.Root, "README.md"));
        string workflow = File.ReadAllText(Path.Combine(Invocation.Root, ".github", "workflows", "ci.yml"));

        Assert.All(["run-all.ps1 --quick", "frameworkbench.ps1 validate"], command =>
        {
            Assert.Contains($@".\{command}", readme, StringComparison.Ordinal);
            Assert.Contains($"./{command}", workflow, StringComparison.Ordinal);
        });
    }
}
