using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>Sums down the columns of row-major matrices.</summary>
internal static unsafe class ColumnSums
{
    /// <summary>sums[j] = Σᵢ a[i, j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<T>(ReadOnlySpan<T> a, int rows, int columns, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* source = a[..(rows * columns)], target = sums[..columns])
        {
            for (int j = 0; j < columns; j += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, columns - j);
                Vector512<T> sum = Vector512<T>.Zero;
                T* at = source + j;
                if (lanes == Vector512<T>.Count)
                {
                    for (int i = 0; i < rows; i++, at += columns)
                        sum += Vector512.Load(at);
                }
                else
                {
                    for (int i = 0; i < rows; i++, at += columns)
                        sum += PartialVector.Load(at, lanes, Vector512<T>.Zero);
                }

                PartialVector.Store(sum, target + j, lanes);
            }
        }
    }

    /// <summary>c[i, j] = f(a[i, j], b[i, j]) and sums[j] = Σᵢ c[i, j], in one pass; C may be A or B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfMapped<T, TFunction>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, int rows, int columns, Span<T> c, Span<T> sums, TFunction function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, IElementwisePair<T>
    {
        int count = rows * columns;
        fixed (T* left = a[..count], right = b[..count], result = c[..count], target = sums[..columns])
        {
            for (int j = 0; j < columns; j += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, columns - j);
                Vector512<T> sum = Vector512<T>.Zero;
                if (lanes == Vector512<T>.Count)
                {
                    for (int at = j; at < count; at += columns)
                    {
                        Vector512<T> mapped = function.Apply(Vector512.Load(left + at), Vector512.Load(right + at));
                        mapped.Store(result + at);
                        sum += mapped;
                    }
                }
                else
                {
                    for (int at = j; at < count; at += columns)
                    {
                        Vector512<T> mapped = function.Apply(
                            PartialVector.Load(left + at, lanes, Vector512<T>.Zero),
                            PartialVector.Load(right + at, lanes, Vector512<T>.Zero));
                        PartialVector.Store(mapped, result + at, lanes);
                        sum += mapped;
                    }
                }

                PartialVector.Store(sum, target + j, lanes);
            }
        }
    }

    /// <summary>sums[j] = Σᵢ a[i, j]·b[i, j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfProducts<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int rows, int columns, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* left = a[..(rows * columns)], right = b[..(rows * columns)], target = sums[..columns])
        {
            for (int j = 0; j < columns; j += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, columns - j);
                Vector512<T> sum = Vector512<T>.Zero;
                for (int i = 0; i < rows; i++)
                {
                    int at = (i * columns) + j;
                    sum = VectorMath.MultiplyAdd(
                        PartialVector.Load(left + at, lanes, Vector512<T>.Zero),
                        PartialVector.Load(right + at, lanes, Vector512<T>.Zero),
                        sum);
                }

                PartialVector.Store(sum, target + j, lanes);
            }
        }
    }
}
