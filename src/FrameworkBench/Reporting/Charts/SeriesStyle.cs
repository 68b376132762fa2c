namespace FrameworkBench.Reporting.Charts;

/// <summary>How the points of a series are drawn.</summary>
public enum SeriesStyle
{
    /// <summary>Joined by straight lines; intervals are a band.</summary>
    Line,

    /// <summary>A staircase: each value holds until the next point; intervals are a band.</summary>
    Step,

    /// <summary>Markers only; intervals are error bars.</summary>
    Points,
}
