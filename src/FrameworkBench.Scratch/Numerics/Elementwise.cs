using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>Loops over contiguous arrays, a vector at a time. Inputs and output may be the same array.</summary>
/// <remarks>
/// Loops over vectors are compiled with all optimisation at their first call, here and in the other kernels: vector code
/// that is compiled quickly first runs so slowly that it would take longer than a short training does. They are not put
/// inside their callers: a caller that is compiled anew later would call a long function where the loop has it inside.
/// </remarks>
internal static unsafe class Elementwise
{
    /// <summary>y[i] = f(x[i]) for every element of <paramref name="x"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Map<T, TFunction>(ReadOnlySpan<T> x, Span<T> y, TFunction function)
        where T : unmanaged
        where TFunction : struct, IElementwise<T>
    {
        int whole = x.Length - (x.Length % Vector512<T>.Count);
        fixed (T* px = x, py = y[..x.Length])
        {
            for (int i = 0; i < whole; i += Vector512<T>.Count)
                function.Apply(Vector512.Load(px + i)).Store(py + i);
            int rest = x.Length - whole;
            if (rest > 0)
            {
                Vector512<T> last = PartialVector.Load(px + whole, rest, Vector512<T>.Zero);
                PartialVector.Store(function.Apply(last), py + whole, rest);
            }
        }
    }

    /// <summary>z[i] = f(x[i], y[i]) for every element of <paramref name="x"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Map<T, TFunction>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z, TFunction function)
        where T : unmanaged
        where TFunction : struct, IElementwisePair<T>
    {
        int whole = x.Length - (x.Length % Vector512<T>.Count);
        fixed (T* px = x, py = y[..x.Length], pz = z[..x.Length])
        {
            for (int i = 0; i < whole; i += Vector512<T>.Count)
                function.Apply(Vector512.Load(px + i), Vector512.Load(py + i)).Store(pz + i);
            int rest = x.Length - whole;
            if (rest > 0)
            {
                Vector512<T> lastX = PartialVector.Load(px + whole, rest, Vector512<T>.Zero);
                Vector512<T> lastY = PartialVector.Load(py + whole, rest, Vector512<T>.Zero);
                PartialVector.Store(function.Apply(lastX, lastY), pz + whole, rest);
            }
        }
    }
}
