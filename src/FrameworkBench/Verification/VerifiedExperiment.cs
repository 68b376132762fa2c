using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;

namespace FrameworkBench.Verification;

/// <summary>An experiment of a results' folder with what it was run with and what its data file holds.</summary>
/// <param name="Experiment">The experiment as its profile runs it.</param>
/// <param name="Run">What it was run with.</param>
/// <param name="Table">Its data file.</param>
internal sealed record VerifiedExperiment(Experiment Experiment, ExperimentRun Run, TrialTable Table)
{
    /// <summary>How much of it was planned.</summary>
    internal PlanOptions Plan => new() { Profile = Run.Profile, Seeds = Run.Seeds };

    /// <summary>Its engines, as the planner saw them.</summary>
    internal IReadOnlyList<PlannedEngine> Engines =>
    [
        .. EngineNames.Select(name => EngineCatalog.Find(name) is { } engine
            ? new PlannedEngine(name, null, null) { MostSeeds = engine.MostSeeds, MostSeedsWhenLong = engine.MostSeedsWhenLong }
            : new PlannedEngine(name, null, null)),
    ];

    /// <summary>How its rows are divided.</summary>
    internal SplitPlan Split => Experiment.Split.For(Run.Profile);

    /// <summary>
    /// Its results as its pages have them, from its data file alone: the verdicts, and the answers that need no predictions. Rows of no
    /// model of the experiment, and all but the first of one place, are passed over.
    /// </summary>
    /// <param name="register">The register of frozen claims.</param>
    /// <param name="fingerprints">Takes fingerprints as it was run.</param>
    internal DerivedResults Derive(ClaimRegister register, Fingerprinting fingerprints)
    {
        var models = Experiment.Models.ToDictionary(model => model.Name, StringComparer.Ordinal);
        TrialEvidence[] trials =
        [
            .. Table.Rows.Where(row => models.ContainsKey(row["model"])).Select(row => row.Evidence(models[row["model"]]))
                .DistinctBy(trial => (trial.Table.Dataset, trial.Model.Name, trial.Engine, trial.Split, trial.Seed)),
        ];
        IReadOnlyList<Verdict> verdicts = register.Mark(Experiment, ClaimJudge.Judge(Experiment, trials, EngineNames), fingerprints);
        return DerivedResults.Of(
            new ExperimentResults(Experiment, [], verdicts, Run.Absent),
            [.. trials.Where(trial => !Run.Absent.Contains(trial.Engine))]);
    }

    private IReadOnlyList<string> EngineNames => [.. Run.Engines.Select(engine => engine.Name)];
}
