using FrameworkBench.Datasets;
using FrameworkBench.Keeping;

namespace FrameworkBench.Tests.Keeping;

/// <summary>How far apart predictions are, in units of what they range over, or of 1 where that is less.</summary>
internal static class Agreement
{
    /// <summary>The most that ONNX Runtime and a kept model may differ.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>The most that an engine and a kept model may differ: an engine learns and predicts in 32 bits.</summary>
    public const double EngineTolerance = 5e-5;

    /// <summary>How far a kept model is from what ONNX Runtime computes by its export.</summary>
    public static double WithOnnx(KeptModel kept, FeatureMatrix cells)
    {
        (string[] labels, double[] found) = OnnxRun.Predict(kept, cells);
        if (kept.Classes.Count > 0)
            Assert.Equal(found.Chunk(kept.Outputs).Select(row => kept.Classes[Array.IndexOf(row, row.Max())]), labels);
        return Of(kept.Predict(cells), found);
    }

    /// <summary>How far apart two predictions are.</summary>
    public static double Of(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        double spread = Math.Max(1, expected.Max() - expected.Min());
        return expected.Zip(found, (one, other) => Math.Abs(one - other) / spread).Max();
    }

    /// <summary>The rows of a table, then as many of which every seventh cell is missing and every eleventh category unknown.</summary>
    public static FeatureMatrix Perturbed(FeatureMatrix rows, IReadOnlyList<int> categories)
    {
        double[] cells = [.. rows.Values, .. rows.Values];
        for (int i = rows.Values.Length; i < cells.Length; i++)
        {
            if (i % 7 == 0)
                cells[i] = double.NaN;
            else if (i % 11 == 0 && categories[i % categories.Count] > 0)
                cells[i] = categories[i % categories.Count];
        }

        return new FeatureMatrix(2 * rows.Rows, rows.Columns, cells);
    }
}
