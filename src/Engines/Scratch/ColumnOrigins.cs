using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Scratch.Trees;

namespace FrameworkBench.Engines.Scratch;

/// <summary>
/// From where columns are measured before they become 32-bit floats, as trees take them: a column far from zero, such as a time of
/// 1.6·10⁹ ± 10, would lose its differences. Trees depend on the order of values alone, so that nothing else changes.
/// </summary>
internal static class ColumnOrigins
{
    // A column that varies by less than this part of its size gains ten of the 24 bits of a float.
    private const double Far = 1.0 / 1024;

    /// <summary>A value of each numeric column that is far from zero; 0 of any other; null where there is none.</summary>
    /// <param name="rows">rows × columns.</param>
    /// <param name="kinds">What the columns are.</param>
    public static double[]? Of(NpyArray rows, FeatureKind[] kinds)
    {
        double[] values = rows.ToDoubles(), origins = new double[rows.Columns];
        for (int column = 0; column < origins.Length; column++)
        {
            if (kinds[column] == FeatureKind.Numeric)
                origins[column] = OriginOf(values, column, origins.Length);
        }

        return Array.TrueForAll(origins, origin => origin == 0) ? null : origins;
    }

    /// <summary>Rows measured from there.</summary>
    /// <param name="rows">rows × columns.</param>
    /// <param name="origins">One a column.</param>
    public static float[] Singles(NpyArray rows, double[] origins)
    {
        double[] values = rows.ToDoubles();
        float[] singles = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
            singles[i] = (float)(values[i] - origins[i % origins.Length]);
        return singles;
    }

    private static double OriginOf(double[] values, int column, int columns)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (int i = column; i < values.Length; i += columns)
        {
            if (double.IsFinite(values[i]))
                (least, most) = (Math.Min(least, values[i]), Math.Max(most, values[i]));
        }

        return most - least < Far * Math.Max(Math.Abs(least), Math.Abs(most)) ? least : 0;
    }
}
