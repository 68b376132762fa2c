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

        if (Avx.IsSupported)
        {
            Vector256<T> low = Load(source, count);
            Vector256<T> high = Load(source + Vector256<T>.Count, count - Vector256<T>.Count);
            return Vector512.ConditionalSelect(Mask<T>(count), Vector512.Create(low, high), fill);
        }

        return LoadOverStack(source, count, fill);
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
        }
        else if (Avx.IsSupported)
        {
            Store(value.GetLower(), target, count);
            Store(value.GetUpper(), target + Vector256<T>.Count, count - Vector256<T>.Count);
        }
        else
        {
            StoreOverStack(value, target, count);
        }
    }

    /// <summary>The first elements, at most a vector's, and zero in the other lanes. AVX only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(T* source, int count)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Avx.MaskLoad((float*)source, HalfMask<float>(count)).As<float, T>()
            : Avx.MaskLoad((double*)source, HalfMask<double>(count)).As<double, T>();

    /// <summary>Writes the first lanes, at most all of them. AVX only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, T* target, int count)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            Avx.MaskStore((float*)target, HalfMask<float>(count), value.As<T, float>());
        else
            Avx.MaskStore((double*)target, HalfMask<double>(count), value.As<T, double>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Mask<T>(int count) =>
        Vector512.LessThan(Vector512<T>.Indices, VectorMath.Constant<T>(count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> HalfMask<T>(int count) =>
        Vector256.LessThan(Vector256<T>.Indices, VectorMath.Constant<T>(count).GetLower());

    private static Vector512<T> LoadOverStack<T>(T* source, int count, Vector512<T> fill)
        where T : unmanaged
    {
        T* lanes = stackalloc T[Vector512<T>.Count];
        fill.Store(lanes);
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(lanes, Vector512<T>.Count));
        return Vector512.Load(lanes);
    }

    private static void StoreOverStack<T>(Vector512<T> value, T* target, int count)
        where T : unmanaged
    {
        T* lanes = stackalloc T[Vector512<T>.Count];
        value.Store(lanes);
        new ReadOnlySpan<T>(lanes, count).CopyTo(new Span<T>(target, count));
    }
}
