using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// Splits by the sum of targets: for regression by squared error, and for two classes by Gini, which is the same with
/// targets 0 and 1. The best split has the largest Σ S²/W over its children (Breiman et al. 1984, section 8.4).
/// </summary>
internal sealed class SumSplitSearch : SplitSearch
{
    private readonly double[] targets;
    private readonly ushort[] weights;
    private readonly bool isClass;
    private readonly double offset;
    private readonly double[] nodeSums;
    private readonly ushort[] nodeWeights;
    private readonly RankSum[] byRank = new RankSum[ushort.MaxValue + 1];
    private readonly double[] blockSums;
    private readonly ushort[] blockWeights;
    private readonly double[] reciprocals;
    private RankSum total;
    private RankSum missing;
    private double squares;
    private bool isPure;

    /// <summary>A search over these targets.</summary>
    /// <param name="targets">Each row's target.</param>
    /// <param name="weights">How often each row counts; may change between trees.</param>
    /// <param name="isClass">The targets are the classes 0 and 1.</param>
    /// <param name="offset">Added to the mean of a leaf.</param>
    /// <param name="minSamplesLeaf">The fewest rows of a child.</param>
    public SumSplitSearch(double[] targets, ushort[] weights, bool isClass, double offset, int minSamplesLeaf)
        : base(targets.Length, minSamplesLeaf)
    {
        this.targets = targets;
        this.weights = weights;
        this.isClass = isClass;
        this.offset = offset;
        nodeSums = new double[targets.Length];
        nodeWeights = new ushort[targets.Length];
        int block = Math.Min(targets.Length, ushort.MaxValue + 1);
        blockSums = new double[block];
        blockWeights = new ushort[block];
        reciprocals = new double[targets.Length + 1];
        for (int weight = 1; weight < reciprocals.Length; weight++)
            reciprocals[weight] = 1.0 / weight;
    }

    /// <inheritdoc/>
    public override double WeightedImpurity => Factor * Math.Max(0, squares - (total.Sum * total.Sum / total.Weight));

    /// <inheritdoc/>
    public override bool IsPure => isPure;

    /// <inheritdoc/>
    public override double Weight => total.Weight;

    /// <inheritdoc/>
    public override bool ScansSorted => true;

    // Gini is 2p(1 − p), the variance of a 0-1 target p(1 − p).
    private double Factor => isClass ? 2 : 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Enter(ReadOnlySpan<int> rows)
    {
        total = default;
        squares = 0;
        double first = targets[rows[0]];
        isPure = true;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            double target = targets[row];
            ushort weight = weights[row];
            double sum = weight * target;
            nodeSums[i] = sum;
            nodeWeights[i] = weight;
            total.Add(sum, weight);
            squares += sum * target;
            isPure &= target == first;
        }
    }

    /// <inheritdoc/>
    public override void AddLeaf(CartLeaves leaves)
    {
        double mean = total.Sum / total.Weight;
        if (!isClass)
            leaves.Add(mean + offset);
        else if (isPure)
            leaves.AddPure((int)mean);
        else
            leaves.Add(1 - mean, mean);
    }

    /// <inheritdoc/>
    public override double DecreaseOf(double score) => Factor * (score - (total.Sum * total.Sum / total.Weight));

    /// <inheritdoc/>
    protected override void FindNumeric(int rows, RankedFeature feature, ref CartSplit best)
    {
        SumMissing(rows, feature);
        if (CountsByRank(rows))
        {
            SumByRank(rows, feature.RankCount);
            ScanRanks(feature.RankCount, missingLeft: false, ref best);
            if (MissingCount > 0)
                ScanRanks(feature.RankCount, missingLeft: true, ref best);
            return;
        }

        int present = 0;
        for (int i = 0; i < rows; i++)
        {
            if (NodeRanks[i] < feature.RankCount)
                Keys[present++] = ((ulong)NodeRanks[i] << 32) | (uint)i;
        }

        SortKeys(present);
        ScanKeys(present, feature.RankCount, missingLeft: false, ref best);
        if (MissingCount > 0)
            ScanKeys(present, feature.RankCount, missingLeft: true, ref best);
    }

    /// <inheritdoc/>
    public override void EnterBlock(ReadOnlySpan<int> rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            blockSums[i] = weights[rows[i]] * targets[rows[i]];
            blockWeights[i] = weights[rows[i]];
        }
    }

    /// <inheritdoc/>
    protected override void ScanSorted(ReadOnlySpan<uint> order, int missingRank, ref CartSplit best)
    {
        int present = order.Length;
        missing = default;
        for (; order[present - 1] >> 16 == (uint)missingRank; present--)
            missing.Add(blockSums[(ushort)order[present - 1]], blockWeights[(ushort)order[present - 1]]);
        ScanSorted(order[..present], default, ref best);
        if (present == order.Length)
            return;
        RankSum left = total;
        left.Subtract(missing);
        Try(left, (int)(order[present - 1] >> 16), missingRank, missingLeft: false, ref best);
        double before = best.Score;
        ScanSorted(order[..present], missing, ref best);
        best.MissingLeft |= best.Score > before;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScanSorted(ReadOnlySpan<uint> order, in RankSum start, ref CartSplit best)
    {
        double score = best.Score;
        int found = 0;
        double sum = start.Sum;
        int weight = start.Weight;
        uint previous = order[0] >> 16;
        int fewest = Math.Max(0, MinSamplesLeaf - start.Count);
        int most = total.Count - MinSamplesLeaf - start.Count;
        for (int i = 0; i < order.Length; i++)
        {
            uint rank = order[i] >> 16;
            if (rank != previous)
            {
                previous = rank;
                double rightSum = total.Sum - sum;
                double own = (sum * sum * reciprocals[weight]) + (rightSum * rightSum * reciprocals[total.Weight - weight]);
                if (own > score && i >= fewest && i <= most)
                {
                    score = own;
                    found = i;
                }
            }

            int at = (ushort)order[i];
            sum += blockSums[at];
            weight += blockWeights[at];
        }

        if (found == 0)
            return;
        best.Score = score;
        best.Below = (int)(order[found - 1] >> 16);
        best.Above = (int)(order[found] >> 16);
        best.MissingLeft = false;
        best.LeftRanks = null;
    }

    /// <inheritdoc/>
    protected override void FindCategorical(int rows, RankedFeature feature, ref CartSplit best)
    {
        // Missing values are one more category.
        int highest = MissingCount > 0 ? feature.RankCount : HighestRank;
        byRank.AsSpan(LowestRank, highest - LowestRank + 1).Clear();
        for (int i = 0; i < rows; i++)
            byRank[NodeRanks[i]].Add(nodeSums[i], nodeWeights[i]);
        var categories = new List<int>();
        for (int rank = LowestRank; rank <= highest; rank++)
        {
            if (byRank[rank].Count > 0)
                categories.Add(rank);
        }

        int[] order = [.. categories.OrderBy(rank => byRank[rank].Sum / byRank[rank].Weight)];
        RankSum left = default;
        int found = 0;
        for (int i = 0; i < order.Length - 1; i++)
        {
            left.Add(byRank[order[i]]);
            if (IsBetter(left, ref best))
                found = i + 1;
        }

        if (found > 0)
            CategorySet.Take(ref best, order.AsSpan(0, found), feature);
    }

    private void SumMissing(int rows, RankedFeature feature)
    {
        missing = default;
        for (int i = 0; MissingCount > 0 && i < rows; i++)
        {
            if (NodeRanks[i] == feature.RankCount)
                missing.Add(nodeSums[i], nodeWeights[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumByRank(int rows, int missingRank)
    {
        byRank.AsSpan(LowestRank, HighestRank - LowestRank + 1).Clear();
        byRank[missingRank] = default;
        for (int i = 0; i < rows; i++)
            byRank[NodeRanks[i]].Add(nodeSums[i], nodeWeights[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScanRanks(int missingRank, bool missingLeft, ref CartSplit best)
    {
        RankSum left = missingLeft ? missing : default;
        int previous = -1;
        for (int rank = LowestRank; rank <= HighestRank; rank++)
        {
            if (byRank[rank].Count == 0)
                continue;
            if (previous >= 0)
                Try(left, previous, rank, missingLeft, ref best);
            left.Add(byRank[rank]);
            previous = rank;
        }

        if (MissingCount > 0 && !missingLeft)
            Try(left, previous, missingRank, missingLeft, ref best);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScanKeys(int present, int missingRank, bool missingLeft, ref CartSplit best)
    {
        RankSum left = missingLeft ? missing : default;
        int previous = -1;
        foreach (ulong key in Keys.AsSpan(0, present))
        {
            int rank = (int)(key >> 32);
            if (rank != previous && previous >= 0)
                Try(left, previous, rank, missingLeft, ref best);
            int i = (int)(uint)key;
            left.Add(nodeSums[i], nodeWeights[i]);
            previous = rank;
        }

        if (MissingCount > 0 && !missingLeft)
            Try(left, previous, missingRank, missingLeft, ref best);
    }

    private void Try(in RankSum left, int below, int above, bool missingLeft, ref CartSplit best)
    {
        if (!IsBetter(left, ref best))
            return;
        best.Below = below;
        best.Above = above;
        best.MissingLeft = missingLeft;
        best.LeftRanks = null;
    }

    private bool IsBetter(in RankSum left, ref CartSplit best)
    {
        if (left.Count < MinSamplesLeaf || total.Count - left.Count < MinSamplesLeaf)
            return false;
        double rightSum = total.Sum - left.Sum;
        double score = (left.Sum * left.Sum / left.Weight) + (rightSum * rightSum / (total.Weight - left.Weight));
        if (!(score > best.Score))
            return false;
        best.Score = score;
        return true;
    }

    private struct RankSum
    {
        public double Sum;
        public int Weight;
        public int Count;

        public void Add(double sum, int weight)
        {
            Sum += sum;
            Weight += weight;
            Count++;
        }

        public void Subtract(in RankSum other)
        {
            Sum -= other.Sum;
            Weight -= other.Weight;
            Count -= other.Count;
        }

        public void Add(in RankSum other)
        {
            Sum += other.Sum;
            Weight += other.Weight;
            Count += other.Count;
        }
    }
}
