using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics.Ranking;

/// <summary>How often the first was better, equal and worse.</summary>
/// <param name="Wins">Differences above the margin.</param>
/// <param name="Ties">Differences within it.</param>
/// <param name="Losses">Differences below minus the margin.</param>
public sealed record WinTieLoss(int Wins, int Ties, int Losses)
{
    /// <summary>Two-sided p value of the exact sign test; ties say nothing and are left out. 1 when all are ties.</summary>
    public double SignTestPValue => Wins + Losses == 0
        ? 1
        : Math.Min(1, 2 * Binomial.CDF(0.5, Wins + Losses, Math.Min(Wins, Losses)));

    /// <summary>Counts differences.</summary>
    /// <param name="differences">One a data set, positive when the first is better; may be empty.</param>
    /// <param name="margin">The largest difference that counts as a tie, at least 0.</param>
    /// <returns>The three counts.</returns>
    /// <exception cref="ArgumentException">A difference that is not finite, or a margin below 0.</exception>
    public static WinTieLoss Of(IReadOnlyList<double> differences, double margin = 0)
    {
        ArgumentNullException.ThrowIfNull(differences);
        Check.NotNegative(margin, nameof(margin));
        if (differences.Count > 0) Check.Finite(differences, nameof(differences));
        int wins = differences.Count(difference => difference > margin);
        int losses = differences.Count(difference => difference < -margin);
        return new WinTieLoss(wins, differences.Count - wins - losses, losses);
    }
}
