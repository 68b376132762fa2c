using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees.Binning;

/// <summary>
/// How one feature's values become bins 0 … <see cref="BinCount"/> − 1, with one more bin for missing values.
/// A numeric value x is in bin b when thresholds[b − 1] &lt; x ≤ thresholds[b]; a category has a bin of its own.
/// </summary>
internal sealed class FeatureBins
{
    /// <summary>The most bins for values; with the missing bin an index still fits a byte.</summary>
    public const int MostBins = 255;

    private readonly double[] thresholds;
    private readonly float[] bounds;
    private readonly byte[] binOfCode;

    private FeatureBins(FeatureKind kind, int binCount, double[] thresholds, byte[] binOfCode)
    {
        Kind = kind;
        BinCount = binCount;
        this.thresholds = thresholds;
        this.binOfCode = binOfCode;
        bounds = Array.ConvertAll(thresholds, RoundDown);
    }

    /// <summary>Whether the bins are ordered (numeric) or not (categorical).</summary>
    public FeatureKind Kind { get; }

    /// <summary>Bins that hold values; zero when every training value was missing.</summary>
    public int BinCount { get; }

    /// <summary>The bin of missing values, and of categories that training did not see.</summary>
    public int MissingBin => BinCount;

    /// <summary>Upper bounds of all bins but the last, ascending.</summary>
    public ReadOnlySpan<double> Thresholds => thresholds;

    /// <summary>Bins of an ordered feature.</summary>
    /// <param name="thresholds">Strictly ascending, at most 254.</param>
    /// <param name="isEmpty">No value was seen.</param>
    public static FeatureBins Numeric(double[] thresholds, bool isEmpty = false) =>
        new(FeatureKind.Numeric, isEmpty ? 0 : thresholds.Length + 1, thresholds, []);

    /// <summary>One bin a category.</summary>
    /// <param name="codes">The category of each bin, at most 255, ascending.</param>
    public static FeatureBins Categorical(ReadOnlySpan<int> codes)
    {
        byte[] binOf = new byte[codes.IsEmpty ? 0 : codes[^1] + 1];
        binOf.AsSpan().Fill((byte)codes.Length);
        for (int bin = 0; bin < codes.Length; bin++)
            binOf[codes[bin]] = (byte)bin;
        return new FeatureBins(FeatureKind.Categorical, codes.Length, [], binOf);
    }

    /// <summary>
    /// The upper bound of a bin as a float: for every float x, x ≤ this exactly when x ≤ the threshold.
    /// Positive infinity for the last bin: everything that is not missing is below.
    /// </summary>
    public float BoundOf(int bin) => bin < bounds.Length ? bounds[bin] : float.PositiveInfinity;

    /// <summary>The bin of each category code.</summary>
    public int[] PlaceOfCode() => Array.ConvertAll(binOfCode, bin => (int)bin);

    /// <summary>The bin of a value.</summary>
    public byte BinOf(float value) =>
        Kind == FeatureKind.Numeric ? NumericBinOf(value) : CategoryBinOf(value);

    private byte CategoryBinOf(float code) =>
        code >= 0 && code < binOfCode.Length && code == (int)code ? binOfCode[(int)code] : (byte)MissingBin;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private byte NumericBinOf(float value)
    {
        if (float.IsNaN(value) || BinCount == 0)
            return (byte)MissingBin;
        int low = 0;
        for (int length = bounds.Length; length > 0;)
        {
            int half = (length + 1) >> 1;
            low += value > bounds[low + half - 1] ? half : 0;
            length -= half;
        }

        return (byte)low;
    }

    private static float RoundDown(double threshold)
    {
        float rounded = (float)threshold;
        return rounded > threshold ? MathF.BitDecrement(rounded) : rounded;
    }
}
