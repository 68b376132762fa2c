using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands.Storing;

/// <summary>Which trials experiments plan on the engines of this machine.</summary>
internal static class PlannedTrials
{
    /// <summary>Every profile.</summary>
    public static IReadOnlyList<Profile> AllProfiles { get; } = [Profile.Default, Profile.Quick, Profile.Full];

    /// <summary>All experiments of the project, those of parity among them.</summary>
    public static IReadOnlyList<Experiment> AllExperiments(Session session) =>
        [.. session.Experiments([]), .. session.Experiments([], session.Workspace.ParityFiles())];

    /// <summary>The fits of some experiments in some profiles, as far as stored outcomes settle their searches.</summary>
    public static async Task<IReadOnlyDictionary<TrialKey, Trial>> OfAsync(
        Session session, IReadOnlyList<Experiment> experiments, IReadOnlyList<Profile> profiles, OutcomeStore store,
        CancellationToken cancellation)
    {
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync([], cancellation).ConfigureAwait(false);
        var planned = new Dictionary<TrialKey, Trial>();
        foreach (Profile profile in profiles)
        {
            Experiment[] profiled = [.. experiments.Select(experiment => experiment.At(profile))];
            IReadOnlyList<PlannedTrial> plan = session.Plan(profiled, engines, new PlanOptions { Profile = profile }, cancellation);
            Add(await SearchRun.RunAsync(plan, fits => Task.FromResult(Stored(fits))).ConfigureAwait(false));
        }

        return planned;

        void Add(IReadOnlyList<PlannedTrial> trials)
        {
            foreach (PlannedTrial fit in trials.SelectMany(trial => trial.Fits))
                planned.TryAdd(fit.Key, fit.Trial);
        }

        Outcomes Stored(IReadOnlyList<PlannedTrial> fits)
        {
            Add(fits);
            return Outcomes.Of(
                fits, fit => fit.Known ?? store.Find(fit.Key) ?? Outcome.Without(TrialStatus.Missing, "not run yet"));
        }
    }
}
