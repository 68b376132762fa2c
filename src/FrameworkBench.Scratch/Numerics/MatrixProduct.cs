using System.Numerics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>
/// Products of dense row-major matrices. A span may be longer than its matrix; what lies behind is not touched.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>C = A·B + bias: A is rows × inner, B inner × columns, C rows × columns, bias one row (or empty).</summary>
    public static void Multiply<T>(
        int rows, int inner, int columns, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> bias, Span<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows; i++)
        {
            Span<T> target = c.Slice(i * columns, columns);
            if (bias.IsEmpty)
                target.Clear();
            else
                bias[..columns].CopyTo(target);
            for (int k = 0; k < inner; k++)
            {
                T factor = a[(i * inner) + k];
                for (int j = 0; j < columns; j++)
                    target[j] += factor * b[(k * columns) + j];
            }
        }
    }

    /// <summary>C = Aᵀ·B: A is inner × rows, B inner × columns, C rows × columns.</summary>
    public static void MultiplyTransposedLeft<T>(
        int rows, int inner, int columns, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        c[..(rows * columns)].Clear();
        for (int k = 0; k < inner; k++)
        {
            for (int i = 0; i < rows; i++)
            {
                T factor = a[(k * rows) + i];
                for (int j = 0; j < columns; j++)
                    c[(i * columns) + j] += factor * b[(k * columns) + j];
            }
        }
    }

    /// <summary>C = A·Bᵀ: A is rows × inner, B columns × inner, C rows × columns.</summary>
    public static void MultiplyTransposedRight<T>(
        int rows, int inner, int columns, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                T sum = T.Zero;
                for (int k = 0; k < inner; k++)
                    sum += a[(i * inner) + k] * b[(j * inner) + k];
                c[(i * columns) + j] = sum;
            }
        }
    }
}
