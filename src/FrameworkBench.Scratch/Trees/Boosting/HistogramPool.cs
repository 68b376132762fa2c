namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// Memory for the histograms of the nodes that wait to be split, kept from tree to tree. It is bounded: when it is used
/// up, a waiting node goes without, and its children are counted instead of subtracted, with the same sums.
/// </summary>
internal sealed unsafe class HistogramPool
{
    /// <summary>The bound on the memory, in bytes.</summary>
    public const long DefaultBytes = 512L << 20;

    private readonly List<GradientSum[]> blocks = [];
    private readonly Stack<int> free = new();
    private readonly int entries;
    private readonly int mostBlocks;

    /// <summary>A pool of histograms over so many features, of at least three.</summary>
    public HistogramPool(int features, long mostBytes = DefaultBytes)
    {
        entries = features * HistogramKernel.Stride;
        mostBlocks = (int)Math.Max(3, mostBytes / ((long)entries * sizeof(GradientSum)));
    }

    /// <summary>How many histograms can still be had.</summary>
    public int Available => free.Count + mostBlocks - blocks.Count;

    /// <summary>A histogram's number, its content undefined.</summary>
    public int Rent()
    {
        if (free.TryPop(out int block))
            return block;
        blocks.Add(GC.AllocateUninitializedArray<GradientSum>(entries, pinned: true));
        return blocks.Count - 1;
    }

    /// <summary>Gives a histogram back; −1 is ignored.</summary>
    public void Return(int block)
    {
        if (block >= 0)
            free.Push(block);
    }

    /// <summary>The entries of a histogram.</summary>
    public GradientSum* this[int block]
    {
        get
        {
            fixed (GradientSum* first = blocks[block])
                return first;
        }
    }
}
