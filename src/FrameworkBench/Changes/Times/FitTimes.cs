using FrameworkBench.Changes.Noise;

namespace FrameworkBench.Changes.Times;

/// <summary>Seconds of the fits of one model by one engine on one table, in two results from one machine.</summary>
/// <param name="Place">The model, engine and table.</param>
/// <param name="Before">The old seconds.</param>
/// <param name="After">The new ones.</param>
public sealed record FitTimes(ModelPlace Place, FitSpread Before, FitSpread After)
{
    /// <summary>
    /// The ratio of medians from which on a change is reported. Trials run side by side, and what else a machine does moves smaller ones.
    /// </summary>
    public const double Reported = 2;

    /// <summary>The ratio from which on slower fits of a single model count as worse.</summary>
    public const double Clear = 3;

    /// <summary>The new median over the old one.</summary>
    public double Ratio => After.Median / Before.Median;

    /// <summary>Whether fits got slower by the ratio that is reported, and nearly all of them, so that the spreads do not meet.</summary>
    /// <param name="drift">By how much everything on the machine got slower; 1 for nothing, below 1 for faster.</param>
    /// <param name="ratio">The least ratio of the medians.</param>
    public bool IsSlower(double drift, double ratio = Reported) => IsSlower(Before, After, Math.Max(1, drift), ratio);

    /// <summary>Likewise, whether fits got faster.</summary>
    /// <param name="drift">By how much everything on the machine got slower.</param>
    public bool IsFaster(double drift) => IsSlower(After, Before, Math.Max(1, 1 / drift), Reported);

    private static bool IsSlower(FitSpread before, FitSpread after, double drift, double ratio) =>
        after.Median >= ratio * drift * before.Median && after.Low > before.High * drift;
}
