using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Trees.Binning;

/// <summary>
/// Chooses bins from training values, as scikit-learn's histogram gradient boosting does: one bin a distinct value
/// when they are few, else bins between equally spaced quantiles (midpoints of the neighbouring values).
/// </summary>
internal static class BinFinder
{
    /// <summary>Beyond this many rows the quantiles come from a seeded sample of this size.</summary>
    public const int SampleSize = 200_000;

    /// <summary>Bins for one feature.</summary>
    /// <param name="column">The feature's values in the training rows.</param>
    /// <param name="kind">What the values mean.</param>
    /// <param name="maxBins">2 … 255.</param>
    /// <param name="seed">Of the sample that a long column is cut to.</param>
    public static FeatureBins Find(ReadOnlySpan<float> column, FeatureKind kind, int maxBins, ulong seed) =>
        kind == FeatureKind.Categorical ? FindCategories(column, maxBins) : FindQuantiles(column, maxBins, seed);

    private static FeatureBins FindQuantiles(ReadOnlySpan<float> column, int maxBins, ulong seed)
    {
        float[] present = new float[column.Length];
        int count = 0;
        foreach (float value in column)
        {
            if (!float.IsNaN(value))
                present[count++] = float.Clamp(value, float.MinValue, float.MaxValue);
        }

        Span<float> sorted = present.AsSpan(0, count);
        if (count > SampleSize)
        {
            new RandomSource(seed).Shuffle(sorted);
            sorted = sorted[..SampleSize];
        }

        RadixSort.Sort(sorted);
        double[]? midpoints = MidpointsOfDistinct(sorted, maxBins);
        return FeatureBins.Numeric(midpoints ?? Quantiles(sorted, maxBins), isEmpty: count == 0);
    }

    private static double[]? MidpointsOfDistinct(ReadOnlySpan<float> sorted, int maxBins)
    {
        Span<double> midpoints = stackalloc double[maxBins];
        int found = 0;
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
                continue;
            if (found == maxBins - 1)
                return null;
            midpoints[found++] = ((double)sorted[i - 1] + sorted[i]) * 0.5;
        }

        return midpoints[..found].ToArray();
    }

    private static double[] Quantiles(ReadOnlySpan<float> sorted, int maxBins)
    {
        double[] thresholds = new double[maxBins - 1];
        int found = 0;
        double step = 100.0 / maxBins;
        for (int i = 1; i < maxBins; i++)
        {
            double position = (sorted.Length - 1) * (i * step / 100.0);
            double threshold = ((double)sorted[(int)Math.Floor(position)] + sorted[(int)Math.Ceiling(position)]) * 0.5;
            if (found == 0 || threshold > thresholds[found - 1])
                thresholds[found++] = threshold;
        }

        return thresholds[..found];
    }

    // The most frequent categories when there are too many: the rest is handled as missing.
    private static FeatureBins FindCategories(ReadOnlySpan<float> column, int maxBins)
    {
        int[] counts = new int[ushort.MaxValue + 1];
        foreach (float code in column)
        {
            if (!float.IsNaN(code))
                counts[(int)code]++;
        }

        List<int> codes = [];
        for (int code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
                codes.Add(code);
        }

        if (codes.Count > maxBins)
        {
            codes = [.. codes.OrderByDescending(code => counts[code]).ThenBy(code => code).Take(maxBins)];
            codes.Sort();
        }

        return FeatureBins.Categorical(codes.ToArray());
    }
}
