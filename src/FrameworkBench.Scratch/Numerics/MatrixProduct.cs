using System.Numerics;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Numerics.Products;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>
/// Products of dense row-major matrices. A span may be longer than its matrix: what lies behind B may then be read
/// (and means nothing), which spares a copy of its last columns; nothing behind C is written.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <summary>C = A·B + bias: A is rows × inner, B inner × columns, C rows × columns, bias one row (or empty).</summary>
    public static void Multiply<T>(
        int rows, int inner, int columns, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> bias, Span<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckSizes(rows, inner, columns, a.Length, b.Length, c.Length);
        fixed (T* left = a, right = b, start = bias.IsEmpty ? bias : bias[..columns], result = c)
            Dispatch(rows, inner, columns, left, inner, 1, right, columns, b.Length, start, result, default(NoEpilogue<T>));
    }

    /// <summary>
    /// Z = A·B + bias and Y = f(Z), computed while the sums of Z are at hand. Y may be Z, when nobody needs Z: then simple
    /// functions meet the sums before they are stored.
    /// </summary>
    public static void Multiply<T, TFunction>(
        int rows,
        int inner,
        int columns,
        ReadOnlySpan<T> a,
        ReadOnlySpan<T> b,
        ReadOnlySpan<T> bias,
        Span<T> z,
        Span<T> y,
        TFunction function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, IElementwise<T>
    {
        CheckSizes(rows, inner, columns, a.Length, b.Length, Math.Min(z.Length, y.Length));
        fixed (T* left = a, right = b, start = bias.IsEmpty ? bias : bias[..columns], sums = z, result = y)
        {
            if (TFunction.IsSimple && sums == result)
            {
                var inRegisters = new RegisterEpilogue<T, TFunction>(function);
                Dispatch(rows, inner, columns, left, inner, 1, right, columns, b.Length, start, sums, inRegisters);
            }
            else
            {
                var inCache = new BlockEpilogue<T, TFunction>(function, sums, result);
                Dispatch(rows, inner, columns, left, inner, 1, right, columns, b.Length, start, sums, inCache);
            }
        }
    }

    /// <summary>C = Aᵀ·B: A is inner × rows, B inner × columns, C rows × columns.</summary>
    public static void MultiplyTransposedLeft<T>(
        int rows, int inner, int columns, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckSizes(rows, inner, columns, a.Length, b.Length, c.Length);
        fixed (T* left = a, right = b, result = c)
            Dispatch(rows, inner, columns, left, 1, rows, right, columns, b.Length, null, result, default(NoEpilogue<T>));
    }

    /// <summary>C = A·Bᵀ: A is rows × inner, B columns × inner, C rows × columns.</summary>
    public static void MultiplyTransposedRight<T>(
        int rows, int inner, int columns, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckSizes(rows, inner, columns, a.Length, b.Length, c.Length);
        int width = 2 * Vector512<T>.Count;
        int stride = (columns + width - 1) / width * width;
        T* transposed = PackingSpace<T>.ForTransposed(inner * stride);
        fixed (T* left = a, right = b, result = c)
        {
            Transposition.Of(right, columns, inner, transposed, stride);
            Dispatch(
                rows, inner, columns, left, inner, 1, transposed, stride, (nint)inner * stride, null, result, default(NoEpilogue<T>));
        }
    }

    private static void Dispatch<T, TEpilogue>(
        int rows,
        int inner,
        int columns,
        T* a,
        nint aRow,
        nint aInner,
        T* b,
        nint bRow,
        nint bReadable,
        T* bias,
        T* c,
        TEpilogue epilogue)
        where T : unmanaged
        where TEpilogue : struct, IEpilogue<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            BlockedProduct<T, Vector512<T>, Lanes512<T>>.Multiply(
                rows, inner, columns, a, aRow, aInner, b, bRow, bReadable, bias, c, epilogue);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            BlockedProduct<T, Vector256<T>, Lanes256<T>>.Multiply(
                rows, inner, columns, a, aRow, aInner, b, bRow, bReadable, bias, c, epilogue);
        }
        else
        {
            BlockedProduct<T, Vector128<T>, Lanes128<T>>.Multiply(
                rows, inner, columns, a, aRow, aInner, b, bRow, bReadable, bias, c, epilogue);
        }
    }

    private static void CheckSizes(int rows, int inner, int columns, long a, long b, long c)
    {
        if ((long)rows * inner > a || (long)inner * columns > b || (long)rows * columns > c)
        {
            throw new ArgumentException(
                $"A product of {rows} × {inner} and {inner} × {columns} does not fit operands of {a}, {b} and {c} elements.");
        }
    }
}
