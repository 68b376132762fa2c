namespace FrameworkBench.Scratch.Trees;

/// <summary>Rows of features as a tree takes them: row-major numbers, NaN where a value is missing.</summary>
public sealed class FeatureTable
{
    /// <summary>The highest category code.</summary>
    public const int HighestCategory = ushort.MaxValue - 1;

    private readonly ReadOnlyMemory<float> values;
    private readonly FeatureKind[] kinds;

    /// <summary>Wraps the numbers, without a copy.</summary>
    /// <param name="values">rows × <paramref name="columns"/>, row-major; NaN is a missing value.</param>
    /// <param name="columns">Features a row, at least one.</param>
    /// <param name="kinds">What each feature is; all numeric when not given.</param>
    /// <exception cref="ArgumentException">The sizes do not fit together.</exception>
    public FeatureTable(ReadOnlyMemory<float> values, int columns, IReadOnlyList<FeatureKind>? kinds = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        if (values.Length % columns != 0)
        {
            throw new ArgumentException(
                $"{values.Length} values are not whole rows of {columns} features.", nameof(values));
        }

        if (kinds is not null && kinds.Count != columns)
        {
            throw new ArgumentException(
                $"{kinds.Count} feature kinds were given for {columns} features.", nameof(kinds));
        }

        this.values = values;
        this.kinds = kinds is null ? new FeatureKind[columns] : [.. kinds];
        Columns = columns;
        Rows = values.Length / columns;
    }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>How many features a row has.</summary>
    public int Columns { get; }

    /// <summary>What each feature is.</summary>
    public IReadOnlyList<FeatureKind> Kinds => kinds;

    /// <summary>All numbers, row-major.</summary>
    public ReadOnlySpan<float> Values => values.Span;

    /// <summary>The features of one row.</summary>
    /// <param name="row">0 … Rows − 1.</param>
    public ReadOnlySpan<float> Row(int row) => values.Span.Slice(row * Columns, Columns);

    /// <summary>Some rows, row-major.</summary>
    internal ReadOnlySpan<float> Block(int first, int count) => values.Span.Slice(first * Columns, count * Columns);

    /// <summary>Copies one feature of every row.</summary>
    internal void CopyColumn(int column, Span<float> destination)
    {
        ReadOnlySpan<float> source = values.Span;
        for (int row = 0, index = column; row < Rows; row++, index += Columns)
            destination[row] = source[index];
    }

    /// <summary>Refuses codes that are no category: fractions, negative or too large numbers.</summary>
    /// <exception cref="ArgumentException">A categorical feature has such a value.</exception>
    internal void CheckCategories(string parameter)
    {
        ReadOnlySpan<float> all = values.Span;
        for (int column = 0; column < Columns; column++)
        {
            if (kinds[column] != FeatureKind.Categorical)
                continue;
            for (int row = 0; row < Rows; row++)
            {
                float code = all[(row * Columns) + column];
                if (!float.IsNaN(code) && !(code >= 0 && code <= HighestCategory && code == MathF.Floor(code)))
                {
                    throw new ArgumentException(
                        $"Row {row}, categorical feature {column}: {code} is not a category code; "
                        + $"codes are whole numbers from 0 to {HighestCategory}, and NaN where missing.",
                        parameter);
                }
            }
        }
    }
}
