using System.Runtime.CompilerServices;
using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>The rows of all nodes in one array: a split puts the rows that go left before those that go right.</summary>
internal sealed unsafe class RowPartition
{
    private readonly int[] rows;
    private readonly int[] waiting;
    private readonly byte[] goesLeft = GC.AllocateArray<byte>(256, pinned: true);

    /// <summary>Memory for so many rows.</summary>
    public RowPartition(int capacity)
    {
        rows = GC.AllocateUninitializedArray<int>(capacity, pinned: true);
        waiting = GC.AllocateUninitializedArray<int>(capacity, pinned: true);
    }

    /// <summary>Starts a tree with these rows at the root.</summary>
    public void Reset(ReadOnlySpan<int> treeRows) => treeRows.CopyTo(rows);

    /// <summary>The rows of a node.</summary>
    public ReadOnlySpan<int> Rows(in GrownNode node) => rows.AsSpan(node.Start, node.Count);

    /// <summary>Where a node's rows start; the memory does not move.</summary>
    public int* First(in GrownNode node)
    {
        fixed (int* first = rows)
            return first + node.Start;
    }

    /// <summary>Puts the rows that go left first; both sides keep their order.</summary>
    /// <returns>How many go left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Split(in GrownNode node, ReadOnlySpan<byte> column, FeatureBins feature)
    {
        FillTable(node.Split, feature);
        int left = 0;
        int right = 0;
        fixed (byte* bins = column, table = goesLeft)
        fixed (int* held = waiting)
        {
            int* own = First(node);
            for (int i = 0; i < node.Count; i++)
            {
                int row = own[i];
                int isLeft = table[bins[row]];
                own[left] = row;
                held[right] = row;
                left += isLeft;
                right += 1 - isLeft;
            }

            waiting.AsSpan(0, right).CopyTo(new Span<int>(own + left, right));
        }

        return left;
    }

    private void FillTable(in SplitCandidate split, FeatureBins feature)
    {
        if (split.IsCategorical)
        {
            for (int bin = 0; bin < goesLeft.Length; bin++)
                goesLeft[bin] = split.LeftBins.Contains(bin) ? (byte)1 : (byte)0;
            return;
        }

        goesLeft.AsSpan(0, split.Bin + 1).Fill(1);
        goesLeft.AsSpan(split.Bin + 1).Clear();
        goesLeft[feature.MissingBin] = split.MissingLeft ? (byte)1 : (byte)0;
    }
}
