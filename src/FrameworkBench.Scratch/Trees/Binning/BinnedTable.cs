using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees.Binning;

/// <summary>A table whose values have become bins: one byte each, feature after feature.</summary>
internal sealed class BinnedTable
{
    private readonly byte[] bins;

    private BinnedTable(FeatureBins[] features, int rows)
    {
        Features = features;
        Rows = rows;
        bins = GC.AllocateUninitializedArray<byte>(checked(rows * features.Length), pinned: true);
        HasMissing = new bool[features.Length];
    }

    /// <summary>How each feature was binned.</summary>
    public FeatureBins[] Features { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Whether a value of the feature is missing in some row.</summary>
    public bool[] HasMissing { get; }

    /// <summary>Chooses the bins from these rows, and bins them.</summary>
    public static BinnedTable Fit(FeatureTable table, int maxBins, ulong seed)
    {
        table.CheckCategories(nameof(table));
        var features = new FeatureBins[table.Columns];
        var binned = new BinnedTable(features, table.Rows);
        float[] column = new float[table.Rows];
        for (int feature = 0; feature < features.Length; feature++)
        {
            table.CopyColumn(feature, column);
            features[feature] = BinFinder.Find(column, table.Kinds[feature], maxBins, seed + (ulong)feature);
            binned.Fill(feature, column);
        }

        return binned;
    }

    /// <summary>Bins other rows in the same way.</summary>
    /// <param name="table">Rows of as many features.</param>
    public BinnedTable Bin(FeatureTable table)
    {
        var binned = new BinnedTable(Features, table.Rows);
        float[] column = new float[table.Rows];
        for (int feature = 0; feature < Features.Length; feature++)
        {
            table.CopyColumn(feature, column);
            binned.Fill(feature, column);
        }

        return binned;
    }

    /// <summary>The bins of one feature, a byte a row; the memory does not move.</summary>
    public ReadOnlySpan<byte> Column(int feature) => bins.AsSpan(feature * Rows, Rows);

    /// <summary>Puts rows into the form that trees grown on this table take.</summary>
    public RowEncoder Encoder() => new(
        Features.Length,
        Features.Index()
            .Where(feature => feature.Item.Kind == FeatureKind.Categorical)
            .Select(feature => new RowEncoder.Category(
                feature.Index, feature.Item.PlaceOfCode(), feature.Item.MissingBin)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int feature, ReadOnlySpan<float> column)
    {
        FeatureBins binning = Features[feature];
        Span<byte> destination = bins.AsSpan(feature * Rows, Rows);
        bool missing = false;
        for (int row = 0; row < column.Length; row++)
        {
            byte bin = binning.BinOf(column[row]);
            destination[row] = bin;
            missing |= bin == binning.MissingBin;
        }

        HasMissing[feature] = missing;
    }
}
