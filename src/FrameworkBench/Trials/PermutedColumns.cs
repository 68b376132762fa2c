using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Trials;

/// <summary>
/// The test rows with one input column permuted (Breiman 2001). The orders are those of scikit-learn's <c>permutation_importance</c> with
/// <c>random_state</c> at the split's number: the same for every column, each repeat permuting what the one before it left.
/// </summary>
public static class PermutedColumns
{
    /// <summary>The orders in which a column's values are put, one a repeat: row i gets the value of row order[i].</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="repeats">How many orders.</param>
    /// <param name="randomState">Seed.</param>
    public static IReadOnlyList<int[]> Orders(int rows, int repeats, uint randomState)
    {
        uint seed = new NumpyRandom(randomState).NextUInt32() & int.MaxValue;
        var random = new NumpyRandom(seed);
        int[] shuffled = [.. Enumerable.Range(0, rows)];
        int[] order = [.. shuffled];
        var orders = new List<int[]>();
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            random.Shuffle(shuffled.AsSpan());
            order = Array.ConvertAll(shuffled, row => order[row]);
            orders.Add(order);
        }

        return orders;
    }

    /// <summary>Rows of a table with each column permuted in turn, the others as they are.</summary>
    /// <param name="features">The table.</param>
    /// <param name="rows">The rows to permute among each other.</param>
    /// <param name="repeats">How often each column is permuted.</param>
    /// <param name="randomState">Seed.</param>
    /// <returns>(columns · repeats · rows) × columns: for the first column every repeat, then for the next.</returns>
    public static FeatureMatrix Of(FeatureMatrix features, int[] rows, int repeats, uint randomState)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(rows);
        FeatureMatrix plain = features.Select(rows);
        IReadOnlyList<int[]> orders = Orders(rows.Length, repeats, randomState);
        int columns = features.Columns, block = plain.Values.Length;
        double[] values = new double[columns * repeats * block];
        for (int column = 0; column < columns; column++)
        {
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                Span<double> own = values.AsSpan(((column * repeats) + repeat) * block, block);
                plain.Values.CopyTo(own);
                for (int row = 0; row < rows.Length; row++)
                    own[(row * columns) + column] = plain[orders[repeat][row], column];
            }
        }

        return new FeatureMatrix(columns * repeats * rows.Length, columns, values);
    }
}
