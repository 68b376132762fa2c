using FrameworkBench.Datasets;

namespace FrameworkBench.Trials;

/// <summary>
/// The part of the plane of two inputs in which a table's rows lie, with a fifth of its extent more on each side, cut into cells.
/// </summary>
/// <param name="Left">The least first input.</param>
/// <param name="Right">The largest first input.</param>
/// <param name="Bottom">The least second input.</param>
/// <param name="Top">The largest second input.</param>
/// <param name="Cells">Cells along each side.</param>
public sealed record InputPlane(double Left, double Right, double Bottom, double Top, int Cells)
{
    private const double Margin = 0.2;

    /// <summary>The plane of a table.</summary>
    /// <param name="dataset">A table of two numeric inputs.</param>
    /// <param name="cells">Cells along each side, at least one.</param>
    /// <exception cref="ArgumentException">The table has other inputs.</exception>
    public static InputPlane Of(Dataset dataset, int cells)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (!IsOf(dataset))
            throw new ArgumentException(
                $"'{dataset.Name}' has {dataset.Columns.Count} inputs; a plane needs two numeric ones.", nameof(dataset));
        ((double left, double right), (double bottom, double top)) = (Range(dataset, 0), Range(dataset, 1));
        return new InputPlane(left, right, bottom, top, cells);
    }

    /// <summary>Whether the rows of a table lie in a plane: two inputs, both numeric.</summary>
    public static bool IsOf(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Columns.Count == 2 && dataset.Columns.All(column => column.Kind == ColumnKind.Numeric);
    }

    /// <summary>The centres of all cells, (Cells · Cells) × 2: from left to right, row after row from the bottom.</summary>
    public FeatureMatrix Centers()
    {
        double[] values = new double[2 * Cells * Cells];
        for (int cell = 0; cell < Cells * Cells; cell++)
        {
            values[2 * cell] = Left + ((Right - Left) * ((cell % Cells) + 0.5) / Cells);
            values[(2 * cell) + 1] = Bottom + ((Top - Bottom) * ((cell / Cells) + 0.5) / Cells);
        }

        return new FeatureMatrix(Cells * Cells, 2, values);
    }

    private static (double Low, double High) Range(Dataset dataset, int column)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int row = 0; row < dataset.Rows; row++)
        {
            double value = dataset.Features[row, column];
            if (double.IsFinite(value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (!(low <= high))
            return (0, 1);
        double margin = high > low ? Margin * (high - low) : 0.5;
        return (low - margin, high + margin);
    }
}
