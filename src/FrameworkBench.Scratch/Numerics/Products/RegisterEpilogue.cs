using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>
/// C = f(C) for a function of an instruction or two: it costs nothing on the way from a register to memory. One that
/// needs registers of its own would drive the sums out of theirs.
/// </summary>
internal readonly struct RegisterEpilogue<T, TFunction>(TFunction function) : IEpilogue<T>
    where T : unmanaged
    where TFunction : struct, IElementwise<T>
{
    public static bool TakesBlocks => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector, TLanes>(TVector sums)
        where TVector : unmanaged
        where TLanes : struct, ILanes<T, TVector> => TLanes.Apply(function, sums);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(in Tile<T> block, int rows)
    {
    }
}
