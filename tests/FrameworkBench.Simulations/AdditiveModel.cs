using FrameworkBench.Claims;
using MathNet.Numerics.Distributions;

namespace FrameworkBench.Simulations;

/// <summary>
/// Figures of trials as they arise: a mean, an effect of the split, an effect of the seed. Training sets of k folds overlap, so the
/// effects of two splits correlate by the share of rows that test (Nadeau and Bengio 2003).
/// </summary>
/// <param name="Splits">The splits.</param>
/// <param name="Seeds">The seeds of each split.</param>
internal sealed record AdditiveModel(int Splits, int Seeds)
{
    /// <summary>The standard deviation of a split's effect: one percentage point of accuracy.</summary>
    public double SplitDeviation { get; init; } = 0.01;

    /// <summary>The standard deviation of a seed's effect, as large.</summary>
    public double SeedDeviation { get; init; } = 0.01;

    /// <summary>The engines, which share the effects of splits and draw their own of seeds.</summary>
    public int Engines { get; init; } = 1;

    /// <summary>The folds of one division of the rows; with fewer than splits the division is repeated.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>Test rows over training rows.</summary>
    public double TestTrainRatio => 1.0 / (Folds - 1);

    /// <summary>Draws the figures around a mean.</summary>
    public List<Observation> Draw(Random random, double mean)
    {
        double correlation = 1.0 / Folds, common = Normal.Sample(random, 0, 1);
        double[] effects = new double[Splits];
        for (int split = 0; split < Splits; split++)
            effects[split] =
                SplitDeviation * ((Math.Sqrt(correlation) * common) + (Math.Sqrt(1 - correlation) * Normal.Sample(random, 0, 1)));
        return
        [
            .. from engine in Enumerable.Range(0, Engines)
               from split in Enumerable.Range(0, Splits)
               from seed in Enumerable.Range(0, Seeds)
               select new Observation(split, seed, mean + effects[split] + Normal.Sample(random, 0, SeedDeviation), $"engine {engine}"),
        ];
    }
}
