using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;

namespace FrameworkBench.Results.Suite;

/// <summary>What an experiment over several tables found about the pairs of models that it compares.</summary>
/// <param name="Results">All results of the experiment.</param>
/// <param name="Engines">The engines that have a model of a pair: first the one that the page is about, which has both, then the others in
/// the order of the run.</param>
internal sealed record SuiteResults(ExperimentResults Results, IReadOnlyList<SuiteEngine> Engines)
{
    private const string AlwaysThere = "scratch";

    /// <summary>The engine that the page is about.</summary>
    internal SuiteEngine Main => Engines[0];

    /// <summary>The other engines.</summary>
    internal IEnumerable<SuiteEngine> Others => Engines.Skip(1);

    /// <summary>What the sides are called where one word must do for all pairs.</summary>
    internal PairSides Sides => Main.Pairs.DistinctBy(pair => pair.Sides).Count() == 1
        ? Main.Pairs[0].Sides : new PairSides("the first", "the second");

    /// <summary>The fewest and the most splits of a table: large tables may be divided less often.</summary>
    internal (int Least, int Most) Splits
    {
        get
        {
            int[] counts =
                [.. Main.Trials.GroupBy(trial => trial.Trial.Dataset).Select(table => table.Max(trial => trial.Trial.Split) + 1)];
            return (counts.Min(), counts.Max());
        }
    }

    /// <summary>The experiment.</summary>
    internal Experiment Experiment => Results.Experiment;

    /// <summary>
    /// Compares the pairs by every engine; where an engine has a model of one side only, it meets the main engine's. The page is about the
    /// engine with the most pairs; of several about the one
    /// that is always there, so that anybody can make it again. Null when the experiment compares none, has one table, or no engine has
    /// both models of a pair.
    /// </summary>
    internal static SuiteResults? Of(ExperimentResults results) => !Compares(results.Experiment)
        ? null
        : Of(results,
        [
            .. from engine in results.Models.GroupBy(model => model.Engine)
               let trials = engine.SelectMany(model => model.Trials).ToArray()
               select (engine.Key, trials, TrialEvidence.Of(trials)),
        ]);

    /// <summary>
    /// As <see cref="Of(ExperimentResults)"/>, from the file of an experiment's trials: all but what only the trials themselves have.
    /// </summary>
    /// <param name="results">The experiment; its models are not read.</param>
    /// <param name="trials">Its trials by engines that were available, in the order of the plan.</param>
    internal static SuiteResults? Of(ExperimentResults results, IReadOnlyList<TrialEvidence> trials) => !Compares(results.Experiment)
        ? null
        : Of(results,
            [.. trials.GroupBy(trial => trial.Engine).Select(engine => (engine.Key, Array.Empty<TrialResult>(), InOrder(engine)))]);

    // As the results of a run are sorted: sums are the same to the last digit.
    private static IReadOnlyList<TrialEvidence> InOrder(IEnumerable<TrialEvidence> trials) =>
        [.. trials.GroupBy(trial => (trial.Table.Dataset, trial.Model.Name)).SelectMany(model => model)];

    private static bool Compares(Experiment experiment) => experiment.Report.Compare.Count > 0 && experiment.Datasets.Count > 1;

    private static SuiteResults? Of(
        ExperimentResults results, IReadOnlyList<(string Name, TrialResult[] Trials, IReadOnlyList<TrialEvidence> Evidence)> engines)
    {
        SuiteEngine? main = engines.Select(engine => SuiteEngine.Of(results.Experiment, engine.Name, engine.Trials, engine.Evidence))
            .OfType<SuiteEngine>()
            .OrderByDescending(engine => engine.Pairs.Count).ThenByDescending(engine => engine.Name == AlwaysThere).FirstOrDefault();
        return main is null
            ? null
            : new SuiteResults(results,
            [
                main,
                .. engines.Where(engine => engine.Name != main.Name)
                    .Select(engine => SuiteEngine.Of(results.Experiment, engine.Name, engine.Trials, engine.Evidence, main))
                    .OfType<SuiteEngine>(),
            ]);
    }
}
