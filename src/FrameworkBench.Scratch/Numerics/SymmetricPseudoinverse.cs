namespace FrameworkBench.Scratch.Numerics;

/// <summary>
/// The least-squares solution of smallest norm of a symmetric system that may be singular, by its eigenvectors
/// (Jacobi's rotations; Golub and Van Loan 2013, section 8.5).
/// </summary>
internal static class SymmetricPseudoinverse
{
    private const int MaximumSweeps = 60;

    /// <summary>X = A⁺·B.</summary>
    /// <param name="a">order × order, row-major, symmetric; it is overwritten.</param>
    /// <param name="order">Rows of A.</param>
    /// <param name="b">order × columns, row-major.</param>
    /// <param name="columns">Columns of B.</param>
    public static double[] Solve(double[] a, int order, double[] b, int columns)
    {
        double[] vectors = Eigenvectors(a, order);
        double largest = 0;
        for (int i = 0; i < order; i++)
            largest = Math.Max(largest, Math.Abs(a[(i * order) + i]));
        double smallest = largest * order * 1e-14;
        var solution = new double[order * columns];
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

    // Rotates A to a diagonal of eigenvalues; row i of the result is the eigenvector of the i-th.
    private static double[] Eigenvectors(double[] a, int order)
    {
        var vectors = new double[order * order];
        for (int i = 0; i < order; i++)
            vectors[(i * order) + i] = 1;
        for (int sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            double outside = 0;
            double diagonal = 0;
            for (int i = 0; i < order; i++)
            {
                diagonal += a[(i * order) + i] * a[(i * order) + i];
                for (int j = 0; j < i; j++)
                    outside += a[(i * order) + j] * a[(i * order) + j];
            }

            if (outside <= 1e-32 * diagonal)
                break;
            for (int p = 0; p < order - 1; p++)
            {
                for (int q = p + 1; q < order; q++)
                    Rotate(a, vectors, order, p, q);
            }
        }

        return vectors;
    }

    private static void Rotate(double[] a, double[] vectors, int order, int p, int q)
    {
        double off = a[(p * order) + q];
        if (off == 0)
            return;
        double theta = (a[(q * order) + q] - a[(p * order) + p]) / (2 * off);
        double tangent = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        double sine = tangent * cosine;
        for (int k = 0; k < order; k++)
            (a[(k * order) + p], a[(k * order) + q]) = Turn(a[(k * order) + p], a[(k * order) + q], cosine, sine);
        for (int k = 0; k < order; k++)
            (a[(p * order) + k], a[(q * order) + k]) = Turn(a[(p * order) + k], a[(q * order) + k], cosine, sine);
        for (int k = 0; k < order; k++)
        {
            (vectors[(p * order) + k], vectors[(q * order) + k]) =
                Turn(vectors[(p * order) + k], vectors[(q * order) + k], cosine, sine);
        }
    }

    private static (double First, double Second) Turn(double first, double second, double cosine, double sine) =>
        ((cosine * first) - (sine * second), (sine * first) + (cosine * second));
}
