using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics;

/// <summary>
/// The Bayesian signed-rank test over data sets with a region of practical equivalence (Benavoli, Corani, Demšar and
/// Zaffalon 2017). Data sets get random weights from a Dirichlet process, whose prior is one more difference of zero;
/// per draw, pairs of differences with a sum below −2r, within, or above 2r gather their weights, and the heaviest of
/// the three wins. The probabilities are the shares of won draws.
/// </summary>
public static class BayesianSignedRank
{
    /// <summary>Which of the three is probable, over data sets like these.</summary>
    /// <param name="differences">One mean difference a data set, at least one, all finite.</param>
    /// <param name="rope">r, half the width of the region, such as 0.01; at least 0. Its ends belong to it.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    /// <param name="draws">The number of Monte Carlo draws; the error is at most 0.5 / √draws.</param>
    /// <param name="priorStrength">The weight of the prior, in data sets; 0.6 in the authors' code.</param>
    /// <returns>The probabilities, each a multiple of 1 / draws.</returns>
    /// <exception cref="ArgumentException">No difference, one that is not finite, or another number out of range.</exception>
    public static RopeProbabilities Of(
        IReadOnlyList<double> differences, double rope, int seed = 0, int draws = 50_000, double priorStrength = 0.6)
    {
        Check.Finite(differences, nameof(differences));
        Check.NotNegative(rope, nameof(rope));
        if (draws < 1) throw new ArgumentException($"{draws} draws are too few.", nameof(draws));
        if (!(priorStrength > 0)) throw new ArgumentException($"A prior strength of {priorStrength} is not above 0.", nameof(priorStrength));

        double[] sorted = [.. differences.Append(0).Order()];
        var prior = Array.IndexOf(sorted, 0.0);
        // Sums are rounded; one that is 2r but for that belongs to the region.
        var edge = (2 * rope) + (1e-12 * sorted.Max(Math.Abs));
        int[] belowEnds = [.. sorted.Select(one => sorted.Count(other => one + other < -edge))];
        int[] aboveStarts = [.. sorted.Select(one => sorted.Count(other => one + other <= edge))];

        var random = new Random(seed);
        var weights = new double[sorted.Length];
        var sums = new double[sorted.Length + 1];
        int below = 0, above = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            Draw(random, weights, prior, priorStrength, sums);
            double left = 0, right = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                left += weights[i] * sums[belowEnds[i]];
                right += weights[i] * (sums[^1] - sums[aboveStarts[i]]);
            }

            var within = (sums[^1] * sums[^1]) - left - right;
            if (left > within && left >= right) below++;
            else if (right > within) above++;
        }

        return new((double)below / draws, (double)(draws - below - above) / draws, (double)above / draws);
    }

    // Gamma(1) is exponential; normalising to a Dirichlet draw would not change which of the three is largest.
    private static void Draw(Random random, double[] weights, int prior, double priorStrength, double[] sums)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = i == prior ? Gamma.Sample(random, priorStrength, 1) : -Math.Log(1 - random.NextDouble());
            sums[i + 1] = sums[i] + weights[i];
        }
    }
}
