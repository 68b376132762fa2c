namespace FrameworkBench.Scratch.Numerics;

/// <summary>
/// The least-squares solution of smallest norm of a symmetric system that may be singular, by its eigenvectors.
/// </summary>
/// <remarks>
/// Which directions have no curvature is decided, where unknowns have units, with every unknown in a unit of its own, in which the diagonal
/// is about one: else a column of millions would hide all columns of ones.
/// </remarks>
internal static class SymmetricPseudoinverse
{
    private const double Rounding = 1e-14, Trace = 1e-11;

    /// <summary>X = A⁺·B.</summary>
    /// <param name="a">order × order, row-major, symmetric, positive semidefinite; it is overwritten.</param>
    /// <param name="order">Rows of A.</param>
    /// <param name="b">order × columns, row-major; it is overwritten.</param>
    /// <param name="columns">Columns of B.</param>
    /// <param name="haveUnits">
    /// Whether the unknowns may be measured in units of their own. B must then be in the range of A: where it is not, a solution of least
    /// squares depends on the units.
    /// </param>
    public static double[] Solve(double[] a, int order, double[] b, int columns, bool haveUnits)
    {
        double[] units = haveUnits ? UnitsOf(a, order) : [.. Enumerable.Repeat(1.0, order)];
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j < order; j++)
                a[(i * order) + j] *= units[i] * units[j];
            Scale(b.AsSpan(i * columns, columns), units[i]);
        }

        double[] vectors = SymmetricEigen.Diagonalise(a, order);
        double largest = 0;
        for (int i = 0; i < order; i++)
            largest = Math.Max(largest, Math.Abs(a[(i * order) + i]));
        var flat = new List<double[]>();
        double[] solution = new double[order * columns];
        for (int vector = 0; vector < order; vector++)
        {
            double value = a[(vector * order) + vector];
            Span<double> direction = vectors.AsSpan(vector * order, order);
            if (Math.Abs(value) <= largest * order * Rounding)
                flat.Add(direction.ToArray());
            else
                Add(direction, 1 / value, b, solution, columns);
        }

        for (int i = 0; i < order; i++)
            Scale(solution.AsSpan(i * columns, columns), units[i]);
        TakeAway(flat, units, solution, columns);
        return solution;
    }

    // Powers of two, so that nothing is rounded; one where nothing is on the diagonal.
    private static double[] UnitsOf(double[] a, int order)
    {
        double[] units = new double[order];
        for (int i = 0; i < order; i++)
        {
            double diagonal = a[(i * order) + i];
            units[i] = diagonal > 0 && double.IsFinite(diagonal) ? Math.ScaleB(1, -(int)Math.Round(Math.Log2(diagonal) / 2)) : 1;
        }

        return units;
    }

    private static void Add(ReadOnlySpan<double> direction, double factor, double[] b, double[] solution, int columns)
    {
        for (int column = 0; column < columns; column++)
        {
            double share = 0;
            for (int i = 0; i < direction.Length; i++)
                share += direction[i] * b[(i * columns) + column];
            for (int i = 0; i < direction.Length; i++)
                solution[(i * columns) + column] += share * factor * direction[i];
        }
    }

    // Along directions without curvature any step is a solution; the one without their components, in the unknowns' own units, is the
    // shortest. Gram and Schmidt make them orthogonal.
    private static void TakeAway(List<double[]> flat, double[] units, double[] solution, int columns)
    {
        var basis = new List<double[]>();
        foreach (double[] direction in flat)
        {
            // What rounding left of a component would be all of it in the unit of a tiny column.
            for (int i = 0; i < direction.Length; i++)
                direction[i] = Math.Abs(direction[i]) > Trace ? direction[i] * units[i] : 0;
            Normalize(direction);
            foreach (double[] before in basis)
                VectorOperations.AddScaled(-VectorOperations.Dot(before, direction), before, direction);
            if (!Normalize(direction))
                continue;
            basis.Add(direction);
            for (int column = 0; column < columns; column++)
            {
                double share = 0;
                for (int i = 0; i < direction.Length; i++)
                    share += direction[i] * solution[(i * columns) + column];
                for (int i = 0; i < direction.Length; i++)
                    solution[(i * columns) + column] -= share * direction[i];
            }
        }
    }

    private static bool Normalize(Span<double> direction)
    {
        double length = Math.Sqrt(VectorOperations.Dot(direction, direction));
        if (!(length > Rounding))
            return false;
        Scale(direction, 1 / length);
        return true;
    }

    private static void Scale(Span<double> values, double factor)
    {
        foreach (ref double value in values)
            value *= factor;
    }
}
