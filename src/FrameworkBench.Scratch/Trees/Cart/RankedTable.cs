namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>A table whose features have been ranked.</summary>
internal sealed class RankedTable
{
    private RankedTable(RankedFeature[] features, int rows)
    {
        Features = features;
        Rows = rows;
    }

    /// <summary>The features.</summary>
    public RankedFeature[] Features { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Ranks every feature.</summary>
    public static RankedTable Of(FeatureTable table)
    {
        table.CheckCategories(nameof(table));
        var features = new RankedFeature[table.Columns];
        float[] column = new float[table.Rows];
        for (int feature = 0; feature < features.Length; feature++)
        {
            table.CopyColumn(feature, column);
            features[feature] = RankedFeature.Of(column, table.Kinds[feature]);
        }

        return new RankedTable(features, table.Rows);
    }

    /// <summary>Puts rows into the form that trees grown on this table take.</summary>
    public RowEncoder Encoder() => new(
        Features.Length,
        Features.Index()
            .Where(feature => feature.Item.Kind == FeatureKind.Categorical)
            .Select(feature => new RowEncoder.Category(
                feature.Index, feature.Item.RankOfCode(), feature.Item.RankCount)));
}
