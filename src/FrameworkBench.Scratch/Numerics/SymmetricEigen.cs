namespace FrameworkBench.Scratch.Numerics;

/// <summary>
/// The eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (Golub and Van Loan 2013, section 8.5):
/// exact to rounding, and quick enough for some hundred rows.
/// </summary>
internal static class SymmetricEigen
{
    private const int MaximumSweeps = 60;

    /// <summary>Rotates a matrix to its eigenvalues, which are then on its diagonal, in no order.</summary>
    /// <param name="a">order × order, row-major, symmetric; it is overwritten.</param>
    /// <param name="order">Rows of A.</param>
    /// <returns>order × order; row i is the eigenvector, of length 1, of the i-th diagonal value.</returns>
    public static double[] Diagonalise(double[] a, int order)
    {
        double[] vectors = new double[order * order];
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
