using FrameworkBench.Pages.Data;
using FrameworkBench.Results;
using FrameworkBench.Wording;

namespace FrameworkBench.Writing;

/// <summary>Holds a run against the results that it would replace.</summary>
public static class EarlierRuns
{
    private const int MostNamed = 3;

    /// <summary>
    /// What a results folder has that a run would lose: engines that have no trial in it, only failed ones, or fewer because some are
    /// missing; and experiments with fewer seeds or splits.
    /// </summary>
    /// <param name="folder">The results folder; it need not exist.</param>
    /// <param name="runs">What the run has, or is going to have.</param>
    /// <returns>A phrase each, such as "no trials of keras in iris"; none when nothing would be lost.</returns>
    /// <exception cref="IOException">A file of the folder is wrong.</exception>
    public static IReadOnlyList<string> Losses(string folder, IReadOnlyList<ExperimentRun> runs)
    {
        var earlier = RunFile.In(folder).ToDictionary(run => run.Experiment, StringComparer.Ordinal);
        (ExperimentRun Before, ExperimentRun After)[] replaced =
            [.. runs.Where(run => earlier.ContainsKey(run.Experiment)).Select(run => (earlier[run.Experiment], run))];
        var engines = from run in replaced
                      from engine in run.Before.Engines
                      let lost = Lost(engine, run.After.Engines.FirstOrDefault(after => after.Name == engine.Name))
                      where lost is not null
                      group run.Before.Experiment by $"{lost} of {engine.Name}";
        string[] fewer = [.. replaced.Where(run => run.After.Draws.Seeds < run.Before.Draws.Seeds).Select(run => run.Before.Experiment)];
        return
        [
            .. engines.Select(engine => $"{engine.Key} in {Names([.. engine])}"),
            .. fewer.Length == 0 ? Array.Empty<string>() : [$"fewer seeds or splits in {Names(fewer)}"],
        ];
    }

    // One failed trial among many is a result. An engine that fails every trial it once did is broken, and its pages are not.
    private static string? Lost(EngineRun before, EngineRun? after)
    {
        if (before.Ran == 0)
            return null;
        if (after is null or { Ran: 0 })
            return "no trials";
        if (after.Failed == after.Ran && before.Failed < before.Ran)
            return "only failed trials";
        return after.Missing > 0 && after.Ran < before.Ran ? "fewer trials" : null;
    }

    private static string Names(string[] experiments) => experiments.Length <= MostNamed + 1
        ? Phrase.And(experiments)
        : Phrase.And([.. experiments.Take(MostNamed), $"{experiments.Length - MostNamed} more"]);
}
