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
        int count = rows * columns;
        T scale = T.One / T.CreateTruncating(rows);
        fixed (T* z = predictions[..count], t = targets[..count], slope = gradient)
        {
            double total = columns <= Vector512<T>.Count
                ? NarrowRows(z, t, slope, rows, columns, scale)
                : WideRows(z, t, slope, rows, columns, scale);
            return total / rows;
        }
    }

    // A row in one vector: nothing is stored in between.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double NarrowRows(T* logits, T* targets, T* slopes, int rows, int columns, T scale)
    {
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            int at = row * columns;
            Vector512<T> z = PartialVector.Load(logits + at, columns, RowSoftmax.Nothing<T>());
            Vector512<T> t = PartialVector.Load(targets + at, columns, Vector512<T>.Zero);
            Vector512<T> p = RowSoftmax.Of(z, out T logSum);
            total += double.CreateTruncating(Vector512.Sum(Cost(z, t, logSum)));
            if (slopes != null)
                PartialVector.Store(((p * Vector512.Create(Vector512.Sum(t))) - t) * Vector512.Create(scale), slopes + at, columns);
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double WideRows(T* logits, T* targets, T* slopes, int rows, int columns, T scale)
    {
        probabilities = AlignedBuffer<T>.AtLeast(probabilities, columns);
        T* probability = probabilities.Address;
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            int at = row * columns;
            T logSum = RowSoftmax.Of(new ReadOnlySpan<T>(logits + at, columns), probabilities.Span);
            Vector512<T> costs = Vector512<T>.Zero;
            Vector512<T> masses = Vector512<T>.Zero;
            for (int i = 0; i < columns; i += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, columns - i);
                Vector512<T> t = PartialVector.Load(targets + at + i, lanes, Vector512<T>.Zero);
                costs += Cost(PartialVector.Load(logits + at + i, lanes, Vector512<T>.Zero), t, logSum);
                masses += t;
            }

            total += double.CreateTruncating(Vector512.Sum(costs));
            if (slopes == null)
                continue;
            var mass = Vector512.Create(Vector512.Sum(masses));
            for (int i = 0; i < columns; i += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, columns - i);
                Vector512<T> p = PartialVector.Load(probability + i, lanes, Vector512<T>.Zero);
                Vector512<T> t = PartialVector.Load(targets + at + i, lanes, Vector512<T>.Zero);
                PartialVector.Store(((p * mass) - t) * Vector512.Create(scale), slopes + at + i, lanes);
            }
        }

        return total;
    }

    // A class of probability zero costs nothing, even where its logit is infinite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Cost(Vector512<T> z, Vector512<T> t, T logSum) =>
        Vector512.AndNot(t * (Vector512.Create(logSum) - z), Vector512.Equals(t, Vector512<T>.Zero));
}
