namespace FrameworkBench.Statistics;

/// <summary>Scores of different tables on one scale, where 1 is perfect, so that they can be pooled.</summary>
public static class NormalizedScore
{
    /// <summary>
    /// R² clipped at 0: a regression worse than the constant one counts as no better, and cannot drown the others
    /// (Grinsztajn, Oyallon and Varoquaux 2022).
    /// </summary>
    /// <param name="rSquared">At most 1.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">NaN, or above 1.</exception>
    public static double FromRSquared(double rSquared)
    {
        if (!(rSquared <= 1)) throw new ArgumentException($"An R² of {rSquared} is not at most 1.", nameof(rSquared));
        return Math.Max(0, rSquared);
    }
}
