namespace FrameworkBench.Statistics;

/// <summary>Count, mean and sample variance (n − 1) of checked values; the variance of one value is NaN.</summary>
internal readonly record struct Moments(int Count, double Mean, double Variance)
{
    internal static Moments Of(IReadOnlyList<double> values, string parameter)
    {
        Check.Finite(values, parameter);
        double mean = values.Average();
        // Takes away what rounding left, so that equal values have no variance at all: it would blow up t = d / s.
        mean += values.Average(value => value - mean);
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return new Moments(values.Count, mean, squares / (values.Count - 1));
    }
}
