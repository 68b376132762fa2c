using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>The softmax of one row, the largest logit taken off first so that nothing overflows.</summary>
internal static unsafe class RowSoftmax
{
    /// <summary>Writes the probabilities and returns ln Σ e^logit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Of<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = logits.Length;
        int width = Vector512<T>.Count;
        fixed (T* source = logits, target = probabilities[..count])
        {
            Vector512<T> lowest = VectorMath.Constant<T>(double.NegativeInfinity);
            if (count <= width)
            {
                Vector512<T> z = PartialVector.Load(source, count, lowest);
                T top = Largest(z);
                Vector512<T> powers = VectorMath.Exp(z - Vector512.Create(top));
                T total = Vector512.Sum(powers);
                PartialVector.Store(powers * Vector512.Create(T.One / total), target, count);
                return top + T.Log(total);
            }

            Vector512<T> maxima = lowest;
            for (int i = 0; i < count; i += width)
                maxima = Vector512.MaxNative(maxima, PartialVector.Load(source + i, Math.Min(width, count - i), lowest));
            T largest = Largest(maxima);
            Vector512<T> sums = Vector512<T>.Zero;
            for (int i = 0; i < count; i += width)
            {
                int lanes = Math.Min(width, count - i);
                Vector512<T> powers = VectorMath.Exp(PartialVector.Load(source + i, lanes, lowest) - Vector512.Create(largest));
                sums += powers;
                PartialVector.Store(powers, target + i, lanes);
            }

            T sum = Vector512.Sum(sums);
            for (int i = 0; i < count; i += width)
            {
                int lanes = Math.Min(width, count - i);
                Vector512<T> powers = PartialVector.Load(target + i, lanes, Vector512<T>.Zero);
                PartialVector.Store(powers * Vector512.Create(T.One / sum), target + i, lanes);
            }

            return largest + T.Log(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Largest<T>(Vector512<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> half = Vector256.MaxNative(values.GetLower(), values.GetUpper());
        Vector128<T> quarter = Vector128.MaxNative(half.GetLower(), half.GetUpper());
        T largest = T.MaxNative(quarter[0], quarter[1]);
        return Vector128<T>.Count == 2 ? largest : T.MaxNative(largest, T.MaxNative(quarter[2], quarter[3]));
    }
}
