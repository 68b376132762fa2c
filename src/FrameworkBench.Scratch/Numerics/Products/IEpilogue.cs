namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>
/// What happens to the sums of a product once they are complete: vector by vector while they are still in registers, or
/// block by block while they lie in a cache. A struct, so that the kernels are compiled with it inside.
/// </summary>
internal interface IEpilogue<T>
    where T : unmanaged
{
    /// <summary>What is stored for a vector of sums.</summary>
    TVector Finish<TVector, TLanes>(TVector sums)
        where TVector : unmanaged
        where TLanes : struct, ILanes<T, TVector>;

    /// <summary>Whether it does anything to stored blocks.</summary>
    static abstract bool TakesBlocks { get; }

    /// <summary>Takes the first <paramref name="rows"/> rows of a stored block, which may be much larger than a tile.</summary>
    void Finish(in Tile<T> block, int rows);
}
