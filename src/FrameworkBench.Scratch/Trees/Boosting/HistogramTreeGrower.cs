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

    private readonly BinnedTable table;
    private readonly BoostedTreesOptions options;
    private readonly HistogramPool pool;
    private readonly RowPartition partition;
    private readonly GradientSum[] ordered;
    private readonly long[] scratch = GC.AllocateArray<long>(NumericSplits.ScratchLength, pinned: true);
    private readonly PriorityQueue<int, (double Loss, int Node)> splittable = new();
    private GrownNode[] nodes = new GrownNode[64];
    private PackedBins packed;
    private int[] features;
    private SplitRules rules;

    /// <summary>A grower for trees on this table.</summary>
    /// <param name="table">The binned rows.</param>
    /// <param name="options">Limits of a tree.</param>
    /// <param name="featuresPerTree">How many features each tree uses.</param>
    public HistogramTreeGrower(BinnedTable table, BoostedTreesOptions options, int featuresPerTree)
    {
        this.table = table;
        this.options = options;
        pool = new HistogramPool(featuresPerTree);
        partition = new RowPartition(table.Rows);
        ordered = GC.AllocateUninitializedArray<GradientSum>(table.Rows, pinned: true);
        Gradients = GC.AllocateUninitializedArray<GradientSum>(table.Rows, pinned: true);
        packed = null!;
        features = [];
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
    public ReadOnlySpan<int> RowsOf(in GrownNode node) => partition.Rows(node);

    /// <summary>Chooses the features of the next trees.</summary>
    /// <param name="chosen">Ascending.</param>
    /// <param name="bins">Their bins.</param>
    public void UseFeatures(int[] chosen, PackedBins bins)
    {
        features = chosen;
        packed = bins;
    }

    /// <summary>Grows a tree on these rows from <see cref="Gradients"/>.</summary>
    public void Grow(ReadOnlySpan<int> rows, in GradientScale scale)
    {
        rules = new SplitRules(options, scale);
        partition.Reset(rows);
        NodeCount = 1;
        nodes[0] = new GrownNode { Count = rows.Length, Histogram = -1 };
        foreach (int row in rows)
            nodes[0].Sum += Gradients[row];
        if (MaySplit(nodes[0]))
        {
            nodes[0].Histogram = pool.Rent();
            Count(nodes[0]);
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
        int leftCount = partition.Split(parent, table.Column(feature), table.Features[feature]);
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
        smaller.Histogram = pool.Rent();
        Count(smaller);
        if (!largerMay)
            return;
        if (parent.Histogram >= 0)
        {
            (larger.Histogram, parent.Histogram) = (parent.Histogram, -1);
            Subtract(pool[larger.Histogram], pool[smaller.Histogram]);
            return;
        }

        larger.Histogram = pool.Rent();
        Count(larger);
    }

    private void Count(in GrownNode node)
    {
        GradientSum* histogram = pool[node.Histogram];
        for (int slot = 0; slot < features.Length; slot++)
            new Span<GradientSum>(histogram + (slot * HistogramKernel.Stride), BinsOf(slot)).Clear();
        int* rows = partition.First(node);
        fixed (GradientSum* all = Gradients, own = ordered)
        {
            for (int i = 0; i < node.Count; i++)
                own[i] = all[rows[i]];
            for (int group = 0; group < packed.GroupCount; group++)
            {
                HistogramKernel.Add(
                    packed.Group(group), packed.WidthOf(group), rows, own, node.Count,
                    histogram + (packed.FirstSlots[group] * HistogramKernel.Stride));
            }
        }
    }

    private void Subtract(GradientSum* from, GradientSum* what)
    {
        for (int slot = 0; slot < features.Length; slot++)
        {
            int first = slot * HistogramKernel.Stride;
            for (int bin = first; bin < first + BinsOf(slot); bin++)
                from[bin] -= what[bin];
        }
    }

    private int BinsOf(int slot) => table.Features[features[slot]].BinCount + 1;

    private void FindSplit(int index)
    {
        ref GrownNode node = ref nodes[index];
        node.Split = SplitCandidate.None;
        GradientSum* histogram = pool[node.Histogram];
        fixed (long* sums = scratch)
        {
            for (int slot = 0; slot < features.Length; slot++)
            {
                FeatureBins bins = table.Features[features[slot]];
                GradientSum* own = histogram + (slot * HistogramKernel.Stride);
                if (bins.Kind == FeatureKind.Categorical)
                    CategoricalSplits.Find(own, bins.BinCount, slot, node.Sum, rules, ref node.Split);
                else
                    NumericSplits.Find(own, bins.BinCount, slot, node.Sum, rules, sums, ref node.Split);
            }
        }

        // Two histograms must be left for the next split; a node that gives up its own has its children counted.
        if (pool.Available < 2)
            Release(ref node);
        double score = rules.ScoreOf(node.Sum);
        node.Gain = rules.Unscale(node.Split.Score - score);
        if (node.Split.Slot >= 0 && node.Gain > options.MinGain && node.Split.Score - score > RoundingShare * score)
            splittable.Enqueue(index, (-node.Gain, index));
        else
            Release(ref node);
    }

    private void Release(ref GrownNode node)
    {
        pool.Return(node.Histogram);
        node.Histogram = -1;
    }
}
