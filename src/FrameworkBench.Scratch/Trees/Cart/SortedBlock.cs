using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// The rows of a node and of all nodes below it, sorted once by every feature with many values. A split keeps the order
/// on both sides, so that no node below has to sort again (SLIQ: Mehta, Agrawal and Rissanen 1996).
/// </summary>
internal sealed class SortedBlock
{
    private const int MostRows = ushort.MaxValue + 1;
    private const int FewestRows = 32;
    private const int MostKeys = 1 << 24;

    // With fewer ranks than this, summing by rank costs no more than going along an order.
    private const int FewRanks = 32;

    private readonly RankedFeature[] features;
    private readonly int[] placeOf;
    private readonly int sorted;
    private readonly int[] localOf;
    private readonly uint[] keys;
    private readonly uint[] waiting;
    private readonly bool[] isLeft;
    private readonly int[] starts = new int[257];
    private int start;
    private int count;

    /// <summary>Memory for blocks of this table.</summary>
    public SortedBlock(RankedTable table)
    {
        features = table.Features;
        placeOf = new int[features.Length];
        for (int feature = 0; feature < features.Length; feature++)
            placeOf[feature] = IsSortable(features[feature]) ? sorted++ : -1;
        int rows = Math.Min(table.Rows, Math.Min(MostRows, sorted == 0 ? 0 : MostKeys / sorted));
        localOf = new int[table.Rows];
        keys = new uint[rows * sorted];
        waiting = new uint[rows];
        isLeft = new bool[rows];
    }

    /// <summary>Whether orders pay where so many features are tried at a node: all must be kept, tried or not.</summary>
    public static bool Pays(RankedTable table, int maxFeatures)
    {
        int sortable = table.Features.Count(IsSortable);
        return sortable > 0 && 4L * maxFeatures >= sortable;
    }

    /// <summary>Whether the block has this feature.</summary>
    public bool Has(int feature) => placeOf[feature] >= 0;

    /// <summary>Whether a node lies in the block.</summary>
    public bool Holds(int nodeStart) => nodeStart >= start && nodeStart < start + count;

    /// <summary>Whether a node is of a size for a block of its own.</summary>
    public bool Suits(int nodeRows) => nodeRows >= FewestRows && nodeRows <= isLeft.Length;

    /// <summary>Forgets the block.</summary>
    public void Clear() => count = 0;

    /// <summary>Sorts the rows of a node, which start at <paramref name="nodeStart"/> among the tree's, by each feature.</summary>
    public void Sort(ReadOnlySpan<int> rows, int nodeStart)
    {
        start = nodeStart;
        count = rows.Length;
        for (int i = 0; i < rows.Length; i++)
            localOf[rows[i]] = i;
        for (int feature = 0; feature < features.Length; feature++)
        {
            if (Has(feature))
                Sort(rows, features[feature], keys.AsSpan(placeOf[feature] * count, count));
        }
    }

    /// <summary>The rows of a node in the order of a feature: its rank above, the row's place in the block in the lower 16 bits.</summary>
    public Span<uint> Order(int feature, int nodeStart, int nodeRows) =>
        keys.AsSpan((placeOf[feature] * count) + nodeStart - start, nodeRows);

    /// <summary>Follows a split: the rows of the left child come first in every order.</summary>
    /// <param name="rows">The node's rows, those of the left child first.</param>
    /// <param name="left">How many those are.</param>
    /// <param name="nodeStart">Where the node's rows start among the tree's.</param>
    /// <param name="isConstant">Features that need no order, since all the node's rows agree in them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Part(ReadOnlySpan<int> rows, int left, int nodeStart, ReadOnlySpan<bool> isConstant)
    {
        for (int i = 0; i < rows.Length; i++)
            isLeft[localOf[rows[i]]] = i < left;
        for (int feature = 0; feature < isConstant.Length; feature++)
        {
            if (Has(feature) && !isConstant[feature])
                Part(Order(feature, nodeStart, rows.Length));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Part(Span<uint> order)
    {
        int left = 0;
        int right = 0;
        foreach (uint key in order)
        {
            order[left] = key;
            waiting[right] = key;
            bool goesLeft = isLeft[(ushort)key];
            left += goesLeft ? 1 : 0;
            right += goesLeft ? 0 : 1;
        }

        waiting.AsSpan(0, right).CopyTo(order[left..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sort(ReadOnlySpan<int> rows, RankedFeature feature, Span<uint> order)
    {
        ushort[] ranks = feature.Ranks;
        Span<uint> other = waiting.AsSpan(0, order.Length);
        for (int i = 0; i < rows.Length; i++)
            other[i] = ((uint)ranks[rows[i]] << 16) | (uint)i;
        RadixPass(other, order, 16);
        if (feature.RankCount < 256)
            return;
        RadixPass(order, other, 24);
        other.CopyTo(order);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RadixPass(ReadOnlySpan<uint> from, Span<uint> to, int shift)
    {
        Array.Clear(starts);
        foreach (uint key in from)
            starts[((key >> shift) & 0xFF) + 1]++;
        for (int bucket = 1; bucket < 256; bucket++)
            starts[bucket] += starts[bucket - 1];
        foreach (uint key in from)
            to[starts[(key >> shift) & 0xFF]++] = key;
    }

    private static bool IsSortable(RankedFeature feature) =>
        feature.Kind == FeatureKind.Numeric && feature.RankCount >= FewRanks;
}
