using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>Row-major matrices whose columns have factors.</summary>
internal static unsafe class ColumnFactors
{
    /// <summary>y[i, j] = x[i, j]·s[j]; y may be x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> factors, int rows, int columns, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* from = x[..(rows * columns)], to = y[..(rows * columns)], s = factors[..columns])
        {
            for (int row = 0; row < rows; row++)
            {
                T* source = from + (row * columns);
                T* target = to + (row * columns);
                int j = 0;
                for (; j <= columns - Vector512<T>.Count; j += Vector512<T>.Count)
                    (Vector512.Load(source + j) * Vector512.Load(s + j)).Store(target + j);
                for (; j < columns; j++)
                    target[j] = source[j] * s[j];
            }
        }
    }

    /// <summary>y[i, j] = x[i, j]·s[j] + b[j]; y may be x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> factors, ReadOnlySpan<T> constants, int rows, int columns, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* from = x[..(rows * columns)], to = y[..(rows * columns)], s = factors[..columns], b = constants[..columns])
        {
            for (int row = 0; row < rows; row++)
            {
                T* source = from + (row * columns);
                T* target = to + (row * columns);
                int j = 0;
                for (; j <= columns - Vector512<T>.Count; j += Vector512<T>.Count)
                    VectorMath.MultiplyAdd(Vector512.Load(source + j), Vector512.Load(s + j), Vector512.Load(b + j)).Store(target + j);
                for (; j < columns; j++)
                    target[j] = (source[j] * s[j]) + b[j];
            }
        }
    }
}
