using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>Leaves the product as it is.</summary>
internal readonly struct NoEpilogue<T> : IEpilogue<T>
    where T : unmanaged
{
    public static bool TakesBlocks => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector, TLanes>(TVector sums)
        where TVector : unmanaged
        where TLanes : struct, ILanes<T, TVector> => sums;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(in Tile<T> block, int rows)
    {
    }
}
