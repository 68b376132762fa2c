namespace FrameworkBench.Scratch.Numerics;

/// <summary>Solves symmetric positive definite systems by A = L·Lᵀ.</summary>
internal static class Cholesky
{
    /// <summary>Solves A·X = B in place.</summary>
    /// <param name="a">order × order, row-major; its lower triangle becomes L.</param>
    /// <param name="order">Rows of A.</param>
    /// <param name="b">order × columns, row-major; becomes X.</param>
    /// <param name="columns">Columns of B.</param>
    /// <returns>
    /// False, with B as it was, when A is not positive definite to working precision: when rounding could have left a pivot of what stood
    /// on the diagonal. That does not depend on the units of the unknowns.
    /// </returns>
    public static bool TrySolve(double[] a, int order, double[] b, int columns)
    {
        if (!TryFactor(a, order))
            return false;
        for (int i = 0; i < order; i++)
        {
            Span<double> row = b.AsSpan(i * columns, columns);
            for (int k = 0; k < i; k++)
                VectorOperations.AddScaled(-a[(i * order) + k], b.AsSpan(k * columns, columns), row);
            Scale(row, 1 / a[(i * order) + i]);
        }

        for (int i = order - 1; i >= 0; i--)
        {
            Span<double> row = b.AsSpan(i * columns, columns);
            for (int k = i + 1; k < order; k++)
                VectorOperations.AddScaled(-a[(k * order) + i], b.AsSpan(k * columns, columns), row);
            Scale(row, 1 / a[(i * order) + i]);
        }

        return true;
    }

    private static bool TryFactor(double[] a, int order)
    {
        double rounding = order * 2.3e-16;
        for (int i = 0; i < order; i++)
        {
            Span<double> row = a.AsSpan(i * order, i + 1);
            for (int j = 0; j <= i; j++)
            {
                double rest = row[j] - VectorOperations.Dot(row[..j], a.AsSpan(j * order, j));
                if (j < i)
                    row[j] = rest / a[(j * order) + j];
                else if (rest > row[i] * rounding)
                    row[i] = Math.Sqrt(rest);
                else
                    return false;
            }
        }

        return true;
    }

    private static void Scale(Span<double> values, double factor)
    {
        foreach (ref double value in values)
            value *= factor;
    }
}
