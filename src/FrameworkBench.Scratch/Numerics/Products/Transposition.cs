using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>Turns rows into columns.</summary>
internal static unsafe class Transposition
{
    /// <summary>target[j, i] = source[i, j]; the rows of the target lie <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<T>(T* source, int rows, int columns, T* target, int stride)
        where T : unmanaged
    {
        const int Block = 8;
        int wholeRows = 0;
        int wholeColumns = 0;
        if (typeof(T) == typeof(float) && Avx.IsSupported)
        {
            wholeRows = rows - (rows % Block);
            wholeColumns = columns - (columns % Block);
            for (int i = 0; i < wholeRows; i += Block)
            {
                for (int j = 0; j < wholeColumns; j += Block)
                    Block8((float*)source + (i * columns) + j, columns, (float*)target + (j * stride) + i, stride);
            }
        }

        for (int i = 0; i < rows; i++)
        {
            for (int j = i < wholeRows ? wholeColumns : 0; j < columns; j++)
                target[(j * stride) + i] = source[(i * columns) + j];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block8(float* source, int columns, float* target, int stride)
    {
        Vector256<float> r0 = Avx.LoadVector256(source);
        Vector256<float> r1 = Avx.LoadVector256(source + columns);
        Vector256<float> r2 = Avx.LoadVector256(source + (2 * columns));
        Vector256<float> r3 = Avx.LoadVector256(source + (3 * columns));
        Vector256<float> r4 = Avx.LoadVector256(source + (4 * columns));
        Vector256<float> r5 = Avx.LoadVector256(source + (5 * columns));
        Vector256<float> r6 = Avx.LoadVector256(source + (6 * columns));
        Vector256<float> r7 = Avx.LoadVector256(source + (7 * columns));

        // Pairs of rows interleaved, then pairs of pairs, then the halves of the vectors exchanged.
        Vector256<float> p0 = Avx.UnpackLow(r0, r1), p1 = Avx.UnpackHigh(r0, r1);
        Vector256<float> p2 = Avx.UnpackLow(r2, r3), p3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> p4 = Avx.UnpackLow(r4, r5), p5 = Avx.UnpackHigh(r4, r5);
        Vector256<float> p6 = Avx.UnpackLow(r6, r7), p7 = Avx.UnpackHigh(r6, r7);
        Vector256<float> q0 = Avx.Shuffle(p0, p2, 0x44), q1 = Avx.Shuffle(p0, p2, 0xEE);
        Vector256<float> q2 = Avx.Shuffle(p1, p3, 0x44), q3 = Avx.Shuffle(p1, p3, 0xEE);
        Vector256<float> q4 = Avx.Shuffle(p4, p6, 0x44), q5 = Avx.Shuffle(p4, p6, 0xEE);
        Vector256<float> q6 = Avx.Shuffle(p5, p7, 0x44), q7 = Avx.Shuffle(p5, p7, 0xEE);
        Avx.Store(target, Avx.Permute2x128(q0, q4, 0x20));
        Avx.Store(target + stride, Avx.Permute2x128(q1, q5, 0x20));
        Avx.Store(target + (2 * stride), Avx.Permute2x128(q2, q6, 0x20));
        Avx.Store(target + (3 * stride), Avx.Permute2x128(q3, q7, 0x20));
        Avx.Store(target + (4 * stride), Avx.Permute2x128(q0, q4, 0x31));
        Avx.Store(target + (5 * stride), Avx.Permute2x128(q1, q5, 0x31));
        Avx.Store(target + (6 * stride), Avx.Permute2x128(q2, q6, 0x31));
        Avx.Store(target + (7 * stride), Avx.Permute2x128(q3, q7, 0x31));
    }
}
