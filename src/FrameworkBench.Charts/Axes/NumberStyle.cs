namespace FrameworkBench.Charts;

/// <summary>How a number is written at a tick or a bar.</summary>
public enum NumberStyle
{
    /// <summary>As it is, with the decimals that the step needs: 0.95, 10 000.</summary>
    Plain,

    /// <summary>A share as a percentage: 0.95 is 95 %.</summary>
    Percent,

    /// <summary>Seconds with a fitting unit: 0.002 is 2 ms.</summary>
    Seconds,

    /// <summary>Bytes with a fitting decimal unit: 2 000 000 is 2 MB.</summary>
    Bytes,
}
