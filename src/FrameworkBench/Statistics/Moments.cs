namespace FrameworkBench.Statistics;

/// <summary>Count, mean and sample variance (n − 1) of checked values; the variance of one value is NaN.</summary>
internal readonly record struct Moments(int Count, double Mean, double Variance)
{
    internal static Moments Of(IReadOnlyList<double> values, string parameter)
    {
        Check.Finite(values, parameter);
        // Equal values must have no variance at all: a rounded mean would leave some and blow up t = d / s.
        if (values.All(value => value == values[0]))
            return new Moments(values.Count, values[0], values.Count == 1 ? double.NaN : 0);
        double mean = values.Average();
        mean += values.Average(value => value - mean);
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return new Moments(values.Count, mean, squares / (values.Count - 1));
    }
}
