using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// Finds the best threshold of an ordered feature, eight bins at a time: running sums first, which are whole numbers,
/// then the scores of all thresholds. Missing values are tried on the right, then on the left (Chen and Guestrin 2016,
/// algorithm 3). Of equal scores the first wins: the lower bin, and missing values on the right.
/// </summary>
internal static unsafe class NumericSplits
{
    /// <summary>Room for the running sums of one feature.</summary>
    public const int ScratchLength = 2 * Padded;

    // More than rounding can make of a product of three, relative to it.
    private const double RoundingShare = 1e-15;

    private const int Lanes = 8;
    private const int Padded = FeatureBins.MostBins + 1 + Lanes;

    /// <summary>Looks for a better split than the best so far.</summary>
    /// <param name="bins">The feature's histogram; its missing bin is at <paramref name="binCount"/>.</param>
    /// <param name="binCount">Bins that hold values.</param>
    /// <param name="slot">The feature's place among the tree's features.</param>
    /// <param name="total">The node's sum.</param>
    /// <param name="rules">What a split must keep.</param>
    /// <param name="scratch"><see cref="ScratchLength"/> numbers.</param>
    /// <param name="best">Replaced when a strictly better split is found.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(
        GradientSum* bins, int binCount, int slot, GradientSum total, in SplitRules rules, long* scratch,
        ref SplitCandidate best)
    {
        long* gradients = scratch;
        long* hessians = scratch + Padded;
        GradientSum sum = default;
        for (int bin = 0; bin < binCount; bin++)
        {
            sum += bins[bin];
            gradients[bin] = sum.Gradient;
            hessians[bin] = sum.HessianAndCount;
        }

        // Padding looks like a split that leaves nothing on the right, which is never allowed.
        for (int bin = binCount; bin < binCount + Lanes; bin++)
        {
            gradients[bin] = total.Gradient;
            hessians[bin] = total.HessianAndCount;
        }

        int found = BestBin(gradients, hessians, binCount, default, total, rules, ref best.Score);
        if (found >= 0)
            Take(ref best, slot, found, missingLeft: false, gradients, hessians, default);
        GradientSum missing = total - sum;
        if (missing.HessianAndCount == 0)
            return;
        found = BestBin(gradients, hessians, binCount - 1, missing, total, rules, ref best.Score);
        if (found >= 0)
            Take(ref best, slot, found, missingLeft: true, gradients, hessians, missing);
    }

    private static void Take(
        ref SplitCandidate best, int slot, int bin, bool missingLeft, long* gradients, long* hessians,
        GradientSum missing)
    {
        best.Slot = slot;
        best.Bin = bin;
        best.MissingLeft = missingLeft;
        best.IsCategorical = false;
        best.Left = missing + new GradientSum { Gradient = gradients[bin], HessianAndCount = hessians[bin] };
    }

    // The bin with the highest score above bestScore, or −1; bins from binCount on are not allowed.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int BestBin(
        long* gradients, long* hessians, int binCount, GradientSum extraLeft, GradientSum total, in SplitRules rules,
        ref double bestScore)
    {
        int bits = rules.Scale.CountBits;
        var countMask = Vector512.Create(rules.Scale.CountMask);
        var leastCount = Vector512.Create((long)rules.MinSamplesLeaf - 1);
        var mostCount = Vector512.Create((long)rules.Scale.CountOf(total) - rules.MinSamplesLeaf + 1);
        var leastWeight = Vector512.Create(rules.MinChildWeight);
        var l2 = Vector512.Create(rules.L2);
        var totalGradient = Vector512.Create((double)total.Gradient);
        var totalHessian = Vector512.Create(rules.Scale.ScaledHessianOf(total));
        var extraGradient = Vector512.Create(extraLeft.Gradient);
        var extraHessian = Vector512.Create(extraLeft.HessianAndCount);
        var binLimit = Vector512.Create((long)binCount);
        var nearlyOne = Vector512.Create(1 - RoundingShare);
        Vector512<long> bin = Vector512<long>.Indices;
        var best = Vector512.Create(bestScore);
        var bestBin = Vector512.Create(-1L);
        for (int first = 0; first < binCount; first += Lanes)
        {
            Vector512<long> leftBoth = Vector512.Load(hessians + first) + extraHessian;
            Vector512<long> leftCount = leftBoth & countMask;
            var leftHessian = Vector512.ConvertToDouble(leftBoth >>> bits);
            var leftGradient =
                Vector512.ConvertToDouble(Vector512.Load(gradients + first) + extraGradient);
            Vector512<double> rightGradient = totalGradient - leftGradient;
            Vector512<double> rightHessian = totalHessian - leftHessian;
            Vector512<long> allowed =
                Vector512.GreaterThan(leftCount, leastCount)
                & Vector512.LessThan(leftCount, mostCount)
                & Vector512.LessThan(bin, binLimit)
                & Vector512.GreaterThanOrEqual(leftHessian, leastWeight).AsInt64()
                & Vector512.GreaterThanOrEqual(rightHessian, leastWeight).AsInt64();
            leftHessian += l2;
            rightHessian += l2;
            Vector512<double> numerator =
                (leftGradient * leftGradient * rightHessian) + (rightGradient * rightGradient * leftHessian);
            Vector512<double> denominator = leftHessian * rightHessian;

            // Most thresholds are clearly worse than the best so far; a division takes as long as all the rest.
            allowed &= Vector512.GreaterThan(numerator, best * denominator * nearlyOne).AsInt64();
            if (allowed == Vector512<long>.Zero)
            {
                bin += Vector512.Create((long)Lanes);
                continue;
            }

            Vector512<double> score = numerator / denominator;
            Vector512<long> better = allowed & Vector512.GreaterThan(score, best).AsInt64();
            best = Vector512.ConditionalSelect(better.AsDouble(), score, best);
            bestBin = Vector512.ConditionalSelect(better, bin, bestBin);
            bin += Vector512.Create((long)Lanes);
        }

        return bestBin == Vector512.Create(-1L) ? -1 : First(best, bestBin, ref bestScore);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int First(Vector512<double> best, Vector512<long> bestBin, ref double bestScore)
    {
        int found = -1;
        for (int lane = 0; lane < Lanes; lane++)
        {
            int bin = (int)bestBin[lane];
            if (bin >= 0 && (best[lane] > bestScore || (found >= 0 && best[lane] == bestScore && bin < found)))
            {
                found = bin;
                bestScore = best[lane];
            }
        }

        return found;
    }
}
