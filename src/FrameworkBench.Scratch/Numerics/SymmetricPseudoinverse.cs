namespace FrameworkBench.Scratch.Numerics;

/// <summary>
/// The least-squares solution of smallest norm of a symmetric system that may be singular, by its eigenvectors.
/// </summary>
internal static class SymmetricPseudoinverse
{
    /// <summary>X = A⁺·B.</summary>
    /// <param name="a">order × order, row-major, symmetric; it is overwritten.</param>
    /// <param name="order">Rows of A.</param>
    /// <param name="b">order × columns, row-major.</param>
    /// <param name="columns">Columns of B.</param>
    public static double[] Solve(double[] a, int order, double[] b, int columns)
    {
        double[] vectors = SymmetricEigen.Diagonalise(a, order);
        double largest = 0;
        for (int i = 0; i < order; i++)
            largest = Math.Max(largest, Math.Abs(a[(i * order) + i]));
        double smallest = largest * order * 1e-14;
        double[] solution = new double[order * columns];
        for (int vector = 0; vector < order; vector++)
        {
            double value = a[(vector * order) + vector];
            if (Math.Abs(value) <= smallest)
                continue;
            for (int column = 0; column < columns; column++)
            {
                double share = 0;
                for (int i = 0; i < order; i++)
                    share += vectors[(vector * order) + i] * b[(i * columns) + column];
                share /= value;
                for (int i = 0; i < order; i++)
                    solution[(i * columns) + column] += share * vectors[(vector * order) + i];
            }
        }

        return solution;
    }
}
