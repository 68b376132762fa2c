using FrameworkBench.Trials;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows what a run would do.</summary>
internal static class PlanDisplay
{
    /// <summary>A row an experiment and engine, and what they come to.</summary>
    /// <param name="work">What the plan asks for.</param>
    /// <param name="plan">The plan.</param>
    public static void Show(PlannedWork work, IReadOnlyList<PlannedTrial> plan)
    {
        var rows = work.Fits.GroupBy(fit => (fit.Fit.Trial.Experiment.Name, fit.Fit.Trial.Engine))
            .Select(fits => Row(fits.Key.Name, fits.Key.Engine, fits.Count(), fits.Count(fit => fit.IsKept)));
        Terminal.Show(["experiment", "engine", "trials", "kept", "missing"], rows);
        foreach (string line in Lines(work, plan.Count(planned => planned is { Known: not null })))
            Terminal.Say(line);
    }

    /// <summary>What the rows come to.</summary>
    /// <param name="work">What the plan asks for.</param>
    /// <param name="withoutFit">Trials of engines that are not installed, or cannot do them.</param>
    internal static IEnumerable<string> Lines(PlannedWork work, int withoutFit)
    {
        int all = work.Fits.Count, kept = work.Kept;
        yield return $"{Figures.Whole(all)} {Counting.Noun(all, "trial")}: {Figures.Whole(kept)} kept, "
            + $"{Figures.Whole(all - kept)} missing";
        if (work.Open.Count > 0)
            yield return $"{Counting.Of(work.Open.Count, "search", "searches")} will add trials once these are kept";
        if (withoutFit > 0)
            yield return $"{Figures.Whole(withoutFit)} further {Counting.Noun(withoutFit, "trial needs", "trials need")} engines that are "
                + $"not installed or do not support {(withoutFit == 1 ? "it" : "them")}";
    }

    private static string[] Row(string experiment, string engine, int trials, int kept) =>
        [experiment, engine, Figures.Whole(trials), Figures.Whole(kept), Figures.Whole(trials - kept)];
}
