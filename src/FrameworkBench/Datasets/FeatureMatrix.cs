namespace FrameworkBench.Datasets;

/// <summary>Numbers, rows × columns, contiguous in row-major order. A missing value is NaN.</summary>
public sealed class FeatureMatrix
{
    private readonly double[] values;

    /// <summary>Wraps an array without copying it.</summary>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="columns">Number of columns, 0 or more.</param>
    /// <param name="values">rows × columns numbers; element (r, c) is at r · columns + c.</param>
    /// <exception cref="ArgumentException">The array has another length than rows × columns.</exception>
    public FeatureMatrix(int rows, int columns, double[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentNullException.ThrowIfNull(values);
        if (values.LongLength != (long)rows * columns)
            throw new ArgumentException(
                $"{rows} × {columns} needs {(long)rows * columns} values, found {values.LongLength}.", nameof(values));
        Rows = rows;
        Columns = columns;
        this.values = values;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>All numbers, row after row. It is the storage itself, not a copy.</summary>
    public double[] Values => values;

    /// <summary>The number at a row and a column, both counted from 0.</summary>
    public double this[int row, int column] => values[(row * Columns) + column];

    /// <summary>One row, as long as there are columns.</summary>
    public ReadOnlySpan<double> Row(int row) => values.AsSpan(row * Columns, Columns);

    /// <summary>A copy of some rows, in the given order.</summary>
    public FeatureMatrix Select(ReadOnlySpan<int> rows)
    {
        double[] selected = new double[rows.Length * Columns];
        for (int i = 0; i < rows.Length; i++)
            Row(rows[i]).CopyTo(selected.AsSpan(i * Columns));
        return new FeatureMatrix(rows.Length, Columns, selected);
    }
}
