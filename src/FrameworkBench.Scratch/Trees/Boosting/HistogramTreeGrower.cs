using System.Runtime.CompilerServices;
using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// Grows one tree after another, leaf by leaf, the leaf with the highest gain first. All memory is taken once; growing a
/// node allocates nothing. Of two children the smaller is counted and the other is what remains of the parent.
/// </summary>
internal sealed unsafe class HistogramTreeGrower
{
    // A gain this far below the score itself is rounding, not a better fit.
    private const double RoundingShare = 1e-12;

    // Below so many updates or bins, handing work to other threads takes longer than doing it.
    private const long LeastShared = 1 << 15;

    private readonly BinnedTable table;
    private readonly BoostedTreesOptions options;
    private readonly RowPartition partition;
    private readonly GradientSum[] ordered;
    private readonly long poolBytes;
    private readonly int threads;
    private readonly long[][] scratch;
    private readonly SplitCandidate[] found;
    private readonly PriorityQueue<int, (double Loss, int Node)> splittable = new();
    private HistogramPool? pool;
    private GrownNode[] nodes = new GrownNode[64];
    private PackedBins packed;
    private int[] features = [];
    private SplitRules rules;

    /// <summary>A grower for trees on this table.</summary>
    /// <param name="table">The binned rows.</param>
    /// <param name="options">Limits of a tree.</param>
    /// <param name="threads">Threads that share the work on a tree.</param>
    /// <param name="poolBytes">The most memory for histograms.</param>
    public HistogramTreeGrower(
        BinnedTable table, BoostedTreesOptions options, int threads = 1, long poolBytes = HistogramPool.DefaultBytes)
    {
        this.table = table;
        this.options = options;
        this.threads = threads;
        this.poolBytes = poolBytes;
        partition = new RowPartition(table.Rows);
        ordered = GC.AllocateUninitializedArray<GradientSum>(table.Rows, pinned: true);
        Gradients = GC.AllocateUninitializedArray<GradientSum>(table.Rows, pinned: true);
        scratch = new long[threads][];
        for (int share = 0; share < threads; share++)
            scratch[share] = GC.AllocateArray<long>(NumericSplits.ScratchLength, pinned: true);
        found = new SplitCandidate[threads];
        packed = null!;
    }

    /// <summary>Each row's gradient, to be filled before a tree is grown.</summary>
    public GradientSum[] Gradients { get; }

    /// <summary>The nodes of the tree grown last, the root first.</summary>
    public ReadOnlySpan<GrownNode> Nodes => nodes.AsSpan(0, NodeCount);

    /// <summary>How many nodes the tree grown last has.</summary>
    public int NodeCount { get; private set; }

    /// <summary>The features of the tree grown last: a split's slot is a place in this list.</summary>
    public ReadOnlySpan<int> Features => features;

    /// <summary>What the sums of the tree grown last mean.</summary>
    public SplitRules Rules => rules;

    /// <summary>The rows of a node of the tree grown last.</summary>
    public ReadOnlySpan<int> RowsOf(in GrownNode node) => partition.Rows(node.Start, node.Count);

    /// <summary>Grows a tree on these rows from <see cref="Gradients"/>.</summary>
    /// <param name="rows">Ascending.</param>
    /// <param name="scale">What the gradients mean.</param>
    /// <param name="bins">The features to use.</param>
    public void Grow(ReadOnlySpan<int> rows, in GradientScale scale, PackedBins bins)
    {
        packed = bins;
        features = bins.Features;
        pool ??= new HistogramPool(features.Length, poolBytes);
        rules = new SplitRules(options, scale);
        partition.Reset(rows);
        NodeCount = 1;
        nodes[0] = new GrownNode { Count = rows.Length, Histogram = -1 };
        if (MaySplit(nodes[0]))
        {
            nodes[0].Histogram = pool!.Rent();
            Count(nodes[0]);
            nodes[0].Sum = HistogramKernel.Sum(pool[nodes[0].Histogram], BinsOf(0));
            FindSplit(0);
        }

        int leaves = 1;
        while (splittable.TryDequeue(out int node, out _))
        {
            leaves++;
            Split(node, isLast: leaves == options.MaxLeaves);
            if (leaves == options.MaxLeaves)
                break;
        }

        while (splittable.TryDequeue(out int node, out _))
            Release(ref nodes[node]);
    }

    private bool MaySplit(in GrownNode node) =>
        node.Count >= 2 * options.MinSamplesLeaf && (options.MaxDepth is null || node.Depth < options.MaxDepth);

    private void Split(int index, bool isLast)
    {
        if (NodeCount + 2 > nodes.Length)
            Array.Resize(ref nodes, nodes.Length * 2);
        ref GrownNode parent = ref nodes[index];
        int feature = features[parent.Split.Slot];
        int leftCount = partition.Split(parent.Start, parent.Count, parent.Split, table.Column(feature), table.Features[feature]);
        if (!table.HasMissing[feature])
            parent.Split.MissingLeft = leftCount > parent.Count - leftCount;

        parent.Left = NodeCount;
        NodeCount += 2;
        ref GrownNode left = ref nodes[parent.Left];
        ref GrownNode right = ref nodes[parent.Left + 1];
        left = new GrownNode
        {
            Start = parent.Start,
            Count = leftCount,
            Depth = parent.Depth + 1,
            Sum = parent.Split.Left,
            Histogram = -1,
        };
        right = new GrownNode
        {
            Start = parent.Start + leftCount,
            Count = parent.Count - leftCount,
            Depth = parent.Depth + 1,
            Sum = parent.Sum - parent.Split.Left,
            Histogram = -1,
        };

        bool leftMay = !isLast && MaySplit(left);
        bool rightMay = !isLast && MaySplit(right);
        if (leftMay || rightMay)
        {
            bool leftIsSmaller = left.Count < right.Count;
            CountChildren(
                ref parent, ref leftIsSmaller ? ref left : ref right, ref leftIsSmaller ? ref right : ref left,
                largerMay: leftIsSmaller ? rightMay : leftMay);
        }

        Release(ref parent);
        FinishChild(parent.Left, leftMay);
        FinishChild(parent.Left + 1, rightMay);
    }

    private void FinishChild(int index, bool maySplit)
    {
        if (maySplit)
            FindSplit(index);
        else
            Release(ref nodes[index]);
    }

    private void CountChildren(ref GrownNode parent, ref GrownNode smaller, ref GrownNode larger, bool largerMay)
    {
        smaller.Histogram = pool!.Rent();
        Count(smaller);
        if (!largerMay)
            return;
        if (parent.Histogram >= 0)
        {
            (larger.Histogram, parent.Histogram) = (parent.Histogram, -1);
            Subtract(pool![larger.Histogram], pool[smaller.Histogram]);
            return;
        }

        larger.Histogram = pool!.Rent();
        Count(larger);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(in GrownNode node)
    {
        if (!HasAllRows(node))
        {
            int* rows = partition.From(node.Start);
            fixed (GradientSum* all = Gradients, own = ordered)
            {
                for (int i = 0; i < node.Count; i++)
                    own[i] = all[rows[i]];
            }
        }

        if (threads > 1 && (long)node.Count * features.Length >= LeastShared)
        {
            CountGroupsTogether(node);
            return;
        }

        for (int group = 0; group < packed.GroupCount; group++)
            CountGroup(node, group);
    }

    private void CountGroupsTogether(GrownNode node) =>
        Parallel.For(0, packed.GroupCount, Sharing(), group => CountGroup(node, group));

    // Then its rows are in their own order, and so are their gradients.
    private bool HasAllRows(in GrownNode node) => node.Count == table.Rows;

    private void CountGroup(in GrownNode node, int group)
    {
        GradientSum* histogram = pool![node.Histogram];
        int firstSlot = packed.FirstSlots[group];
        for (int slot = firstSlot; slot < firstSlot + packed.WidthOf(group); slot++)
            new Span<GradientSum>(histogram + (slot * HistogramKernel.Stride), BinsOf(slot)).Clear();
        fixed (GradientSum* own = HasAllRows(node) ? Gradients : ordered)
        {
            HistogramKernel.Add(
                packed.Group(group), packed.WidthOf(group), partition.From(node.Start), own, node.Count,
                histogram + (firstSlot * HistogramKernel.Stride));
        }
    }

    private void Subtract(GradientSum* from, GradientSum* what)
    {
        for (int slot = 0; slot < features.Length; slot++)
        {
            int first = slot * HistogramKernel.Stride;
            HistogramKernel.Subtract(from + first, what + first, BinsOf(slot));
        }
    }

    private int BinsOf(int slot) => table.Features[features[slot]].BinCount + 1;

    private void FindSplit(int index)
    {
        ref GrownNode node = ref nodes[index];
        node.Split = threads > 1 && (long)features.Length * HistogramKernel.Stride >= LeastShared
            ? FindSplitTogether(node)
            : FindSplit(node, 0, features.Length, scratch[0]);

        // Two histograms must be left for the next split; a node that gives up its own has its children counted.
        if (pool!.Available < 2)
            Release(ref node);
        double score = rules.ScoreOf(node.Sum);
        node.Gain = rules.Unscale(node.Split.Score - score);
        if (node.Split.Slot >= 0 && node.Gain > options.MinGain && node.Split.Score - score > RoundingShare * score)
            splittable.Enqueue(index, (-node.Gain, index));
        else
            Release(ref node);
    }

    // Of equal splits the first feature's wins, as when one thread goes over all.
    private SplitCandidate FindSplitTogether(GrownNode node)
    {
        Parallel.For(0, threads, Sharing(), share => found[share] = FindSplit(
            node, features.Length * share / threads, features.Length * (share + 1) / threads, scratch[share]));
        SplitCandidate best = found[0];
        foreach (ref readonly SplitCandidate candidate in found.AsSpan(1))
        {
            if (candidate.Score > best.Score)
                best = candidate;
        }

        return best;
    }

    private SplitCandidate FindSplit(in GrownNode node, int firstSlot, int endSlot, long[] sums)
    {
        SplitCandidate best = SplitCandidate.None;
        GradientSum* histogram = pool![node.Histogram];
        fixed (long* room = sums)
        {
            for (int slot = firstSlot; slot < endSlot; slot++)
            {
                FeatureBins bins = table.Features[features[slot]];
                GradientSum* own = histogram + (slot * HistogramKernel.Stride);
                if (bins.Kind == FeatureKind.Categorical)
                    CategoricalSplits.Find(own, bins.BinCount, slot, node.Sum, rules, ref best);
                else
                    NumericSplits.Find(own, bins.BinCount, slot, node.Sum, rules, room, ref best);
            }
        }

        return best;
    }

    private ParallelOptions Sharing() => new() { MaxDegreeOfParallelism = threads };

    private void Release(ref GrownNode node)
    {
        pool!.Return(node.Histogram);
        node.Histogram = -1;
    }
}
