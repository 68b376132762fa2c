using FrameworkBench.Changes.Noise;
using MathNet.Numerics.Distributions;

namespace FrameworkBench.Simulations;

/// <summary>
/// A score of one model as it arises: a mean, an effect of each split that a rerun meets again, and noise of each seed that it draws anew.
/// </summary>
/// <param name="Splits">The splits.</param>
/// <param name="Seeds">The seeds of each split.</param>
internal sealed record RerunWorld(int Splits, int Seeds)
{
    private const double SplitDeviation = 0.02, TypicalLoss = 0.1, LossDeviation = 0.5;

    /// <summary>The standard deviation of a seed's effect on accuracy.</summary>
    public double SeedDeviation { get; init; } = 0.01;

    /// <summary>The rows that test; an accuracy is a share of them.</summary>
    public int TestRows { get; init; } = 360;

    /// <summary>The mean accuracy.</summary>
    public double Mean { get; init; } = 0.95;

    /// <summary>Whether a rerun has the same seeds, whose noise a change of code draws anew.</summary>
    public bool KeepsSeeds { get; init; }

    /// <summary>Whether the score is a log loss with a long tail (lognormal) and no accuracy.</summary>
    public bool IsLoss { get; init; }

    /// <summary>Draws a run and a rerun whose mean accuracy is another by some change.</summary>
    public ComparedFigure Draw(Random random, int model, double change)
    {
        double[] effects = [.. Enumerable.Range(0, Splits).Select(_ => Splits == 1 ? 0 : Normal.Sample(random, 0, SplitDeviation))];
        FigureSeries before = Series(0, Mean), after = Series(KeepsSeeds ? 0 : Splits * Seeds, Mean + change);
        return new ComparedFigure(
            new ModelPlace("simulated", "simulated", $"model {model}", "engine"), new(IsLoss ? "log_loss" : "accuracy"),
            FigureContrast.Of(before, after)!);

        FigureSeries Series(int firstSeed, double mean) => new(
            [
                .. from split in Enumerable.Range(0, Splits)
                   from seed in Enumerable.Range(firstSeed + (split * Seeds), Seeds)
                   select new SeedFigure(split, seed, IsLoss ? Loss(random) : Accuracy(random, mean + effects[split])),
            ],
            "the same", TestTrainRatio: 0.25);
    }

    private double Accuracy(Random random, double expected) =>
        Math.Round(Math.Clamp(Normal.Sample(random, expected, SeedDeviation), 0, 1) * TestRows) / TestRows;

    private static double Loss(Random random) => TypicalLoss * Math.Exp(Normal.Sample(random, 0, LossDeviation));
}
