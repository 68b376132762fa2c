using FrameworkBench.Experiments;

namespace FrameworkBench.Trials;

/// <summary>The trials of an experiment on one table, in the order of the plan: splits, models, seeds, engines.</summary>
public static class TrialOrder
{
    /// <summary>Lists them.</summary>
    /// <param name="experiment">The experiment as its profile runs it.</param>
    /// <param name="dataset">The data set's name.</param>
    /// <param name="splits">The number of splits that the table makes.</param>
    /// <param name="engines">The engines asked for; those that the experiment or a model is not for are passed over.</param>
    /// <param name="options">How much to plan.</param>
    public static IEnumerable<Trial> Of(
        Experiment experiment, string dataset, int splits, IReadOnlyList<PlannedEngine> engines, PlanOptions options)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(options);
        var asked = engines.Where(engine => experiment.Engines?.Contains(engine.Name) ?? true).ToList();
        return from split in Enumerable.Range(0, splits)
               from model in experiment.Models
               let only = model.Engines?.For(options.Profile)
               let seeds = options.Seeds ?? model.Seeds.For(options.Profile)
               from place in Enumerable.Range(0, seeds)
               from engine in asked
               where place < SeedsOf(engine, experiment, seeds, options) && (only?.Contains(engine.Name) ?? true)
               select new Trial(experiment, model, dataset, engine.Name, split, experiment.FirstSeed + Trial.SeedOf(split, splits, place));
    }

    /// <summary>How many there are, without listing them.</summary>
    /// <inheritdoc cref="Of"/>
    public static long Count(Experiment experiment, int splits, IReadOnlyList<PlannedEngine> engines, PlanOptions options)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(options);
        return splits * (from model in experiment.Models
                         let only = model.Engines?.For(options.Profile)
                         let seeds = options.Seeds ?? model.Seeds.For(options.Profile)
                         from engine in engines
                         where (experiment.Engines?.Contains(engine.Name) ?? true) && (only?.Contains(engine.Name) ?? true)
                         select (long)SeedsOf(engine, experiment, seeds, options)).Sum();
    }

    // A whole run would wait for the slowest engine; what is asked for by number is done by number.
    private static int SeedsOf(PlannedEngine engine, Experiment experiment, int seeds, PlanOptions options) =>
        options.Profile == Profile.Default && options.Seeds is null
            ? Math.Min(seeds, (experiment.IsLong ? engine.MostSeedsWhenLong : engine.MostSeeds) ?? seeds)
            : seeds;
}
