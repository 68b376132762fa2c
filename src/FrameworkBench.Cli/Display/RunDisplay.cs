using FrameworkBench.Engines;
using FrameworkBench.Wording;
using Spectre.Console;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows where a run stands: a live bar where somebody watches, else a line now and then.</summary>
internal static class RunDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Does some work while showing its progress.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work; it is given where to report progress.</param>
    /// <returns>What the work gave.</returns>
    public static async Task<T> ShowAsync<T>(string title, Func<Action<RunProgress>, Task<T>> work)
    {
        if (!Terminal.IsLive)
            return await work(PlainLines(title)).ConfigureAwait(false);
        return await AnsiConsole.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask(title);
                return await work(progress =>
                {
                    task.MaxValue = progress.Total;
                    task.Value = progress.Done;
                    task.Description = Markup.Escape($"{title} {Describe(progress)}");
                }).ConfigureAwait(false);
            }).ConfigureAwait(false);
    }

    /// <summary>Does some work that goes step by step while showing which step it is at.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work; it is given where to report steps done, steps in all and the step's name.</param>
    public static Task ShowStepsAsync(string title, Func<Action<int, int, string>, Task> work)
    {
        var elapsed = System.Diagnostics.Stopwatch.StartNew();
        TimeSpan next = TimeSpan.Zero;
        return work((done, total, step) =>
        {
            if (elapsed.Elapsed < next)
                return;
            next = elapsed.Elapsed + BetweenLines;
            Terminal.Say($"{title} {done}/{total} after {Quantities.Duration(elapsed.Elapsed)}: {step}");
        });
    }

    private static Action<RunProgress> PlainLines(string title)
    {
        TimeSpan next = TimeSpan.Zero;
        return progress =>
        {
            if (progress.Elapsed < next && progress.Left > 0)
                return;
            next = progress.Elapsed + BetweenLines;
            Terminal.Say($"{title} {Describe(progress)}");
        };
    }

    private static string Describe(RunProgress progress)
    {
        string failures = progress.Failed == 0 ? "no failures" : Counting.Of(progress.Failed, "failure");
        string left = progress.TimeLeft is { } time && progress.Left > 0
            ? $", {progress.Left} left, about {Quantities.Duration(time)} to go" : "";
        return $"{progress.Done}/{progress.Total} trials in {Quantities.Duration(progress.Elapsed)}, {failures}{left}";
    }
}
