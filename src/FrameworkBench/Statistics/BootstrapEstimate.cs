namespace FrameworkBench.Statistics;

/// <summary>A statistic and how well it is known, by resampling.</summary>
/// <param name="Estimate">The statistic of the values at hand.</param>
/// <param name="StandardError">The standard deviation of the statistic over resamples.</param>
/// <param name="Interval">Unbounded for a single value, a point when no resample differs.</param>
public sealed record BootstrapEstimate(double Estimate, double StandardError, Interval Interval);
