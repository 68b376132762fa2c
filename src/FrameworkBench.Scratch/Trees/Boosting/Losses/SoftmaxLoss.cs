using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Trees.Boosting.Losses;

/// <summary>
/// Log loss of three and more classes; with p the softmax of the raw predictions the gradient of class k is p_k − y_k
/// and the hessian p_k(1 − p_k).
/// </summary>
internal sealed class SoftmaxLoss : BoostingLoss
{
    private const double LeastShare = 2.220446049250313e-16;

    private readonly int[] classes;
    private readonly double[] probability;
    private readonly double[][] hessianSums;

    /// <summary>The loss of these classes, 0 … classCount − 1.</summary>
    public SoftmaxLoss(ReadOnlySpan<int> classes, int classCount)
        : base(classes.Length, classCount)
    {
        this.classes = classes.ToArray();
        probability = new double[checked(RowStride * classCount)];
        hessianSums = new double[classCount][];
        for (int output = 0; output < classCount; output++)
            hessianSums[output] = new double[RowBlocks.BlockOf(RowStride - 1) + 1];
    }

    /// <inheritdoc/>
    public override double[] Baseline()
    {
        double[] logs = new double[Outputs];
        foreach (int label in classes)
            logs[label]++;
        for (int output = 0; output < Outputs; output++)
            logs[output] = Math.Log(Math.Clamp(logs[output] / Rows, LeastShare, 1 - LeastShare));
        double mean = logs.Average();
        return Array.ConvertAll(logs, log => log - mean);
    }

    /// <inheritdoc/>
    public override void Update(double[] raw, int threads)
    {
        // Each block has sums of its own, so that they do not depend on how blocks are shared out.
        RowBlocks.ForEach(RowStride, threads, (first, count) =>
        {
            Span<Vector512<double>> hessians = new Vector512<double>[Outputs];
            for (int row = first; row < first + count; row += Lanes)
                UpdateLanes(raw, row, hessians);
            int block = RowBlocks.BlockOf(first);
            for (int output = 0; output < Outputs; output++)
                hessianSums[output][block] = Vector512.Sum(hessians[output]);
        });
    }

    /// <inheritdoc/>
    public override double Mean()
    {
        double sum = 0;
        for (int row = 0; row < Rows; row++)
            sum -= Math.Log(Math.Max(probability[(classes[row] * RowStride) + row], double.Epsilon));
        return sum / Rows;
    }

    /// <inheritdoc/>
    public override GradientScale ScaleOf(int output) => new(Rows, Rows, hessianSums[output].Sum());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fill(int output, in GradientScale scale, Span<GradientSum> entries)
    {
        ReadOnlySpan<double> own = probability.AsSpan(output * RowStride, Rows);
        for (int row = 0; row < own.Length; row++)
        {
            double p = own[row];
            entries[row] = scale.Entry(p - (classes[row] == output ? 1 : 0), p * (1 - p));
        }
    }

    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<double> raw, Span<double> prediction)
    {
        double most = raw[0];
        foreach (double value in raw)
            most = Math.Max(most, value);
        double sum = 0;
        for (int output = 0; output < raw.Length; output++)
        {
            prediction[output] = Math.Exp(raw[output] - most);
            sum += prediction[output];
        }

        for (int output = 0; output < raw.Length; output++)
            prediction[output] /= sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdateLanes(double[] raw, int row, Span<Vector512<double>> hessians)
    {
        var most = Vector512.Create(raw, row);
        for (int at = row + RowStride; at < probability.Length; at += RowStride)
            most = Vector512.MaxNative(most, Vector512.Create(raw, at));
        Vector512<double> sum = default;
        for (int at = row; at < probability.Length; at += RowStride)
        {
            var e = Vector512.Exp(Vector512.Create(raw, at) - most);
            e.CopyTo(probability, at);
            sum += e;
        }

        Vector512<double> scale = Vector512<double>.One / sum;
        for (int output = 0, at = row; output < Outputs; output++, at += RowStride)
        {
            Vector512<double> p = Vector512.Create(probability, at) * scale;
            p.CopyTo(probability, at);
            hessians[output] += p - (p * p);
        }
    }
}
