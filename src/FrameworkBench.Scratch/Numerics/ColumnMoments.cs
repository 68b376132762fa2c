using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>Mean and variance of the columns of a row-major matrix.</summary>
internal static unsafe class ColumnMoments
{
    /// <summary>Means, then (biased) variances about them in a second sweep, which does not cancel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<T>(ReadOnlySpan<T> a, int rows, int columns, Span<T> means, Span<T> variances)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector512<T> share = VectorMath.Constant<T>(1.0 / rows);
        fixed (T* source = a[..(rows * columns)], mean = means[..columns], variance = variances[..columns])
        {
            for (int j = 0; j < columns; j += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, columns - j);
                Vector512<T> sum = Vector512<T>.Zero;
                for (int i = 0; i < rows; i++)
                    sum += PartialVector.Load(source + (i * columns) + j, lanes, Vector512<T>.Zero);
                Vector512<T> middle = sum * share;
                Vector512<T> squares = Vector512<T>.Zero;
                for (int i = 0; i < rows; i++)
                {
                    Vector512<T> off = PartialVector.Load(source + (i * columns) + j, lanes, Vector512<T>.Zero) - middle;
                    squares = VectorMath.MultiplyAdd(off, off, squares);
                }

                PartialVector.Store(middle, mean + j, lanes);
                PartialVector.Store(squares * share, variance + j, lanes);
            }
        }
    }
}
