using FrameworkBench.Statistics;

namespace FrameworkBench.Changes.Times;

/// <summary>How the times of several fits spread.</summary>
/// <param name="Count">The fits.</param>
/// <param name="Low">Seconds that a tenth of the fits stay below.</param>
/// <param name="Median">Seconds that half of them stay below.</param>
/// <param name="High">Seconds that nine tenths of them stay below.</param>
public sealed record FitSpread(int Count, double Low, double Median, double High)
{
    private const double Tail = 0.1;

    /// <summary>Sums up times.</summary>
    /// <param name="seconds">At least one.</param>
    public static FitSpread Of(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        return new FitSpread(
            sorted.Length, Quantiles.OfSorted(sorted, Tail), Quantiles.OfSorted(sorted, 0.5), Quantiles.OfSorted(sorted, 1 - Tail));
    }
}
