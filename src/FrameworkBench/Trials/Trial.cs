using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;

namespace FrameworkBench.Trials;

/// <summary>One model, on one split, with one seed, by one engine: the unit of work.</summary>
/// <param name="Experiment">The experiment it belongs to.</param>
/// <param name="Model">The model.</param>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Split">The split's number, from 0.</param>
/// <param name="Seed">Seeds everything random in the fit.</param>
public sealed record Trial(Experiment Experiment, ExperimentModel Model, string Dataset, string Engine, int Split, long Seed)
{
    /// <summary>
    /// The seed of a trial. Every split has seeds of its own, so that what a seed does is among what makes splits differ, and an interval
    /// over splits speaks of other seeds too; a start that fails would else fail on every split. All models and engines have the same.
    /// </summary>
    /// <param name="split">The split's number, from 0.</param>
    /// <param name="splits">The number of splits of the data set.</param>
    /// <param name="turn">Which of the split's seeds, from 0.</param>
    public static long SeedOf(int split, int splits, int turn) => split + ((long)turn * splits);

    // No experiment has so many seeds that a fit of a bag shares one with another trial of it.
    private const long BetweenParts = 1_000_000;

    /// <summary>Which fit of a bagged model it is, from 0; null for a trial as a whole.</summary>
    public int? Part { get; init; }

    /// <summary>One fit of a bagged model. Each has its own seed, so that the bag averages over what a seed does too.</summary>
    /// <param name="part">Which one, from 0; the first has the trial's seed.</param>
    public Trial PartOf(int part) => this with { Part = part, Seed = Seed + (part * BetweenParts) };

    /// <summary>Whether it is the first trial of its model on its data set by its engine, whose predictions pages show.</summary>
    public bool IsFirst => Split == 0 && Seed == Experiment.FirstSeed;

    /// <summary>The trial in one line, for logs.</summary>
    public override string ToString() => $"{Experiment.Name}/{Dataset}/{Model.Name} by {Engine}, split {Split}, seed {Seed}"
        + (Part is int part ? $", part {part + 1} of {Model.Bag}" : "");
}
