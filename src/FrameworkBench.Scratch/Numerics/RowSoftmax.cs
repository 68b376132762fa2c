using System.Numerics;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>The softmax of one row, the largest logit taken off first so that nothing overflows.</summary>
internal static unsafe class RowSoftmax
{
    /// <summary>Writes the probabilities and returns ln Σ e^logit.</summary>
    public static T Of<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = logits.Length;
        int width = Vector512<T>.Count;
        fixed (T* source = logits, target = probabilities[..count])
        {
            T largest = source[0];
            for (int i = 1; i < count; i++)
                largest = source[i] > largest ? source[i] : largest;

            Vector512<T> shift = Vector512.Create(largest);
            Vector512<T> sums = Vector512<T>.Zero;
            Vector512<T> lowest = VectorMath.Constant<T>(double.NegativeInfinity);
            for (int i = 0; i < count; i += width)
            {
                int lanes = Math.Min(width, count - i);
                Vector512<T> powers = VectorMath.Exp(PartialVector.Load(source + i, lanes, lowest) - shift);
                sums += powers;
                PartialVector.Store(powers, target + i, lanes);
            }

            T sum = Vector512.Sum(sums);
            Vector512<T> scale = Vector512.Create(T.One / sum);
            for (int i = 0; i < count; i += width)
            {
                int lanes = Math.Min(width, count - i);
                Vector512<T> powers = PartialVector.Load(target + i, lanes, Vector512<T>.Zero);
                PartialVector.Store(powers * scale, target + i, lanes);
            }

            return largest + T.Log(sum);
        }
    }
}
