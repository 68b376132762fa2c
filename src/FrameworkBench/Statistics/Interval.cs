namespace FrameworkBench.Statistics;

/// <summary>An interval estimate. Both ends belong to it; either may be infinite when the data say nothing.</summary>
/// <param name="Low">The lower end, in the unit of the estimate.</param>
/// <param name="High">The upper end, never below <paramref name="Low"/>.</param>
/// <param name="Confidence">The share of repetitions whose interval covers the truth, such as 0.95.</param>
public sealed record Interval(double Low, double High, double Confidence)
{
    /// <summary>The distance between the ends.</summary>
    public double Width => High - Low;

    /// <summary>True when both ends are finite: there was enough data to say something.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>The interval that says nothing, for samples too small to give one.</summary>
    /// <param name="confidence">The requested confidence.</param>
    public static Interval Unbounded(double confidence) =>
        new(double.NegativeInfinity, double.PositiveInfinity, confidence);

    /// <summary>True when <paramref name="value"/> lies inside or on an end.</summary>
    /// <param name="value">The value looked for.</param>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>True when the whole interval lies strictly between two bounds, as an equivalence test asks.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    public bool LiesWithin(double low, double high) => low < Low && High < high;

    /// <summary>The same interval cut to the values that are possible, such as [0, 1] for an accuracy.</summary>
    /// <param name="minimum">The smallest possible value.</param>
    /// <param name="maximum">The largest possible value.</param>
    public Interval ClippedTo(double minimum, double maximum) =>
        new(Math.Clamp(Low, minimum, maximum), Math.Clamp(High, minimum, maximum), Confidence);
}
