using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Linear;

/// <summary>
/// Principal components (Pearson 1901; scikit-learn's PCA): the directions in which rows vary most, as the eigenvectors of
/// their covariance. No other linear code of as many numbers reconstructs the rows that it was fitted on as well.
/// </summary>
public sealed class PrincipalComponents
{
    private readonly double[] means;
    private readonly double[] directions;
    private readonly double[] variances;

    private PrincipalComponents(double[] means, double[] directions, double[] variances)
    {
        this.means = means;
        this.directions = directions;
        this.variances = variances;
    }

    /// <summary>How many components there are.</summary>
    public int Count => variances.Length;

    /// <summary>
    /// components × features, row-major: directions of length 1, the one of largest variance first. The entry that is largest by size is
    /// positive.
    /// </summary>
    public IReadOnlyList<double> Directions => directions;

    /// <summary>The training rows' variance along each component, divided by rows − 1.</summary>
    public IReadOnlyList<double> Variances => variances;

    /// <summary>The training rows' mean of each feature, which is subtracted first.</summary>
    public IReadOnlyList<double> Means => means;

    /// <summary>Fits rows.</summary>
    /// <param name="inputs">rows × features, row-major.</param>
    /// <param name="rows">Number of rows, at least 2.</param>
    /// <param name="components">How many components to keep: from 1 to the smaller of rows and features.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the rows, or there cannot be as many components.</exception>
    public static PrincipalComponents Fit(ReadOnlySpan<double> inputs, int rows, int components)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        if (inputs.Length == 0 || inputs.Length % rows != 0)
            throw new ArgumentException($"{inputs.Length} inputs do not make {rows} equal rows.", nameof(inputs));
        int features = inputs.Length / rows;
        if (components < 1 || components > Math.Min(rows, features))
            throw new ArgumentException(
                $"{rows} rows of {features} features have 1 to {Math.Min(rows, features)} principal components, not {components}.",
                nameof(components));

        double[] centered = inputs.ToArray();
        double[] averages = new double[features];
        for (int i = 0; i < centered.Length; i++)
            averages[i % features] += centered[i] / rows;
        for (int i = 0; i < centered.Length; i++)
            centered[i] -= averages[i % features];

        double[] covariance = new double[features * features];
        MatrixProduct.MultiplyTransposedLeft<double>(features, rows, features, centered, centered, covariance);
        for (int i = 0; i < covariance.Length; i++)
            covariance[i] /= rows - 1;
        double[] vectors = SymmetricEigen.Diagonalise(covariance, features);
        int[] order = [.. Enumerable.Range(0, features).OrderByDescending(i => covariance[(i * features) + i]).Take(components)];
        return new PrincipalComponents(
            averages,
            [.. order.SelectMany(i => Signed(vectors.AsSpan(i * features, features)))],
            [.. order.Select(i => Math.Max(0, covariance[(i * features) + i]))]);
    }

    /// <summary>The code of some rows: how far each lies along each component.</summary>
    /// <param name="inputs">rows × features, row-major.</param>
    /// <returns>rows × components, row-major.</returns>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public double[] Encode(ReadOnlySpan<double> inputs)
    {
        int features = means.Length;
        if (inputs.Length % features != 0)
            throw new ArgumentException($"{inputs.Length} numbers are not a whole number of rows of {features} features.", nameof(inputs));
        double[] centered = inputs.ToArray();
        for (int i = 0; i < centered.Length; i++)
            centered[i] -= means[i % features];
        int rows = inputs.Length / features;
        double[] codes = new double[rows * Count];
        MatrixProduct.MultiplyTransposedRight<double>(rows, features, Count, centered, directions, codes);
        return codes;
    }

    /// <summary>The rows that codes stand for.</summary>
    /// <param name="codes">rows × components, row-major.</param>
    /// <returns>rows × features, row-major.</returns>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public double[] Decode(ReadOnlySpan<double> codes)
    {
        if (codes.Length % Count != 0)
            throw new ArgumentException($"{codes.Length} numbers are not a whole number of rows of {Count} components.", nameof(codes));
        int rows = codes.Length / Count;
        double[] values = new double[rows * means.Length];
        MatrixProduct.Multiply<double>(rows, Count, means.Length, codes, directions, means, values);
        return values;
    }

    // The sign of an eigenvector is arbitrary; so that it is always the same one, its largest entry is made positive.
    private static double[] Signed(ReadOnlySpan<double> vector)
    {
        double largest = 0;
        foreach (double entry in vector)
            largest = Math.Abs(entry) > Math.Abs(largest) ? entry : largest;
        double[] signed = vector.ToArray();
        return largest < 0 ? Array.ConvertAll(signed, entry => -entry) : signed;
    }
}
