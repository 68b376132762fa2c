using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics;

/// <summary>How often something happened, and what share that makes likely.</summary>
/// <param name="Successes">How often it happened.</param>
/// <param name="Count">How often it could have.</param>
/// <param name="Share">Successes / count; NaN when the count is zero.</param>
/// <param name="Interval">Wilson's interval of the share, inside [0, 1].</param>
public sealed record Proportion(int Successes, int Count, double Share, Interval Interval)
{
    /// <summary>
    /// A share with Wilson's score interval (Wilson 1927), which stays honest for few trials and near 0 or 1.
    /// </summary>
    /// <param name="successes">From 0 to <paramref name="count"/>.</param>
    /// <param name="count">At least 0; for 0 the interval is [0, 1].</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>The share and its interval.</returns>
    /// <exception cref="ArgumentException">Successes outside 0 … count.</exception>
    public static Proportion Of(int successes, int count, double confidence = 0.95)
    {
        Check.Share(confidence, nameof(confidence));
        if (count < 0) throw new ArgumentException($"A count of {count} is below 0.", nameof(count));
        if (successes < 0 || successes > count)
            throw new ArgumentException($"{successes} successes of {count} cannot be.", nameof(successes));
        if (count == 0) return new Proportion(0, 0, double.NaN, new Interval(0, 1, confidence));

        double n = count;
        var share = successes / n;
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var centre = (share + (z * z / (2 * n))) / (1 + (z * z / n));
        var half = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n))) / (1 + (z * z / n));
        return new Proportion(successes, count, share, new Interval(
            successes == 0 ? 0 : Math.Max(0, centre - half),
            successes == count ? 1 : Math.Min(1, centre + half),
            confidence));
    }
}
