using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Losses;

/// <summary>The mean of (p − t)² over rows and columns; its slope is 2·(p − t) / (rows·columns).</summary>
internal sealed class MeanSquaredError<T> : LossFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override unsafe double Evaluate(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient, int rows, int columns)
    {
        int count = rows * columns;
        int width = Vector512<T>.Count;
        double total = 0;
        Vector512<T> scale = VectorMath.Constant<T>(2.0 / count);
        fixed (T* outputs = predictions[..count], truth = targets[..count], slope = gradient)
        {
            for (int i = 0; i < count; i += width)
            {
                int lanes = Math.Min(width, count - i);
                Vector512<T> error = PartialVector.Load(outputs + i, lanes, Vector512<T>.Zero)
                    - PartialVector.Load(truth + i, lanes, Vector512<T>.Zero);
                total += double.CreateTruncating(Vector512.Sum(error * error));
                if (!gradient.IsEmpty)
                    PartialVector.Store(error * scale, slope + i, lanes);
            }
        }

        return total / count;
    }
}
