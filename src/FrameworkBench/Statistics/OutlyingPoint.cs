using MathNet.Numerics.LinearAlgebra;

namespace FrameworkBench.Statistics;

/// <summary>
/// Whether a point could be one more of a sample: the conformal test by Mahalanobis distance. The distances of all n + 1 points from their
/// common mean, by their common covariance, are exchangeable if the point is of the sample's distribution, whatever that is; so the rank of
/// the point's distance gives an exact p value (Vovk, Gammerman and Shafer 2005; the distance: Mahalanobis 1936).
/// </summary>
/// <param name="AsFar">How many points of the sample lie as far out as the point, or farther.</param>
/// <param name="PValue">(1 + <paramref name="AsFar"/>) / (n + 1).</param>
/// <param name="Distance">The point's squared distance from the sample's mean, by the sample's covariance; infinite where the sample has no
/// spread.</param>
/// <param name="LargestOfRuns">The largest squared distance that a point of the sample has, likewise.</param>
public sealed record OutlyingPoint(int AsFar, double PValue, double Distance, double LargestOfRuns)
{
    /// <summary>Size, relative to the largest of a figure, below which a direction of the sample counts as without spread.</summary>
    private const double NoSpread = 1e-10;

    /// <summary>Tests a point against a sample.</summary>
    /// <param name="sample">n points of k figures.</param>
    /// <param name="point">k figures.</param>
    /// <exception cref="ArgumentException">No point in the sample, points of different lengths, or figures that are not finite.</exception>
    public static OutlyingPoint Of(IReadOnlyList<double[]> sample, IReadOnlyList<double> point)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(point);
        if (sample.Count == 0)
            throw new ArgumentException("The sample has no point.", nameof(sample));
        if (sample.Any(other => other.Length != point.Count))
            throw new ArgumentException($"The points do not all have {point.Count} figures.", nameof(sample));
        if (!sample.SelectMany(other => other).Concat(point).All(double.IsFinite))
            throw new ArgumentException("A figure is not finite.", nameof(sample));

        double[] last = [.. point];
        double[] together = Distances([.. sample, last], [.. sample, last]);
        int asFar = together[..^1].Count(distance => distance >= together[^1] * (1 - 1e-9));
        double[] apart = Distances([.. sample], [.. sample, last]);
        return new OutlyingPoint(asFar, (1.0 + asFar) / (sample.Count + 1), apart[^1], apart[..^1].Max());
    }

    // Squared Mahalanobis distances of points from the mean of a sample: the figures are scaled by their deviations and rotated into the
    // directions of the sample's spread.
    private static double[] Distances(double[][] sample, double[][] points)
    {
        int figures = sample[0].Length;
        double[] means = [.. Enumerable.Range(0, figures).Select(i => sample.Average(point => point[i]))];
        double[] scales =
            [.. Enumerable.Range(0, figures)
                .Select(i => Math.Sqrt(sample.Sum(point => Math.Pow(point[i] - means[i], 2)) / Math.Max(1, sample.Length - 1)))];
        double[] sizes = [.. Enumerable.Range(0, figures).Select(i => sample.Max(point => Math.Abs(point[i])))];
        double[] units = [.. scales.Select((scale, i) => scale > NoSpread * sizes[i] ? scale : 0)];
        Matrix<double> scaled = Scaled(sample);
        var spread = (scaled.TransposeThisAndMultiply(scaled) / Math.Max(1, sample.Length - 1)).Evd(Symmetricity.Symmetric);
        double[] variances = [.. spread.EigenValues.Real()];
        Matrix<double> rotated = Scaled(points) * spread.EigenVectors;
        return [.. points.Select((point, row) => Distance(point, row))];

        Matrix<double> Scaled(double[][] rows) =>
            Matrix<double>.Build.Dense(rows.Length, figures, (row, i) => units[i] > 0 ? (rows[row][i] - means[i]) / units[i] : 0);

        double Distance(double[] point, int row)
        {
            if (Enumerable.Range(0, figures)
                .Any(i => units[i] == 0 && Math.Abs(point[i] - means[i]) > NoSpread * sizes[i]))
                return double.PositiveInfinity;
            double sum = 0;
            for (int direction = 0; direction < figures; direction++)
            {
                double along = rotated[row, direction];
                if (variances[direction] > NoSpread)
                    sum += along * along / variances[direction];
                else if (Math.Abs(along) > 1e-6)
                    return double.PositiveInfinity;
            }

            return sum;
        }
    }
}
