using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>Vectors of 128 bits, what every machine has.</summary>
internal readonly unsafe struct Lanes128<T> : ILanes<T, Vector128<T>>
    where T : unmanaged
{
    public static int Count => Vector128<T>.Count;

    public static int TileRows => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(T* source) => Vector128.Load(source);

    // Lane by lane without a call: a call would drive the accumulators of the kernel out of their registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadFirst(T* source, int count)
    {
        Vector128<T> value = default;
        if (count > 0)
            value = value.WithElement(0, source[0]);
        if (count > 1)
            value = value.WithElement(1, source[1]);
        if (Vector128<T>.Count > 2 && count > 2)
            value = value.WithElement(2, source[2]);
        if (Vector128<T>.Count > 3 && count > 3)
            value = value.WithElement(3, source[3]);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T* target, Vector128<T> value) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(T* target, Vector128<T> value, int count)
    {
        if (count > 0)
            target[0] = value.GetElement(0);
        if (count > 1)
            target[1] = value.GetElement(1);
        if (Vector128<T>.Count > 2 && count > 2)
            target[2] = value.GetElement(2);
        if (Vector128<T>.Count > 3 && count > 3)
            target[3] = value.GetElement(3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Broadcast(T* source) => Vector128.Create(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> a, Vector128<T> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Apply<TFunction>(TFunction function, Vector128<T> x)
        where TFunction : struct, IElementwise<T> => function.Apply(x.ToVector256Unsafe().ToVector512Unsafe()).GetLower().GetLower();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> a, Vector128<T> b, Vector128<T> c) =>
        typeof(T) == typeof(float)
            ? Vector128.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
            : Vector128.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();
}
