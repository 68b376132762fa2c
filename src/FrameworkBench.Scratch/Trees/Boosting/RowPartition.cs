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
    /// <param name="start">Its first place.</param>
    /// <param name="count">How many rows it has.</param>
    public ReadOnlySpan<int> Rows(int start, int count) => rows.AsSpan(start, count);

    /// <summary>Where rows start; the memory does not move.</summary>
    public int* From(int start)
    {
        fixed (int* first = rows)
            return first + start;
    }

    /// <summary>Puts the rows of a node that go left first; both sides keep their order.</summary>
    /// <param name="start">Its first place.</param>
    /// <param name="count">How many rows it has.</param>
    /// <param name="split">Says which go left.</param>
    /// <param name="column">The bins of the feature that decides, a byte a row.</param>
    /// <param name="feature">What these bins mean.</param>
    /// <returns>How many go left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Split(int start, int count, in SplitCandidate split, ReadOnlySpan<byte> column, FeatureBins feature)
    {
        FillTable(split, feature);
        int left = 0;
        int right = 0;
        fixed (byte* bins = column, table = goesLeft)
        fixed (int* held = waiting)
        {
            int* own = From(start);
            for (int i = 0; i < count; i++)
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
            for (int bin = 0; bin < feature.BinCount; bin++)
                goesLeft[bin] = split.LeftBins.Contains(bin) ? (byte)1 : (byte)0;
        }
        else
        {
            goesLeft.AsSpan(0, split.Bin + 1).Fill(1);
            goesLeft.AsSpan(split.Bin + 1).Clear();
        }

        goesLeft[feature.MissingBin] = split.MissingLeft ? (byte)1 : (byte)0;
    }
}
