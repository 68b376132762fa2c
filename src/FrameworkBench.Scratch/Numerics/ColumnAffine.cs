using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>Every column of a row-major matrix scaled and shifted by numbers of its own.</summary>
internal static unsafe class ColumnAffine
{
    /// <summary>y[i, j] = (x[i, j] − center[j])·scale[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Center<T>(
        ReadOnlySpan<T> x, int rows, int columns, ReadOnlySpan<T> center, ReadOnlySpan<T> scale, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = rows * columns;
        fixed (T* source = x[..count], middle = center[..columns], factor = scale[..columns], target = y[..count])
        {
            for (int j = 0; j < columns; j += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, columns - j);
                Vector512<T> c = PartialVector.Load(middle + j, lanes, Vector512<T>.Zero);
                Vector512<T> s = PartialVector.Load(factor + j, lanes, Vector512<T>.Zero);
                for (int at = j; at < count; at += columns)
                {
                    Vector512<T> value = PartialVector.Load(source + at, lanes, Vector512<T>.Zero);
                    PartialVector.Store((value - c) * s, target + at, lanes);
                }
            }
        }
    }

    /// <summary>y[i, j] = x[i, j]·scale[j] + shift[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<T>(
        ReadOnlySpan<T> x, int rows, int columns, ReadOnlySpan<T> scale, ReadOnlySpan<T> shift, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = rows * columns;
        fixed (T* source = x[..count], factor = scale[..columns], term = shift[..columns], target = y[..count])
        {
            for (int j = 0; j < columns; j += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, columns - j);
                Vector512<T> s = PartialVector.Load(factor + j, lanes, Vector512<T>.Zero);
                Vector512<T> t = PartialVector.Load(term + j, lanes, Vector512<T>.Zero);
                for (int at = j; at < count; at += columns)
                {
                    Vector512<T> value = PartialVector.Load(source + at, lanes, Vector512<T>.Zero);
                    PartialVector.Store(VectorMath.MultiplyAdd(value, s, t), target + at, lanes);
                }
            }
        }
    }

    /// <summary>z[i, j] = x[i, j]·a[j] + y[i, j]·b[j] + c[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine<T>(
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> a,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> b,
        ReadOnlySpan<T> c,
        int rows,
        int columns,
        Span<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = rows * columns;
        fixed (T* first = x[..count], second = y[..count], target = z[..count])
        fixed (T* firstFactor = a[..columns], secondFactor = b[..columns], shift = c[..columns])
        {
            for (int j = 0; j < columns; j += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, columns - j);
                Vector512<T> p = PartialVector.Load(firstFactor + j, lanes, Vector512<T>.Zero);
                Vector512<T> q = PartialVector.Load(secondFactor + j, lanes, Vector512<T>.Zero);
                Vector512<T> r = PartialVector.Load(shift + j, lanes, Vector512<T>.Zero);
                for (int at = j; at < count; at += columns)
                {
                    Vector512<T> u = PartialVector.Load(first + at, lanes, Vector512<T>.Zero);
                    Vector512<T> v = PartialVector.Load(second + at, lanes, Vector512<T>.Zero);
                    PartialVector.Store(
                        VectorMath.MultiplyAdd(u, p, VectorMath.MultiplyAdd(v, q, r)), target + at, lanes);
                }
            }
        }
    }
}
