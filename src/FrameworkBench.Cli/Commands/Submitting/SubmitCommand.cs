using System.CommandLine;

namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary><c>submit SCHEDULER</c>: hands the trials of a run to a scheduler of a cluster.</summary>
internal static class SubmitCommand
{
    public static Command Make() => new("submit", "Hand the shards of a run to the scheduler of a cluster") { SubmitSlurmCommand.Make() };
}
