namespace FrameworkBench.Reporting.Charts;

/// <summary>How equal steps along an axis are meant.</summary>
public enum AxisScale
{
    /// <summary>Equal steps are equal differences.</summary>
    Linear,

    /// <summary>Equal steps are equal factors. Values of 0 and below cannot be shown; the picture counts them.</summary>
    Logarithmic,
}
