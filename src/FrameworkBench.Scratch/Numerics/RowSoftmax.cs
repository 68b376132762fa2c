using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>The softmax of one row, the largest logit taken off first so that nothing overflows.</summary>
internal static unsafe class RowSoftmax
{
    /// <summary>What stands in the lanes past the end of a row: it gets probability zero.</summary>
    public static Vector512<T> Nothing<T>() => VectorMath.Constant<T>(double.NegativeInfinity);

    /// <summary>Writes the probabilities and returns ln Σ e^logit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Of<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = logits.Length;
        int width = Vector512<T>.Count;
        fixed (T* source = logits, target = probabilities[..count])
        {
            if (count <= width)
            {
                PartialVector.Store(Of(PartialVector.Load(source, count, Nothing<T>()), out T logSum), target, count);
                return logSum;
            }

            Vector512<T> maxima = Nothing<T>();
            for (int i = 0; i < count; i += width)
                maxima = Vector512.MaxNative(maxima, PartialVector.Load(source + i, Math.Min(width, count - i), Nothing<T>()));
            T largest = Largest(maxima);
            Vector512<T> sums = Vector512<T>.Zero;
            for (int i = 0; i < count; i += width)
            {
                int lanes = Math.Min(width, count - i);
                Vector512<T> z = PartialVector.Load(source + i, lanes, Nothing<T>());
                Vector512<T> powers = VectorMath.Exp(z - Vector512.Create(largest));
                sums += powers;
                PartialVector.Store(powers, target + i, lanes);
            }

            T sum = Vector512.Sum(sums);
            var scale = Vector512.Create(T.One / sum);
            for (int i = 0; i < count; i += width)
            {
                int lanes = Math.Min(width, count - i);
                PartialVector.Store(PartialVector.Load(target + i, lanes, Vector512<T>.Zero) * scale, target + i, lanes);
            }

            return largest + T.Log(sum);
        }
    }

    /// <summary>The same for a row that fits into one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> logits, out T logSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = Largest(logits);
        Vector512<T> powers = VectorMath.Exp(logits - Vector512.Create(largest));
        T sum = Vector512.Sum(powers);
        logSum = largest + T.Log(sum);
        return powers * Vector512.Create(T.One / sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Largest<T>(Vector512<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var half = Vector256.MaxNative(values.GetLower(), values.GetUpper());
        var quarter = Vector128.MaxNative(half.GetLower(), half.GetUpper());
        T largest = T.MaxNative(quarter[0], quarter[1]);
        return Vector128<T>.Count == 2 ? largest : T.MaxNative(largest, T.MaxNative(quarter[2], quarter[3]));
    }
}
