namespace FrameworkBench.Statistics;

/// <summary>How a bootstrap distribution becomes an interval.</summary>
public enum BootstrapMethod
{
    /// <summary>Bias-corrected and accelerated (Efron 1987): right for skewed statistics too.</summary>
    BiasCorrectedAccelerated,

    /// <summary>The quantiles of the bootstrap distribution (Efron 1979).</summary>
    Percentile,
}
