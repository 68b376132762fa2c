using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// Splits by class counts, for any number of classes and either criterion. With f(c) = c² for Gini and c·log₂c for
/// entropy, a side's score is Σf(c)/W, or Σf(c) − f(W); as rows move from right to left both sums follow in one step each.
/// </summary>
internal sealed class ClassSplitSearch : SplitSearch
{
    private readonly int[] classes;
    private readonly ushort[] weights;
    private readonly int classCount;
    private readonly double[]? entropyTerms;
    private readonly uint[] nodeLabels;
    private readonly uint[] sortedLabels;
    private readonly int[] rankStarts = new int[ushort.MaxValue + 2];
    private readonly int[] total;
    private readonly int[] missing;
    private readonly int[] upper;
    private readonly int[] left;
    private readonly int[] right;
    private int totalWeight;
    private int nodeRows;
    private double totalSum;

    /// <summary>A search over these classes.</summary>
    public ClassSplitSearch(
        int[] classes, int classCount, ushort[] weights, SplitCriterion criterion, int minSamplesLeaf)
        : base(classes.Length, minSamplesLeaf)
    {
        this.classes = classes;
        this.weights = weights;
        this.classCount = classCount;
        if (criterion == SplitCriterion.Entropy)
        {
            entropyTerms = new double[classes.Length + 1];
            for (int count = 2; count < entropyTerms.Length; count++)
                entropyTerms[count] = count * Math.Log2(count);
        }

        nodeLabels = new uint[classes.Length];
        sortedLabels = new uint[classes.Length];
        total = new int[classCount];
        missing = new int[classCount];
        upper = new int[classCount];
        left = new int[classCount];
        right = new int[classCount];
    }

    /// <inheritdoc/>
    public override double WeightedImpurity =>
        entropyTerms is null ? totalWeight - (totalSum / totalWeight) : entropyTerms[totalWeight] - totalSum;

    /// <inheritdoc/>
    public override bool IsPure => Array.IndexOf(total, totalWeight) >= 0;

    /// <inheritdoc/>
    public override double Weight => totalWeight;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Enter(ReadOnlySpan<int> rows)
    {
        Array.Clear(total);
        totalWeight = 0;
        nodeRows = rows.Length;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            int label = classes[row];
            ushort weight = weights[row];
            nodeLabels[i] = ((uint)label << 16) | weight;
            total[label] += weight;
            totalWeight += weight;
        }

        totalSum = 0;
        foreach (int count in total)
            totalSum += Term(count);
    }

    /// <inheritdoc/>
    public override void AddLeaf(CartLeaves leaves)
    {
        int pure = Array.IndexOf(total, totalWeight);
        if (pure >= 0)
            leaves.AddPure(pure);
        else
            leaves.Add(Array.ConvertAll(total, count => (double)count / totalWeight));
    }

    /// <inheritdoc/>
    public override double DecreaseOf(double score) => score - Score(totalSum, totalWeight);

    /// <inheritdoc/>
    protected override void FindNumeric(int rows, RankedFeature feature, ref CartSplit best)
    {
        if (HighestRank == LowestRank + 1 && MissingCount == 0)
        {
            TryOnlyThreshold(rows, ref best);
            return;
        }

        Array.Clear(missing);
        bool counts = CountsByRank(rows);
        if (counts)
            CountingSort(rows, feature.RankCount);
        else
            KeySort(rows, feature.RankCount);
        Scan(counts, feature.RankCount, missingLeft: false, ref best);
        if (MissingCount > 0)
            Scan(counts, feature.RankCount, missingLeft: true, ref best);
    }

    /// <inheritdoc/>
    protected override void FindCategorical(int rows, RankedFeature feature, ref CartSplit best)
    {
        // Missing values are one more category.
        int[][] byRank = new int[feature.RankCount + 1][];
        int[] rowsOf = new int[byRank.Length];
        for (int i = 0; i < rows; i++)
        {
            int rank = NodeRanks[i];
            byRank[rank] ??= new int[classCount];
            byRank[rank][nodeLabels[i] >> 16] += (ushort)nodeLabels[i];
            rowsOf[rank]++;
        }

        int[] present = [.. Enumerable.Range(0, byRank.Length).Where(rank => rowsOf[rank] > 0)];
        int[] order = CategoryOrder.Of(present, Array.ConvertAll(present, rank => byRank[rank]));
        StartScan(missingLeft: false, out Side l, out Side r);
        int found = 0;
        for (int i = 0; i < order.Length - 1; i++)
        {
            int[] own = byRank[order[i]];
            for (int label = 0; label < classCount; label++)
                Move(label, own[label], ref l, ref r);
            l.Rows += rowsOf[order[i]];
            if (IsBetter(l, r, ref best))
                found = i + 1;
        }

        if (found > 0)
            CategorySet.Take(ref best, order.AsSpan(0, found), feature);
    }

    // Two values, as in one-hot columns: the rows of the upper one are often few, and the others are what is left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TryOnlyThreshold(int rows, ref CartSplit best)
    {
        Array.Clear(upper);
        int upperRows = 0;
        for (int i = 0; i < rows; i++)
        {
            if (NodeRanks[i] != HighestRank)
                continue;
            upper[nodeLabels[i] >> 16] += (ushort)nodeLabels[i];
            upperRows++;
        }

        StartScan(missingLeft: false, out Side l, out Side r);
        for (int label = 0; label < classCount; label++)
            Move(label, total[label] - upper[label], ref l, ref r);
        l.Rows = rows - upperRows;
        Try(l, r, LowestRank, HighestRank, missingLeft: false, ref best);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountingSort(int rows, int missingRank)
    {
        int ranks = HighestRank - LowestRank + 1;
        Span<int> starts = rankStarts.AsSpan(0, ranks + 1);
        starts.Clear();
        for (int i = 0; i < rows; i++)
        {
            int rank = NodeRanks[i];
            if (rank != missingRank)
                starts[rank - LowestRank + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        for (int i = 0; i < rows; i++)
        {
            int rank = NodeRanks[i];
            if (rank == missingRank)
                missing[nodeLabels[i] >> 16] += (ushort)nodeLabels[i];
            else
                sortedLabels[starts[rank - LowestRank]++] = nodeLabels[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void KeySort(int rows, int missingRank)
    {
        int present = 0;
        for (int i = 0; i < rows; i++)
        {
            if (NodeRanks[i] == missingRank)
                missing[nodeLabels[i] >> 16] += (ushort)nodeLabels[i];
            else
                Keys[present++] = ((ulong)NodeRanks[i] << 32) | nodeLabels[i];
        }

        SortKeys(present);
    }

    private void Scan(bool counts, int missingRank, bool missingLeft, ref CartSplit best)
    {
        StartScan(missingLeft, out Side l, out Side r);
        int last = counts
            ? ScanRanks(missingLeft, ref l, ref r, ref best)
            : ScanKeys(missingLeft, ref l, ref r, ref best);
        if (MissingCount > 0 && !missingLeft)
            Try(l, r, last, missingRank, missingLeft, ref best);
    }

    // After the counting sort each start has moved to the rank's end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ScanRanks(bool missingLeft, ref Side l, ref Side r, ref CartSplit best)
    {
        int previous = -1;
        int at = 0;
        for (int rank = LowestRank; rank <= HighestRank; rank++)
        {
            int end = rankStarts[rank - LowestRank];
            if (end == at)
                continue;
            if (previous >= 0)
                Try(l, r, previous, rank, missingLeft, ref best);
            l.Rows += end - at;
            for (; at < end; at++)
                Move((int)(sortedLabels[at] >> 16), (ushort)sortedLabels[at], ref l, ref r);
            previous = rank;
        }

        return previous;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ScanKeys(bool missingLeft, ref Side l, ref Side r, ref CartSplit best)
    {
        int previous = -1;
        foreach (ulong key in Keys.AsSpan(0, nodeRows - MissingCount))
        {
            int rank = (int)(key >> 32);
            if (rank != previous && previous >= 0)
                Try(l, r, previous, rank, missingLeft, ref best);
            Move((int)((uint)key >> 16), (ushort)key, ref l, ref r);
            l.Rows++;
            previous = rank;
        }

        return previous;
    }

    private void StartScan(bool missingLeft, out Side l, out Side r)
    {
        Array.Clear(left);
        total.CopyTo(right, 0);
        l = default;
        r = new Side { Sum = totalSum, Weight = totalWeight };
        if (!missingLeft)
            return;
        for (int label = 0; label < classCount; label++)
            Move(label, missing[label], ref l, ref r);
        l.Rows = MissingCount;
    }

    private void Move(int label, int weight, ref Side l, ref Side r)
    {
        int fromRight = right[label];
        int fromLeft = left[label];
        r.Sum += Term(fromRight - weight) - Term(fromRight);
        l.Sum += Term(fromLeft + weight) - Term(fromLeft);
        right[label] = fromRight - weight;
        left[label] = fromLeft + weight;
        r.Weight -= weight;
        l.Weight += weight;
    }

    private void Try(in Side l, in Side r, int below, int above, bool missingLeft, ref CartSplit best)
    {
        if (!IsBetter(l, r, ref best))
            return;
        best.Below = below;
        best.Above = above;
        best.MissingLeft = missingLeft;
        best.LeftRanks = null;
    }

    private bool IsBetter(in Side l, in Side r, ref CartSplit best)
    {
        if (l.Rows < MinSamplesLeaf || nodeRows - l.Rows < MinSamplesLeaf)
            return false;
        double score = Score(l.Sum, l.Weight) + Score(r.Sum, r.Weight);
        if (!(score > best.Score))
            return false;
        best.Score = score;
        return true;
    }

    private double Term(int count) => entropyTerms is null ? (double)count * count : entropyTerms[count];

    private double Score(double sum, int weight) =>
        entropyTerms is null ? sum / weight : sum - entropyTerms[weight];

    private struct Side
    {
        public double Sum;
        public int Weight;
        public int Rows;
    }
}
