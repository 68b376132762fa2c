using FrameworkBench.Cli.Commands.Submitting;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows how far a submitted run is.</summary>
internal static class StatusDisplay
{
    private const int MostRows = 40;

    /// <summary>A row a shard, those that are done only where there is room, and what comes next.</summary>
    public static void Show(Submission submission, IReadOnlyList<ShardStatus> tasks)
    {
        var shown = (tasks.Count <= MostRows ? tasks : tasks.Where(task => task.Missing > 0)).Take(MostRows).ToList();
        if (shown.Count > 0)
            Terminal.Show(["shard", "state", "trials", "kept", "missing"], shown.Select(Row));
        if (shown.Count < tasks.Count)
            Terminal.Say($"and {tasks.Count - shown.Count} more of {tasks.Count} shards; --json has all");
        Terminal.Say(
            $"job {submission.Job}: {Figures.Whole(tasks.Sum(task => task.Kept))} of "
                + $"{Figures.Whole(tasks.Sum(task => task.Trials))} trials are kept");
        Terminal.Say(SubmissionWords.Next(submission.Request, submission.Shards, tasks));
    }

    private static string[] Row(ShardStatus task) =>
        [$"{task.Shard}", task.State ?? "–", Figures.Whole(task.Trials), Figures.Whole(task.Kept), Figures.Whole(task.Missing)];
}
