namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>Which sign separates the decimals of a number, while the other one may separate its thousands; or parts of a time.</summary>
public enum NumberFormat
{
    /// <summary>1,234.5.</summary>
    Point,

    /// <summary>1.234,5.</summary>
    Comma,

    /// <summary>A duration or a time of day, in units of its last part: 1:30 is 90, and 1:00:30 is 3630.</summary>
    Duration,
}
