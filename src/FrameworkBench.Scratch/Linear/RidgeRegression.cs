using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Linear;

/// <summary>
/// Linear regression with an L2 penalty: minimises ‖y − X·w − b‖² + α·‖w‖², the intercept b free of it, in closed form
/// (scikit-learn's Ridge). Columns may depend on each other: without a penalty the solution of smallest norm is taken.
/// </summary>
public sealed class RidgeRegression
{
    // Columns whose sizes differ by more than this are not multiplied row by row, unless there are too many for the other way.
    private const double Uneven = 1e4;
    private const int MostUneven = 500;

    private readonly double[] weights;
    private readonly double[] intercepts;

    private RidgeRegression(double[] weights, double[] intercepts)
    {
        this.weights = weights;
        this.intercepts = intercepts;
    }

    /// <summary>features × targets, row-major.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>One a target.</summary>
    public IReadOnlyList<double> Intercepts => intercepts;

    /// <summary>Fits rows.</summary>
    /// <param name="inputs">rows × features, row-major.</param>
    /// <param name="targets">rows × targets, row-major.</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="alpha">Strength of the penalty, at least 0.</param>
    /// <exception cref="ArgumentException">A length is no multiple of the rows, or α is negative.</exception>
    public static RidgeRegression Fit(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, int rows, double alpha = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        if (!(alpha >= 0) || !double.IsFinite(alpha))
            throw new ArgumentException($"The penalty α is {alpha}; it must be at least 0.", nameof(alpha));
        if (inputs.Length == 0 || inputs.Length % rows != 0)
            throw new ArgumentException($"{inputs.Length} inputs do not make {rows} equal rows.", nameof(inputs));
        if (targets.Length == 0 || targets.Length % rows != 0)
            throw new ArgumentException($"{targets.Length} targets do not make {rows} equal rows.", nameof(targets));

        int features = inputs.Length / rows;
        int columns = targets.Length / rows;
        (double[] x, double[] inputMeans) = Centered(inputs, rows, features);
        (double[] y, double[] targetMeans) = Centered(targets, rows, columns);
        double[] solution = features <= rows || (features <= MostUneven && AreUneven(x, features))
            ? Primal(x, y, rows, features, columns, alpha)
            : Dual(x, y, rows, features, columns, alpha);

        double[] offsets = targetMeans;
        for (int j = 0; j < features; j++)
        {
            for (int column = 0; column < columns; column++)
                offsets[column] -= inputMeans[j] * solution[(j * columns) + column];
        }

        return new RidgeRegression(solution, offsets);
    }

    /// <summary>The values for some rows.</summary>
    /// <param name="inputs">rows × features, row-major.</param>
    /// <returns>rows × targets, row-major.</returns>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public double[] Predict(ReadOnlySpan<double> inputs)
    {
        int features = weights.Length / intercepts.Length;
        if (inputs.Length % features != 0)
            throw new ArgumentException($"{inputs.Length} numbers are not a whole number of rows of {features} inputs.", nameof(inputs));
        int rows = inputs.Length / features;
        double[] predictions = new double[rows * intercepts.Length];
        MatrixProduct.Multiply(rows, features, intercepts.Length, inputs, weights, intercepts, predictions);
        return predictions;
    }

    // (XᵀX + αI)·w = Xᵀy
    private static double[] Primal(double[] x, double[] y, int rows, int features, int columns, double alpha)
    {
        double[] gram = new double[features * features];
        MatrixProduct.MultiplyTransposedLeft<double>(features, rows, features, x, x, gram);
        double[] right = new double[features * columns];
        MatrixProduct.MultiplyTransposedLeft<double>(features, rows, columns, x, y, right);
        return Solve(gram, features, right, columns, alpha, haveUnits: true);
    }

    // w = Xᵀ·(XXᵀ + αI)⁻¹·y: the same, with a smaller system when there are fewer rows than features.
    private static double[] Dual(double[] x, double[] y, int rows, int features, int columns, double alpha)
    {
        double[] gram = new double[rows * rows];
        MatrixProduct.MultiplyTransposedRight<double>(rows, features, rows, x, x, gram);
        double[] duals = Solve(gram, rows, y, columns, alpha, haveUnits: false);
        double[] solution = new double[features * columns];
        MatrixProduct.MultiplyTransposedLeft<double>(features, rows, columns, x, duals, solution);
        return solution;
    }

    private static double[] Solve(double[] gram, int order, double[] right, int columns, double alpha, bool haveUnits)
    {
        for (int i = 0; i < order; i++)
            gram[(i * order) + i] += alpha;
        double[] factor = [.. gram];
        double[] solution = [.. right];
        return Cholesky.TrySolve(factor, order, solution, columns)
            ? solution
            : SymmetricPseudoinverse.Solve(gram, order, right, columns, haveUnits);
    }

    // Products of rows are sums over columns, in which a large column leaves nothing of small ones.
    private static bool AreUneven(double[] x, int features)
    {
        double[] squares = new double[features];
        for (int i = 0; i < x.Length; i++)
            squares[i % features] += x[i] * x[i];
        double least = squares.Where(square => square > 0).DefaultIfEmpty(1).Min();
        return squares.Max() > Uneven * Uneven * least;
    }

    private static bool IsConstant(ReadOnlySpan<double> values, int column, int columns)
    {
        for (int i = column + columns; i < values.Length; i += columns)
        {
            if (values[i] != values[column])
                return false;
        }

        return true;
    }

    private static (double[] Values, double[] Means) Centered(ReadOnlySpan<double> values, int rows, int columns)
    {
        double[] centered = values.ToArray();
        double[] means = new double[columns];
        for (int i = 0; i < values.Length; i++)
            means[i % columns] += values[i] / rows;
        for (int column = 0; column < columns; column++)
        {
            // What rounding leaves of a mean is no spread: a column of one value has none.
            if (IsConstant(values, column, columns))
                means[column] = values[column];
        }

        for (int i = 0; i < values.Length; i++)
            centered[i] -= means[i % columns];
        return (centered, means);
    }
}
