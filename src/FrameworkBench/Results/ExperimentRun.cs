using FrameworkBench.Claims.Register;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Results;

/// <summary>What the results of an experiment were run with.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Profile">How thorough the run was.</param>
/// <param name="Seeds">Seeds of every model where the run was given their number; null where the experiment said it.</param>
/// <param name="Draws">The splits and seeds.</param>
/// <param name="Engines">The engines that were to run it, in the order of the tables.</param>
/// <param name="Trials">The number of trials.</param>
public sealed record ExperimentRun(
    string Experiment, Profile Profile, int? Seeds, Draws Draws, IReadOnlyList<EngineRun> Engines, int Trials)
{
    /// <summary>The engines that were not available.</summary>
    public IReadOnlyList<string> Absent => [.. Engines.Where(engine => !engine.Available).Select(engine => engine.Name)];

    /// <summary>What the experiments of a run were run with.</summary>
    /// <param name="run">The run.</param>
    public static IReadOnlyList<ExperimentRun> Of(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Of(
            run.Experiments, run.Engines, new PlanOptions { Profile = run.Profile, Seeds = run.Seeds },
            run.Results.Select(result => (result.Trial, result.Outcome.Status)));
    }

    /// <summary>What the experiments of a plan will be run with, if no trial fails.</summary>
    /// <param name="experiments">The experiments.</param>
    /// <param name="engines">The engines.</param>
    /// <param name="options">How much is planned.</param>
    /// <param name="plan">The trials.</param>
    public static IReadOnlyList<ExperimentRun> Of(
        IReadOnlyList<Experiment> experiments, IReadOnlyList<EngineStatus> engines, PlanOptions options, IReadOnlyList<PlannedTrial> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Of(experiments, engines, options, plan.Select(planned => (planned.Trial, planned.Known?.Status ?? TrialStatus.Done)));
    }

    private static IReadOnlyList<ExperimentRun> Of(
        IReadOnlyList<Experiment> experiments, IReadOnlyList<EngineStatus> engines, PlanOptions options,
        IEnumerable<(Trial Trial, TrialStatus Status)> trials)
    {
        var statuses = trials.ToLookup(trial => trial.Trial.Experiment.Name, trial => (trial.Trial.Engine, trial.Status));
        return
        [
            .. experiments.Select(experiment => new ExperimentRun(
                experiment.Name, options.Profile, options.Seeds, Draws.Of(experiment, options),
                [
                    .. engines.Select(engine => EngineRun.Of(
                        engine,
                        [.. statuses[experiment.Name].Where(trial => trial.Engine == engine.Name).Select(trial => trial.Status)])),
                ],
                statuses[experiment.Name].Count())),
        ];
    }
}
