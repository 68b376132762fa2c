namespace FrameworkBench.Statistics.Hierarchical;

/// <summary>
/// The Bayesian correlated t test of one data set (Corani and Benavoli 2015): the posterior of the mean difference over
/// splits is a Student distribution with the spread of the corrected resampled t test.
/// </summary>
public static class BayesianCorrelatedTTest
{
    /// <summary>Where the difference over splits of one data set probably lies.</summary>
    /// <param name="differences">One difference a split, at least two.</param>
    /// <param name="testTrainRatio">Test rows / training rows of a split.</param>
    /// <param name="rope">Half the width of the region of practical equivalence, at least 0.</param>
    /// <returns>The probabilities of the posterior.</returns>
    /// <exception cref="ArgumentException">Fewer than two differences, one that is not finite, or a ratio or rope below 0.</exception>
    public static RopeProbabilities Of(IReadOnlyList<double> differences, double testTrainRatio, double rope)
    {
        Check.NotNegative(rope, nameof(rope));
        var posterior = CorrectedResampledTTest.Of(differences, testTrainRatio);
        if (posterior.Count < 2)
            throw new ArgumentException("One difference has no posterior; at least two are needed.", nameof(differences));
        if (posterior.StandardError == 0)
        {
            return posterior.Difference < -rope ? new(1, 0, 0)
                : posterior.Difference > rope ? new(0, 0, 1)
                : new(0, 1, 0);
        }

        // The posterior mirrors the sampling distribution: both one-sided p values are posterior probabilities.
        double below = posterior.PValueGreaterThan(-rope);
        double above = posterior.PValueLessThan(rope);
        return new(below, Math.Max(0, 1 - below - above), above);
    }
}
