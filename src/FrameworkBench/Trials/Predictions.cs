using System.Text.Json.Serialization;

namespace FrameworkBench.Trials;

/// <summary>Predicted probabilities, rows × classes, or values, rows × outputs, in row-major order.</summary>
[JsonConverter(typeof(PredictionsConverter))]
public sealed class Predictions
{
    /// <summary>Wraps an array without copying it.</summary>
    /// <exception cref="ArgumentException">The array has another length than rows × columns.</exception>
    public Predictions(int rows, int columns, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.LongLength != (long)rows * columns)
            throw new ArgumentException(
                $"{rows} × {columns} needs {(long)rows * columns} values, found {values.LongLength}.", nameof(values));
        (Rows, Columns, Values) = (rows, columns, values);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of classes or outputs.</summary>
    public int Columns { get; }

    /// <summary>All values, row after row.</summary>
    public double[] Values { get; }

    /// <summary>Some rows in sequence.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many.</param>
    public Predictions Slice(int first, int count) =>
        new(count, Columns, Values.AsSpan(first * Columns, count * Columns).ToArray());

    /// <summary>Some rows in the order asked for.</summary>
    public Predictions Select(ReadOnlySpan<int> rows)
    {
        double[] selected = new double[rows.Length * Columns];
        for (int i = 0; i < rows.Length; i++)
            Values.AsSpan(rows[i] * Columns, Columns).CopyTo(selected.AsSpan(i * Columns));
        return new Predictions(rows.Length, Columns, selected);
    }
}
