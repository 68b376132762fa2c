using System.Globalization;
using System.Text.RegularExpressions;
using FrameworkBench.Engines.Installation;

namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary>The commands of Slurm. Arguments reach them as they are, without a shell.</summary>
internal static partial class Slurm
{
    /// <summary>The command that submits.</summary>
    public const string SubmitProgram = "sbatch";

    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Submits a job.</summary>
    /// <param name="arguments">The arguments of <c>sbatch</c>, <c>--parsable</c> among them.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The job's number.</returns>
    /// <exception cref="WrongInputException">Slurm is not installed, or refuses the job.</exception>
    public static async Task<string> SubmitAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        CommandRun run = await RunAsync(SubmitProgram, arguments, cancellation).ConfigureAwait(false);
        return Job().Match(run.Output) is { Success: true } job
            ? job.Groups["job"].Value
            : throw new WrongInputException($"sbatch gave no job number: {run.Problem()}");
    }

    /// <summary>Ends a job.</summary>
    /// <exception cref="WrongInputException">Slurm is not installed, or does not know the job.</exception>
    public static Task CancelAsync(string job, CancellationToken cancellation) => RunAsync("scancel", [job], cancellation);

    /// <summary>The states of a job's tasks by their numbers, in Slurm's words; empty where Slurm does not answer.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> StatesAsync(string job, CancellationToken cancellation)
    {
        // The accounts, which a cluster need not keep, know tasks that the queue has forgotten.
        CommandRun accounts = await CommandRun.RunAsync(
            "sacct", ["--noheader", "--parsable2", "--allocations", $"--jobs={job}", "--format=JobID,State"], cancellation)
            .ConfigureAwait(false);
        CommandRun queue = await CommandRun.RunAsync(
            "squeue", ["--noheader", "--array", "--states=all", $"--jobs={job}", "--format=%F_%K|%T"], cancellation)
            .ConfigureAwait(false);
        return States(job, $"{accounts.Output}\n{queue.Output}");
    }

    /// <summary>The states that lines such as <c>12_3|RUNNING</c> tell; of one task the last line counts.</summary>
    internal static IReadOnlyDictionary<int, string> States(string job, string lines)
    {
        var states = new Dictionary<int, string>();
        foreach (Match task in TaskState().Matches(lines).Where(task => task.Groups["job"].Value == job))
            states[int.Parse(task.Groups["task"].Value, CultureInfo.InvariantCulture)] =
                task.Groups["state"].Value.Replace('_', ' ').ToLowerInvariant();
        return states;
    }

    private static async Task<CommandRun> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        CommandRun run = await CommandRun.RunAsync(program, arguments, cancellation).ConfigureAwait(false);
        return run.Succeeded ? run : throw new WrongInputException($"{program}: {run.Problem()}");
    }

    // With --parsable, sbatch writes the job and, with several clusters, its cluster.
    [GeneratedRegex(@"^(?<job>\d+)(;.*)?\r?$", Options)]
    private static partial Regex Job();

    [GeneratedRegex(@"^(?<job>\d+)_(?<task>\d{1,7})\|(?<state>[A-Z_]+)", Options)]
    private static partial Regex TaskState();
}
