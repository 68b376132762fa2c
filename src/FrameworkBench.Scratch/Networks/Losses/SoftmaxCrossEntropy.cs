using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Losses;

/// <summary>
/// Categorical cross-entropy behind a softmax, from the logits z: Σ t·(ln Σ e^z − z); its slope is p·Σt − t.
/// </summary>
internal sealed class SoftmaxCrossEntropy<T> : LossFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private AlignedBuffer<T> probabilities = new(0);

    public override bool TakesLogits => true;

    public override double Evaluate(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient, int rows, int columns)
    {
        probabilities = AlignedBuffer<T>.AtLeast(probabilities, columns);
        Span<T> p = probabilities.Span[..columns];
        T scale = T.One / T.CreateTruncating(rows);
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> z = predictions.Slice(row * columns, columns);
            ReadOnlySpan<T> t = targets.Slice(row * columns, columns);
            T logSum = RowSoftmax.Of(z, p);
            T mass = T.Zero;
            T loss = T.Zero;
            for (int i = 0; i < t.Length; i++)
            {
                // A class of probability zero costs nothing, whatever its logit.
                if (t[i] != T.Zero)
                    loss += t[i] * (logSum - z[i]);
                mass += t[i];
            }

            total += double.CreateTruncating(loss);
            if (gradient.IsEmpty)
                continue;
            Span<T> slope = gradient.Slice(row * columns, columns);
            for (int i = 0; i < slope.Length; i++)
                slope[i] = ((p[i] * mass) - t[i]) * scale;
        }

        return total / rows;
    }
}
