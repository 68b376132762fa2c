using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Losses;

/// <summary>
/// Binary cross-entropy behind a sigmoid, from the logit z: max(z, 0) − z·t + ln(1 + e^−|z|); its slope is σ(z) − t.
/// </summary>
internal sealed class SigmoidCrossEntropy<T> : LossFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool TakesLogits => true;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override unsafe double Evaluate(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient, int rows, int columns)
    {
        int count = rows * columns;
        int width = Vector512<T>.Count;
        double total = 0;
        Vector512<T> scale = VectorMath.Constant<T>(1.0 / count);
        fixed (T* logits = predictions[..count], truth = targets[..count], slope = gradient)
        {
            for (int i = 0; i < count; i += width)
            {
                int lanes = Math.Min(width, count - i);
                // Lanes past the end hold a sure and right answer, which costs nothing.
                Vector512<T> z = PartialVector.Load(logits + i, lanes, VectorMath.Constant<T>(-1e4));
                Vector512<T> t = PartialVector.Load(truth + i, lanes, Vector512<T>.Zero);
                Vector512<T> tail = VectorMath.LogOnePlusUnit(VectorMath.Exp(-Vector512.Abs(z)));
                Vector512<T> loss = Vector512.MaxNative(Vector512<T>.Zero, z) - (z * t) + tail;
                total += double.CreateTruncating(Vector512.Sum(loss));
                if (!gradient.IsEmpty)
                    PartialVector.Store((VectorMath.Sigmoid(z) - t) * scale, slope + i, lanes);
            }
        }

        return total / count;
    }
}
