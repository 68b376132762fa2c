using System.Numerics;

namespace FrameworkBench.Scratch.Networks.Losses;

/// <summary>
/// Categorical cross-entropy from probabilities: logarithms are held above −100 and p in the slope above 10⁻¹².
/// </summary>
internal sealed class CategoricalCrossEntropy<T> : LossFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override double Evaluate(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient, int rows, int columns)
    {
        T lowest = T.CreateTruncating(-100);
        T smallest = T.CreateTruncating(1e-12);
        T scale = T.One / T.CreateTruncating(rows);
        double total = 0;
        for (int i = 0; i < rows * columns; i++)
        {
            T p = predictions[i];
            T t = targets[i];
            total -= double.CreateTruncating(t * T.Max(T.Log(p), lowest));
            if (!gradient.IsEmpty)
                gradient[i] = -t / T.Max(p, smallest) * scale;
        }

        return total / rows;
    }
}
