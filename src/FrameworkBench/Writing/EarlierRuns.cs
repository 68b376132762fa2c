using FrameworkBench.Pages.Data;
using FrameworkBench.Results;
using FrameworkBench.Wording;

namespace FrameworkBench.Writing;

/// <summary>Holds a run against the results that it would replace.</summary>
public static class EarlierRuns
{
    private const int MostNamed = 3;

    /// <summary>
    /// What a results folder has that a run would lose: engines without a trial in it, and experiments with fewer seeds or splits.
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
                      where engine.Ran > 0 && !run.After.Engines.Any(after => after.Name == engine.Name && after.Ran > 0)
                      group run.Before.Experiment by engine.Name;
        string[] fewer = [.. replaced.Where(run => run.After.Draws.Seeds < run.Before.Draws.Seeds).Select(run => run.Before.Experiment)];
        return
        [
            .. engines.Select(engine => $"no trials of {engine.Key} in {Names([.. engine])}"),
            .. fewer.Length == 0 ? Array.Empty<string>() : [$"fewer seeds or splits in {Names(fewer)}"],
        ];
    }

    private static string Names(string[] experiments) => experiments.Length <= MostNamed + 1
        ? Phrase.And(experiments)
        : Phrase.And([.. experiments.Take(MostNamed), $"{experiments.Length - MostNamed} more"]);
}
