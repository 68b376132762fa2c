namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// Finds the best set of categories to send left: categories in the order of their gradient statistics, in which an
/// optimal set is a prefix (Fisher 1958). Missing values are one more category. As scikit-learn does, categories with
/// too few rows are left out and stay right, and prefixes are tried from both ends up to the middle.
/// </summary>
internal static unsafe class CategoricalSplits
{
    /// <summary>Looks for a better split than the best so far.</summary>
    /// <param name="bins">The feature's histogram; its missing bin is at <paramref name="binCount"/>.</param>
    /// <param name="binCount">Categories.</param>
    /// <param name="slot">The feature's place among the tree's features.</param>
    /// <param name="total">The node's sum.</param>
    /// <param name="rules">What a split must keep.</param>
    /// <param name="best">Replaced when a strictly better split is found.</param>
    public static void Find(
        GradientSum* bins, int binCount, int slot, GradientSum total, in SplitRules rules, ref SplitCandidate best)
    {
        GradientScale scale = rules.Scale;
        double rowsPerHessian = scale.CountOf(total) / scale.HessianOf(total);
        Span<double> keys = stackalloc double[binCount + 1];
        Span<int> order = stackalloc int[binCount + 1];
        int used = 0;
        for (int bin = 0; bin <= binCount; bin++)
        {
            double hessian = scale.HessianOf(bins[bin]);
            if (scale.CountOf(bins[bin]) == 0 || !(hessian * rowsPerHessian >= rules.CategorySmoothing))
                continue;
            keys[used] = scale.GradientOf(bins[bin]) / (hessian + rules.CategorySmoothing);
            order[used++] = bin;
        }

        if (used < 2)
            return;
        order = order[..used];
        keys[..used].Sort(order);
        int ascending = BestPrefix(bins, order[..((used + 1) / 2)], total, rules, ref best);
        if (ascending > 0)
            Take(ref best, slot, binCount, order[..ascending]);
        order.Reverse();
        int descending = BestPrefix(bins, order[..(((used + 1) / 2) - 1)], total, rules, ref best);
        if (descending > 0)
            Take(ref best, slot, binCount, order[..descending]);
    }

    private static int BestPrefix(
        GradientSum* bins, ReadOnlySpan<int> order, GradientSum total, in SplitRules rules, ref SplitCandidate best)
    {
        int found = 0;
        GradientSum left = default;
        for (int i = 0; i < order.Length; i++)
        {
            left += bins[order[i]];
            GradientSum right = total - left;
            if (!MayBeChild(left, rules) || !MayBeChild(right, rules))
                continue;
            double score = rules.ScoreOf(left) + rules.ScoreOf(right);
            if (score > best.Score)
            {
                best.Score = score;
                best.Left = left;
                found = i + 1;
            }
        }

        return found;
    }

    private static bool MayBeChild(in GradientSum sum, in SplitRules rules) =>
        rules.Scale.CountOf(sum) >= rules.MinSamplesLeaf && rules.Scale.ScaledHessianOf(sum) >= rules.MinChildWeight;

    private static void Take(ref SplitCandidate best, int slot, int binCount, ReadOnlySpan<int> leftBins)
    {
        best.Slot = slot;
        best.Bin = 0;
        best.IsCategorical = true;
        best.LeftBins = default;
        foreach (int bin in leftBins)
            best.LeftBins.Add(bin);
        best.MissingLeft = best.LeftBins.Contains(binCount);
    }
}
