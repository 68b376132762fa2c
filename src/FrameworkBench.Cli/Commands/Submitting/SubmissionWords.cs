using System.Globalization;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary>Sentences about runs that were handed to a scheduler.</summary>
internal static class SubmissionWords
{
    /// <summary>What was submitted.</summary>
    /// <param name="job">The scheduler's number.</param>
    /// <param name="tasks">How many tasks it has.</param>
    /// <param name="work">What its plan asks for.</param>
    public static string Submitted(string job, int tasks, PlannedWork work)
    {
        int missing = work.Missing.Count();
        string further = work.Open.Count == 0 ? "" : " and what their searches ask for next";
        return $"job {job}: {Counting.Of(tasks, "task")} for {Figures.Whole(missing)} "
            + $"{Counting.Noun(missing, "trial")}{further}";
    }

    /// <summary>That everything is kept, and how its pages are written.</summary>
    public static string ReportOf(PlanRequest request) => $"all trials are kept; to write the pages: {Command("report", request)}";

    /// <summary>What comes next.</summary>
    /// <param name="request">What is run.</param>
    /// <param name="shards">Into how many shards.</param>
    /// <param name="tasks">How they stand.</param>
    public static string Next(PlanRequest request, int shards, IReadOnlyList<ShardStatus> tasks)
    {
        if (tasks.All(task => task.Missing == 0))
            return ReportOf(request);
        return tasks.Any(task => task.IsUnderWay)
            ? "finished trials are kept; a task that is queued again goes on where it was"
            : "no task is under way; to run what is missing: "
                + $"{Command("submit slurm", request)} --shards {shards.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Command(string command, PlanRequest request) => string.Join(
        ' ', PlanArguments.Of(command == "report" ? request with { Long = false } : request).Select(ShellWord.Quote)
            .Prepend($"frameworkbench {command}"));
}
