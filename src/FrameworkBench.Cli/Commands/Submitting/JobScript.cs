using System.Globalization;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary>The script of a task of a job array: it runs the shard of its number.</summary>
internal static class JobScript
{
    /// <summary>What the script is called.</summary>
    public const string FileName = "shard.sh";

    /// <summary>The script.</summary>
    /// <param name="request">What is run.</param>
    /// <param name="resources">What a task is given.</param>
    public static string Of(PlanRequest request, SlurmResources resources) => Of(Program(), request, resources);

    /// <summary>The script.</summary>
    /// <param name="program">How this program is started, as words.</param>
    /// <param name="request">What is run.</param>
    /// <param name="resources">What a task is given.</param>
    internal static string Of(IReadOnlyList<string> program, PlanRequest request, SlurmResources resources)
    {
        string[] command = request.IsWhole ? ["run-all", "--no-install"] : ["run"];
        IEnumerable<string> words =
        [
            .. program, .. command, .. PlanArguments.Of(request), "--jobs", resources.Jobs.ToString(CultureInfo.InvariantCulture),
        ];
        string shards = resources.Shards.ToString(CultureInfo.InvariantCulture);
        return $"#!/bin/sh\nexec {string.Join(' ', words.Select(ShellWord.Quote))} --shard \"$SLURM_ARRAY_TASK_ID/{shards}\"\n";
    }

    private static IReadOnlyList<string> Program()
    {
        string started = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(started) == "dotnet"
            ? [started, Path.Combine(AppContext.BaseDirectory, "FrameworkBench.Cli.dll")] : [started];
    }
}
