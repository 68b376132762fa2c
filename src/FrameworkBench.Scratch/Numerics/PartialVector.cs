using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>The first few lanes of a vector, for the end of an array: nothing beyond them is read or written.</summary>
internal static unsafe class PartialVector
{
    /// <summary>The first <paramref name="count"/> elements, and <paramref name="fill"/> in the other lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T>(T* source, int count, Vector512<T> fill)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.MaskLoad((float*)source, Mask<float>(count), fill.As<T, float>()).As<float, T>()
                : Avx512F.MaskLoad((double*)source, Mask<double>(count), fill.As<T, double>()).As<double, T>();
        }

        T* lanes = stackalloc T[Vector512<T>.Count];
        fill.Store(lanes);
        for (int lane = 0; lane < count; lane++)
            lanes[lane] = source[lane];
        return Vector512.Load(lanes);
    }

    /// <summary>Writes the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, T* target, int count)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            if (typeof(T) == typeof(float))
                Avx512F.MaskStore((float*)target, Mask<float>(count), value.As<T, float>());
            else
                Avx512F.MaskStore((double*)target, Mask<double>(count), value.As<T, double>());
            return;
        }

        T* lanes = stackalloc T[Vector512<T>.Count];
        value.Store(lanes);
        for (int lane = 0; lane < count; lane++)
            target[lane] = lanes[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Mask<T>(int count) =>
        Vector512.LessThan(Vector512<T>.Indices, VectorMath.Constant<T>(count));
}
