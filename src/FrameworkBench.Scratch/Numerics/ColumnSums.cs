using System.Numerics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>Sums down the columns of a row-major matrix.</summary>
internal static class ColumnSums
{
    /// <summary>sums[j] = Σᵢ a[i, j].</summary>
    public static void Of<T>(ReadOnlySpan<T> a, int rows, int columns, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        sums[..columns].Clear();
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<T> row = a.Slice(i * columns, columns);
            for (int j = 0; j < columns; j++)
                sums[j] += row[j];
        }
    }
}
