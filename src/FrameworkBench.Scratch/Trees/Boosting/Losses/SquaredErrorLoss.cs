using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees.Boosting.Losses;

/// <summary>Half the squared error: gradient prediction − target, hessian 1. The mean loss is reported without the half.</summary>
/// <param name="targets">The target of each row.</param>
internal sealed class SquaredErrorLoss(double[] targets) : BoostingLoss(targets.Length, outputs: 1)
{
    private double[] predictions = [];
    private double absoluteSum;
    private double squareSum;

    /// <inheritdoc/>
    public override double[] Baseline() => [targets.Average()];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Update(double[] raw, int threads)
    {
        predictions = raw;
        absoluteSum = 0;
        squareSum = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            double residual = raw[row] - targets[row];
            absoluteSum += Math.Abs(residual);
            squareSum += residual * residual;
        }
    }

    /// <inheritdoc/>
    public override double Mean() => squareSum / Rows;

    /// <inheritdoc/>
    public override GradientScale ScaleOf(int output) => new(Rows, absoluteSum, Rows);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fill(int output, in GradientScale scale, Span<GradientSum> entries)
    {
        long hessianAndCount = scale.Entry(0, 1).HessianAndCount;
        for (int row = 0; row < targets.Length; row++)
        {
            entries[row].Gradient = (long)Math.Round((predictions[row] - targets[row]) * scale.Gradient);
            entries[row].HessianAndCount = hessianAndCount;
        }
    }

    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<double> raw, Span<double> prediction) => prediction[0] = raw[0];
}
