using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Losses;

/// <summary>
/// Categorical cross-entropy behind a softmax, from the logits z: Σ t·(ln Σ e^z − z); its slope is p·Σt − t.
/// </summary>
internal sealed unsafe class SoftmaxCrossEntropy<T> : LossFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private AlignedBuffer<T> probabilities = new(0);

    public override bool TakesLogits => true;

    public override double Evaluate(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient, int rows, int columns)
    {
        probabilities = AlignedBuffer<T>.AtLeast(probabilities, columns);
        T scale = T.One / T.CreateTruncating(rows);
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> z = predictions.Slice(row * columns, columns);
            ReadOnlySpan<T> t = targets.Slice(row * columns, columns);
            T logSum = RowSoftmax.Of(z, probabilities.Span);
            total += double.CreateTruncating(LossOfRow(z, t, logSum, out T mass));
            if (!gradient.IsEmpty)
                SlopeOfRow(t, mass, scale, gradient.Slice(row * columns, columns));
        }

        return total / rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T LossOfRow(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, T logSum, out T mass)
    {
        Vector512<T> losses = Vector512<T>.Zero;
        Vector512<T> masses = Vector512<T>.Zero;
        fixed (T* z = logits, truth = targets)
        {
            for (int i = 0; i < logits.Length; i += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, logits.Length - i);
                Vector512<T> t = PartialVector.Load(truth + i, lanes, Vector512<T>.Zero);
                Vector512<T> cost = t * (Vector512.Create(logSum) - PartialVector.Load(z + i, lanes, Vector512<T>.Zero));
                // A class of probability zero costs nothing, even where its logit is infinite.
                losses += Vector512.AndNot(cost, Vector512.Equals(t, Vector512<T>.Zero));
                masses += t;
            }
        }

        mass = Vector512.Sum(masses);
        return Vector512.Sum(losses);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SlopeOfRow(ReadOnlySpan<T> targets, T mass, T scale, Span<T> slopes)
    {
        fixed (T* probability = probabilities.Span, truth = targets, slope = slopes)
        {
            for (int i = 0; i < targets.Length; i += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, targets.Length - i);
                Vector512<T> p = PartialVector.Load(probability + i, lanes, Vector512<T>.Zero);
                Vector512<T> t = PartialVector.Load(truth + i, lanes, Vector512<T>.Zero);
                PartialVector.Store(((p * Vector512.Create(mass)) - t) * Vector512.Create(scale), slope + i, lanes);
            }
        }
    }
}
