using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// Looks for the best split of one node at a time. It holds the memory for it, so that a node allocates nothing; each
/// thread has its own.
/// </summary>
internal abstract class SplitSearch
{
    // Counting by rank is worth it while there are not many more ranks than rows.
    private const int RanksPerRow = 4;
    private const int FewRows = 48;

    private readonly ulong[] spareKeys;
    private readonly int[] starts = new int[257];

    /// <summary>Memory for nodes of so many rows.</summary>
    protected SplitSearch(int rows, int minSamplesLeaf)
    {
        MinSamplesLeaf = minSamplesLeaf;
        NodeRanks = new ushort[rows];
        Keys = new ulong[rows];
        spareKeys = new ulong[rows];
    }

    /// <summary>Weighted impurity of the whole node: its impurity times its weight.</summary>
    public abstract double WeightedImpurity { get; }

    /// <summary>Whether all targets of the node are the same.</summary>
    public abstract bool IsPure { get; }

    /// <summary>Sum of the weights of the node's rows.</summary>
    public abstract double Weight { get; }

    /// <summary>The fewest rows of a child.</summary>
    protected int MinSamplesLeaf { get; }

    /// <summary>The rank of each of the node's rows in the feature at hand.</summary>
    protected ushort[] NodeRanks { get; }

    /// <summary>Rank above, payload in the lower 32 bits: what <see cref="SortKeys"/> sorts.</summary>
    protected ulong[] Keys { get; private set; }

    /// <summary>The lowest rank of the node's present values.</summary>
    protected int LowestRank { get; private set; }

    /// <summary>The highest rank of the node's present values.</summary>
    protected int HighestRank { get; private set; }

    /// <summary>How many of the node's rows miss the feature at hand.</summary>
    protected int MissingCount { get; private set; }

    /// <summary>Whether there are few enough ranks in the node to keep sums by rank.</summary>
    protected bool CountsByRank(int rows) => HighestRank - LowestRank < RanksPerRow * rows && rows > 4;

    /// <summary>Moves on to a node.</summary>
    public abstract void Enter(ReadOnlySpan<int> rows);

    /// <summary>Writes down the node as a leaf.</summary>
    public abstract void AddLeaf(CartLeaves leaves);

    /// <summary>How much a score is better than the node left whole, as weighted impurity.</summary>
    public abstract double DecreaseOf(double score);

    /// <summary>Looks for a better split by one feature.</summary>
    /// <returns>False when the feature has only one value in the node.</returns>
    public bool Find(ReadOnlySpan<int> rows, RankedFeature feature, int index, ref CartSplit best)
    {
        ReadRanks(rows, feature);
        bool onlyMissing = MissingCount == rows.Length;
        if (onlyMissing || (LowestRank == HighestRank && MissingCount == 0))
            return false;
        double before = best.Score;
        if (feature.Kind == FeatureKind.Categorical)
            FindCategorical(rows.Length, feature, ref best);
        else
            FindNumeric(rows.Length, feature, ref best);
        if (best.Score > before)
            best.Feature = index;
        return true;
    }

    /// <summary>Whether it can go along rows that are sorted already.</summary>
    public virtual bool ScansSorted => false;

    /// <summary>Takes in the rows of a block, before any of its nodes.</summary>
    public virtual void EnterBlock(ReadOnlySpan<int> rows)
    {
    }

    /// <summary>Looks for a better threshold of one feature.</summary>
    /// <param name="order">The node's rows: rank above, place in the block in the lower 16 bits, ascending.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="index">Its number.</param>
    /// <param name="best">The best split so far.</param>
    /// <returns>False when the feature has only one value in the node.</returns>
    public bool FindSorted(ReadOnlySpan<uint> order, RankedFeature feature, int index, ref CartSplit best)
    {
        if (order[0] >> 16 == order[^1] >> 16)
            return false;
        double before = best.Score;
        ScanSorted(order, feature.RankCount, ref best);
        if (best.Score > before)
            best.Feature = index;
        return true;
    }

    /// <summary>Looks for the best threshold along sorted rows, the missing ones at the end.</summary>
    protected virtual void ScanSorted(ReadOnlySpan<uint> order, int missingRank, ref CartSplit best) =>
        throw new NotSupportedException();

    /// <summary>Looks for the best threshold.</summary>
    protected abstract void FindNumeric(int rows, RankedFeature feature, ref CartSplit best);

    /// <summary>Looks for the best set of categories.</summary>
    protected abstract void FindCategorical(int rows, RankedFeature feature, ref CartSplit best);

    /// <summary>Sorts the first keys by rank.</summary>
    protected void SortKeys(int count)
    {
        Span<ulong> keys = Keys.AsSpan(0, count);
        if (count <= FewRows)
        {
            InsertionSort(keys);
            return;
        }

        for (int shift = 32; shift < 48 && HighestRank >> (shift - 32) > 0; shift += 8)
            RadixPass(count, shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRanks(ReadOnlySpan<int> rows, RankedFeature feature)
    {
        ReadOnlySpan<ushort> ranks = feature.Ranks;
        Span<ushort> own = NodeRanks.AsSpan(0, rows.Length);
        int lowest = int.MaxValue;
        int highest = -1;
        MissingCount = 0;
        if (!feature.HasMissing)
        {
            for (int i = 0; i < own.Length; i++)
            {
                int rank = ranks[rows[i]];
                own[i] = (ushort)rank;
                lowest = Math.Min(lowest, rank);
                highest = Math.Max(highest, rank);
            }
        }
        else
        {
            for (int i = 0; i < own.Length; i++)
            {
                int rank = ranks[rows[i]];
                own[i] = (ushort)rank;
                if (rank == feature.RankCount)
                {
                    MissingCount++;
                    continue;
                }

                lowest = Math.Min(lowest, rank);
                highest = Math.Max(highest, rank);
            }
        }

        LowestRank = lowest;
        HighestRank = highest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InsertionSort(Span<ulong> keys)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            ulong key = keys[i];
            int at = i;
            for (; at > 0 && keys[at - 1] > key; at--)
                keys[at] = keys[at - 1];
            keys[at] = key;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RadixPass(int count, int shift)
    {
        Array.Clear(starts);
        ReadOnlySpan<ulong> from = Keys.AsSpan(0, count);
        foreach (ulong key in from)
            starts[((int)(key >> shift) & 0xFF) + 1]++;
        for (int bucket = 1; bucket < 256; bucket++)
            starts[bucket] += starts[bucket - 1];
        foreach (ulong key in from)
            spareKeys[starts[(int)(key >> shift) & 0xFF]++] = key;
        spareKeys.AsSpan(0, count).CopyTo(Keys);
    }
}
