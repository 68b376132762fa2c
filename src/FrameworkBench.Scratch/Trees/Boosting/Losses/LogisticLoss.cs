using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Trees.Boosting.Losses;

/// <summary>Log loss of two classes; with p = 1/(1 + e^−raw) the gradient is p − y and the hessian p(1 − p).</summary>
internal sealed class LogisticLoss : BoostingLoss
{
    // Keeps the baseline finite when all rows are of one class, as scikit-learn does.
    private const double LeastShare = 10 * 2.220446049250313e-16;

    private const double Small = 1e-9;

    private readonly double[] isSecond;
    private readonly double[] probability;
    private readonly double[] absoluteSums;
    private readonly double[] hessianSums;
    private double[] latest = [];

    /// <summary>The loss of these classes, 0 or 1.</summary>
    public LogisticLoss(ReadOnlySpan<int> classes)
        : base(classes.Length, outputs: 1)
    {
        isSecond = new double[RowStride];
        probability = new double[RowStride];
        absoluteSums = new double[RowBlocks.BlockOf(RowStride - 1) + 1];
        hessianSums = new double[absoluteSums.Length];
        for (int row = 0; row < classes.Length; row++)
            isSecond[row] = classes[row];
    }

    /// <inheritdoc/>
    public override double[] Baseline()
    {
        double share = Math.Clamp(isSecond.Sum() / Rows, LeastShare, 1 - LeastShare);
        return [Math.Log(share / (1 - share))];
    }

    /// <inheritdoc/>
    public override void Update(double[] raw, int threads)
    {
        latest = raw;

        // Each block has sums of its own, so that they do not depend on how blocks are shared out.
        RowBlocks.ForEach(RowStride, threads, (first, count) => UpdateBlock(raw, first, count));
    }

    /// <inheritdoc/>
    public override double Mean()
    {
        double sum = 0;
        for (int row = 0; row < Rows; row++)
        {
            double p = isSecond[row] > 0 ? probability[row] : 1 - probability[row];

            // Of such a small one 1 − p has lost its digits, and −ln p is |raw|.
            sum += p < Small ? Math.Abs(latest[row]) : -Math.Log(p);
        }

        return sum / Rows;
    }

    /// <inheritdoc/>
    public override GradientScale ScaleOf(int output) => new(Rows, absoluteSums.Sum(), hessianSums.Sum());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fill(int output, in GradientScale scale, Span<GradientSum> entries)
    {
        for (int row = 0; row < Rows; row++)
        {
            double p = probability[row];
            entries[row] = scale.Entry(p - isSecond[row], p * (1 - p));
        }
    }

    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<double> raw, Span<double> prediction)
    {
        prediction[1] = 1 / (1 + Math.Exp(-raw[0]));
        prediction[0] = 1 / (1 + Math.Exp(raw[0]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdateBlock(double[] raw, int first, int count)
    {
        Vector512<double> absolute = default;
        Vector512<double> hessian = default;
        for (int row = first; row < first + count; row += Lanes)
        {
            Vector512<double> p = Vector512<double>.One
                / (Vector512<double>.One + Vector512.Exp(-Vector512.Create(raw, row)));
            p.CopyTo(probability, row);
            absolute += Vector512.Abs(p - Vector512.Create(isSecond, row));
            hessian += p - (p * p);
        }

        absoluteSums[RowBlocks.BlockOf(first)] = Vector512.Sum(absolute);
        hessianSums[RowBlocks.BlockOf(first)] = Vector512.Sum(hessian);
    }
}
