using FrameworkBench.Scratch.Trees.Boosting;

namespace FrameworkBench.Scratch.Trees.Plain;

/// <summary>
/// The best split of a node by one feature's histogram: of all ways to part its bins that are tried, the one with the largest
/// G²/(H + λ) left plus right (Chen and Guestrin 2016, equation 7). The tests hold <see cref="NumericSplits"/> and
/// <see cref="CategoricalSplits"/> to it.
/// </summary>
internal static class PlainSplits
{
    // Scores that differ by rounding alone count as equal, and of equal ones the first wins.
    private const double Rounding = 1 + 1e-14;

    /// <summary>Tries every threshold: bins up to it go left, missing values right, then left.</summary>
    /// <param name="histogram">The feature's bins in ascending order, missing values last.</param>
    /// <param name="total">The sum of all bins.</param>
    /// <param name="rules">What a split must keep.</param>
    public static SplitCandidate Numeric(GradientSum[] histogram, GradientSum total, in SplitRules rules)
    {
        SplitCandidate best = SplitCandidate.None;
        int missing = histogram.Length - 1;
        foreach (bool missingLeft in (bool[])[false, true])
        {
            GradientSum left = missingLeft ? histogram[missing] : default;
            if (missingLeft && left.HessianAndCount == 0)
                continue;
            for (int bin = 0; bin < missing; bin++)
            {
                left += histogram[bin];
                if (IsBetter(left, total, rules, best, out double score))
                    best = new SplitCandidate { Score = score, Bin = bin, MissingLeft = missingLeft, Left = left };
            }
        }

        return best;
    }

    /// <summary>
    /// Puts the categories, of which missing values are one, into the order of G/(H + smoothing), and sends the first of them
    /// left, then the last of them: one, two, and so on up to the middle (Fisher 1958). Those with too few rows stay right.
    /// </summary>
    /// <param name="histogram">The feature's categories, missing values last.</param>
    /// <param name="total">The sum of all bins.</param>
    /// <param name="rules">What a split must keep.</param>
    public static SplitCandidate Categorical(GradientSum[] histogram, GradientSum total, in SplitRules rules)
    {
        GradientScale scale = rules.Scale;
        double smoothing = rules.CategorySmoothing, rowsPerHessian = scale.CountOf(total) / scale.HessianOf(total);
        int[] ascending =
        [
            .. Enumerable.Range(0, histogram.Length)
                .Where(bin => scale.CountOf(histogram[bin]) > 0 && scale.HessianOf(histogram[bin]) * rowsPerHessian >= smoothing)
                .OrderBy(bin => scale.GradientOf(histogram[bin]) / (scale.HessianOf(histogram[bin]) + smoothing)),
        ];
        SplitCandidate best = SplitCandidate.None;
        int middle = ascending.Length < 2 ? 0 : (ascending.Length + 1) / 2;
        foreach ((int[] order, int most) in ((int[], int)[])[(ascending, middle), ([.. ascending.Reverse()], middle - 1)])
        {
            GradientSum left = default;
            BinSet leftBins = default;
            for (int i = 0; i < most; i++)
            {
                left += histogram[order[i]];
                leftBins.Add(order[i]);
                if (IsBetter(left, total, rules, best, out double score))
                    best = new SplitCandidate { Score = score, IsCategorical = true, LeftBins = leftBins, Left = left };
            }
        }

        best.MissingLeft = best.IsCategorical && best.LeftBins.Contains(histogram.Length - 1);
        return best;
    }

    private static bool IsBetter(GradientSum left, GradientSum total, in SplitRules rules, in SplitCandidate best, out double score)
    {
        GradientSum right = total - left;
        score = rules.ScoreOf(left) + rules.ScoreOf(right);
        return MayBeChild(left, rules) && MayBeChild(right, rules) && score > best.Score * Rounding;
    }

    private static bool MayBeChild(in GradientSum sum, in SplitRules rules) =>
        rules.Scale.CountOf(sum) >= rules.MinSamplesLeaf && rules.Scale.ScaledHessianOf(sum) >= rules.MinChildWeight;
}
