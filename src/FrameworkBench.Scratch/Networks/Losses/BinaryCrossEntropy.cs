using System.Numerics;

namespace FrameworkBench.Scratch.Networks.Losses;

/// <summary>
/// Binary cross-entropy from probabilities: logarithms are held above −100 and p·(1 − p) in the slope above 10⁻¹², as in
/// PyTorch's BCELoss.
/// </summary>
internal sealed class BinaryCrossEntropy<T> : LossFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override double Evaluate(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient, int rows, int columns)
    {
        int count = rows * columns;
        T lowest = T.CreateTruncating(-100);
        T smallest = T.CreateTruncating(1e-12);
        T scale = T.One / T.CreateTruncating(count);
        double total = 0;
        for (int i = 0; i < count; i++)
        {
            T p = predictions[i];
            T t = targets[i];
            T positive = T.Max(T.Log(p), lowest);
            T negative = T.Max(T.Log(T.One - p), lowest);
            total -= double.CreateTruncating((t * positive) + ((T.One - t) * negative));
            if (!gradient.IsEmpty)
                gradient[i] = (p - t) / T.Max(p * (T.One - p), smallest) * scale;
        }

        return total / count;
    }
}
