namespace FrameworkBench.Datasets.Preparation;

/// <summary>Subtracts an offset and divides by a scale.</summary>
internal sealed record LinearScaling(double Offset, double Scale) : IScaling
{
    private const double Epsilon = 2.220446049250313e-16;

    public static LinearScaling Identity { get; } = new(0, 1);

    /// <summary>Everything becomes 0, of a column that has only one value.</summary>
    public static LinearScaling Constant(double value) => new(value, double.PositiveInfinity);

    /// <summary>
    /// Mean 0 and population standard deviation 1, as scikit-learn's <c>StandardScaler</c>. The variance is computed in two passes; when it
    /// is within their rounding error (Chan, Golub and LeVeque 1983) the values are constant and keep the scale 1.
    /// </summary>
    public static LinearScaling Standardize(double[] values)
    {
        double mean = values.Sum() / values.Length;
        double squares = 0;
        double residue = 0;
        foreach (double value in values)
        {
            double difference = value - mean;
            squares += difference * difference;
            residue += difference;
        }

        double variance = (squares - (residue * residue / values.Length)) / values.Length;
        double rounding = values.Length * mean * Epsilon;
        bool constant = variance <= (values.Length * Epsilon * variance) + (rounding * rounding);
        return new LinearScaling(mean, constant ? 1 : Math.Sqrt(variance));
    }

    /// <summary>
    /// The smallest value to 0, the largest to 1, as scikit-learn's <c>MinMaxScaler</c>; constant values keep the scale 1.
    /// </summary>
    public static LinearScaling MinMax(double[] values)
    {
        double smallest = values.Min();
        double range = values.Max() - smallest;
        return new LinearScaling(smallest, range < 10 * Epsilon ? 1 : range);
    }

    public double Apply(double value) => (value - Offset) / Scale;

    /// <summary>The number that has this scaled value. What became 0 whatever it was, comes back as the offset.</summary>
    public double Inverse(double value) => double.IsPositiveInfinity(Scale) ? Offset : (value * Scale) + Offset;
}
