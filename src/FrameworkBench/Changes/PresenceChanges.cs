using FrameworkBench.Changes.Stored;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Changes;

/// <summary>Finds what was added and removed.</summary>
internal static class PresenceChanges
{
    /// <summary>Experiments.</summary>
    internal static IEnumerable<PresenceChange> OfExperiments(StoredResults before, StoredResults after) =>
        Between("experiment", "", before.Experiments, after.Experiments);

    /// <summary>Engines that were available for an experiment of both results, and are for none now; and those that are new.</summary>
    internal static IEnumerable<PresenceChange> OfEngines(StoredResults before, StoredResults after)
    {
        string[] common = [.. before.Experiments.Intersect(after.Experiments)];
        return Between("engine", "", Available(before), Available(after))
            .Select(change => change.IsAdded ? change : change with { Direction = Direction.Worse });

        string[] Available(StoredResults results) =>
        [
            .. common.SelectMany(name => results[name]!.Engines).Where(engine => engine.Available)
                .Select(engine => engine.Name).Distinct(),
        ];
    }

    /// <summary>Tables, models and claims of an experiment, and engines that have no part in it any more.</summary>
    internal static IEnumerable<PresenceChange> Of(StoredExperiment before, StoredExperiment after)
    {
        string of = $" of {after.Name}";
        return
        [
            .. Between("table", of, Values(before, "dataset"), Values(after, "dataset")),
            .. Between("model", of, Values(before, "model"), Values(after, "model")),
            .. Between("claim", of, Claims(before), Claims(after)),
            .. Between("engine", of, Planned(before, after).Where(engine => !IsLost(engine)), Planned(after, before)),
            .. Between("engine", of, Planned(before, after).Where(IsLost), [])
                .Select(change => change with { Direction = Direction.Worse }),
        ];

        // It is said to have run its trials, and has none.
        bool IsLost(string engine) => after.Run.Engines.Any(run => run.Name == engine && run.Ran > 0) && !after.Has("engine", engine);
    }

    private static IEnumerable<string> Values(StoredExperiment experiment, string column) =>
        experiment.Table.Rows.Select(row => row[column]).Distinct();

    private static IEnumerable<string> Claims(StoredExperiment experiment) => experiment.Claims.Select(entry => entry["id"]).Distinct();

    // An engine that was not available to one of the two is reported once, for all experiments.
    private static IEnumerable<string> Planned(StoredExperiment experiment, StoredExperiment other) =>
        experiment.Table.Rows.Where(row => row.Status != TrialStatus.Missing).Select(row => row["engine"]).Distinct()
            .Where(engine => IsAvailable(experiment, engine) && IsAvailable(other, engine));

    private static bool IsAvailable(StoredExperiment experiment, string engine) =>
        experiment.Run.Engines.Any(run => run.Name == engine && run.Available);

    private static IEnumerable<PresenceChange> Between(string noun, string of, IEnumerable<string> before, IEnumerable<string> after)
    {
        string[] earlier = [.. before], later = [.. after];
        return new[] { (Names: later.Except(earlier).ToArray(), IsAdded: true), (Names: earlier.Except(later).ToArray(), IsAdded: false) }
            .Where(change => change.Names.Length > 0)
            .Select(change => new PresenceChange(
                $"{Counting.Noun(change.Names.Length, noun)}{of}: {Phrase.And(change.Names)}", change.IsAdded, Direction.Other));
    }
}
