using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics.Ranking;

/// <summary>
/// The distribution of the range of k standard normal values (the studentised range with infinitely many degrees of
/// freedom), which the Nemenyi test needs: P(Q ≤ q) = k ∫ φ(z) (Φ(z) − Φ(z − q))ᵏ⁻¹ dz.
/// </summary>
public static class StudentizedRange
{
    private const double Reach = 9;
    private const int Steps = 720;

    /// <summary>P(Q ≤ q), right to about 10⁻¹³.</summary>
    /// <param name="q">The range; 0 or less has probability 0.</param>
    /// <param name="groups">k, at least 2.</param>
    /// <returns>The probability.</returns>
    /// <exception cref="ArgumentException">Fewer than two groups, or q is NaN.</exception>
    public static double Cumulative(double q, int groups)
    {
        if (groups < 2) throw new ArgumentException($"A range needs at least two groups, not {groups}.", nameof(groups));
        if (double.IsNaN(q)) throw new ArgumentException("A range of NaN has no probability.", nameof(q));
        if (q <= 0) return 0;
        // The trapezoid rule converges exponentially for a smooth integrand that vanishes at both ends.
        double sum = 0.0;
        for (int i = 0; i <= Steps; i++)
        {
            double z = -Reach + (i * 2 * Reach / Steps);
            sum += Normal.PDF(0, 1, z) * Math.Pow(Normal.CDF(0, 1, z) - Normal.CDF(0, 1, z - q), groups - 1);
        }

        return Math.Min(1, groups * sum * 2 * Reach / Steps);
    }

    /// <summary>The q with P(Q ≤ q) = p.</summary>
    /// <param name="p">Between 0 and 1.</param>
    /// <param name="groups">k, at least 2.</param>
    /// <returns>The quantile.</returns>
    /// <exception cref="ArgumentException">p outside 0 … 1, or fewer than two groups.</exception>
    public static double Quantile(double p, int groups)
    {
        Check.Share(p, nameof(p));
        double low = 0, high = 20;
        while (high - low > 1e-12 * high)
        {
            double middle = (low + high) / 2;
            if (Cumulative(middle, groups) < p) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
