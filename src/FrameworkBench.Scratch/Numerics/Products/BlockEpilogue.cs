using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>Y = f(C), block by block, for any function; Y has the shape of C, and may be C itself.</summary>
internal readonly unsafe struct BlockEpilogue<T, TFunction>(TFunction function, T* c, T* y) : IEpilogue<T>
    where T : unmanaged
    where TFunction : struct, IElementwise<T>
{
    public static bool TakesBlocks => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector, TLanes>(TVector sums)
        where TVector : unmanaged
        where TLanes : struct, ILanes<T, TVector> => sums;

    public void Finish(in Tile<T> block, int rows)
    {
        // Rows that reach from edge to edge lie one behind the other: one long row, which has fewer ends.
        bool isWhole = block.Columns == block.CRow;
        int count = isWhole ? rows * block.Columns : block.Columns;
        for (int row = 0; row < (isWhole ? 1 : rows); row++)
        {
            T* sums = block.C + (row * block.CRow);
            Elementwise.Map(new ReadOnlySpan<T>(sums, count), new Span<T>(y + (sums - c), count), function);
        }
    }
}
