namespace FrameworkBench.Datasets.Reading;

/// <summary>
/// Which numbers a table may hold. Engines are given many of them as 32-bit floats, where a larger one would be infinite: models that
/// scale their inputs first would not notice, and trees would see one value instead of many.
/// </summary>
internal static class FloatRange
{
    // Of the largest number; a float holds seven digits.
    private const double LeastSpread = 1e-5;

    /// <summary>Says of a number what is wrong with it.</summary>
    public const string Beyond = "is beyond ±3.4e38, the range of 32-bit floats; divide the column by a power of ten";

    /// <summary>
    /// Whether numbers differ, but by so little beside their size that floats round the differences away: 10⁹ ± 25.
    /// </summary>
    /// <param name="values">The numbers.</param>
    public static bool IsTooFine(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            return false;
        double mean = values.Average(), largest = values.Max(Math.Abs);
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return deviation < LeastSpread * largest && values.Any(value => value != values[0]);
    }

    /// <summary>Whether a number is finite and too large.</summary>
    public static bool IsBeyond(double value) => Math.Abs(value) is > float.MaxValue and < double.PositiveInfinity;
}
