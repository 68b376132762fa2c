using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>
/// C = A·B (+ bias) over tiles. Small operands are read where they lie; large ones are cut into blocks that fit the
/// caches and copied into tile order first (Goto and van de Geijn 2008). An epilogue meets the sums as soon as they are
/// complete.
/// </summary>
internal static unsafe class BlockedProduct<T, TVector, TLanes>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    // A block of A of this many bytes stays in the second-level cache, a panel of B in the first.
    private const int InnerBlock = 256;
    private const int RowBlock = 120;
    private const int ColumnBlock = 512;
    private const int DirectBytes = 128 * 1024;

    // Sums that wait for their epilogue stay in the second-level cache.
    private const int WaitingBytes = 96 * 1024;

    private static int PanelColumns => 2 * TLanes.Count;

    /// <summary>Computes the product.</summary>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="inner">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="a">A, with any strides.</param>
    /// <param name="aRow">From a row of A to the next.</param>
    /// <param name="aInner">From a column of A to the next.</param>
    /// <param name="b">B, its rows contiguous.</param>
    /// <param name="bRow">From a row of B to the next.</param>
    /// <param name="bReadable">Elements from <paramref name="b"/> on that may be read.</param>
    /// <param name="bias">A row that is added to every row; null for none.</param>
    /// <param name="c">C, row-major and contiguous.</param>
    /// <param name="epilogue">What happens to finished sums.</param>
    public static void Multiply<TEpilogue>(
        int rows,
        int inner,
        int columns,
        T* a,
        nint aRow,
        nint aInner,
        T* b,
        nint bRow,
        nint bReadable,
        T* bias,
        T* c,
        TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
    {
        var tile = new Tile<T>
        {
            A = a,
            ARow = aRow,
            AInner = aInner,
            B = b,
            BRow = bRow,
            Bias = bias,
            C = c,
            CRow = columns,
            Inner = inner,
        };
        // Copying B pays only when enough rows use the copy.
        if (rows <= 2 * TLanes.TileRows || (nint)inner * columns * sizeof(T) <= DirectBytes)
        {
            int waiting = TEpilogue.TakesBlocks ? WaitingBytes / (columns * sizeof(T)) / TLanes.TileRows * TLanes.TileRows : rows;
            for (int height; rows > 0; rows -= height)
            {
                height = Math.Min(rows, Math.Max(waiting, TLanes.TileRows));
                Direct(tile, height, columns, bReadable, epilogue);
                tile.Columns = columns;
                epilogue.Finish(tile, height);
                tile.A += height * aRow;
                tile.C += height * columns;
            }
        }
        else
        {
            Blocked(tile, rows, columns, epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Direct<TEpilogue>(Tile<T> tile, int rows, int columns, nint bReadable, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
    {
        T* a = tile.A;
        T* b = tile.B;
        T* bias = tile.Bias;
        T* c = tile.C;
        nint bRow = tile.BRow;
        for (int j = 0; j < columns; j += PanelColumns)
        {
            tile.Columns = Math.Min(PanelColumns, columns - j);
            int read = tile.Columns > TLanes.Count ? PanelColumns : TLanes.Count;
            bool readable = ((tile.Inner - 1) * bRow) + j + read <= bReadable;
            tile.B = b + j;
            tile.BRow = bRow;
            if (!readable)
            {
                T* packed = PackingSpace<T>.ForB((int)tile.Inner * read);
                PackColumns(tile, packed, read);
                tile.B = packed;
                tile.BRow = read;
            }

            tile.A = a;
            tile.Bias = bias == null ? null : bias + j;
            tile.C = c + j;
            Rows(tile, rows, epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blocked<TEpilogue>(Tile<T> whole, int rows, int columns, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
    {
        int panel = PanelColumns;
        T* c = whole.C;
        for (int jBlock = 0; jBlock < columns; jBlock += ColumnBlock)
        {
            int width = Math.Min(ColumnBlock, columns - jBlock);
            for (int kBlock = 0; kBlock < whole.Inner; kBlock += InnerBlock)
            {
                int depth = (int)Math.Min(InnerBlock, whole.Inner - kBlock);
                bool isLast = kBlock + depth == whole.Inner;
                T* packedB = PackingSpace<T>.ForB(depth * ((width + panel - 1) / panel) * panel);
                for (int j = 0; j < width; j += panel)
                {
                    Tile<T> source = whole;
                    source.B += (kBlock * whole.BRow) + jBlock + j;
                    source.Inner = depth;
                    source.Columns = Math.Min(panel, width - j);
                    PackColumns(source, packedB + (j * depth), panel);
                }

                for (int iBlock = 0; iBlock < rows; iBlock += RowBlock)
                {
                    int height = Math.Min(RowBlock, rows - iBlock);
                    int tileRows = TLanes.TileRows;
                    T* packedA = PackingSpace<T>.ForA(depth * ((height + tileRows - 1) / tileRows) * tileRows);
                    PackRows(whole.A + (iBlock * whole.ARow) + (kBlock * whole.AInner), whole.ARow, whole.AInner, height, depth, packedA);
                    for (int j = 0; j < width; j += panel)
                    {
                        for (int i = 0; i < height; i += tileRows)
                        {
                            var tile = new Tile<T>
                            {
                                A = packedA + (i * depth),
                                ARow = 1,
                                AInner = tileRows,
                                B = packedB + (j * depth),
                                BRow = panel,
                                Bias = whole.Bias == null || kBlock > 0 ? null : whole.Bias + jBlock + j,
                                C = c + ((iBlock + i) * whole.CRow) + jBlock + j,
                                CRow = whole.CRow,
                                Inner = depth,
                                Columns = Math.Min(panel, width - j),
                                Accumulate = kBlock > 0,
                            };
                            int tall = Math.Min(tileRows, height - i);
                            if (isLast)
                                Rows(tile, tall, epilogue);
                            else
                                Rows(tile, tall, default(NoEpilogue<T>));
                        }
                    }

                    if (isLast)
                    {
                        whole.C = c + (iBlock * whole.CRow) + jBlock;
                        whole.Columns = width;
                        epilogue.Finish(whole, height);
                    }
                }
            }
        }
    }

    // Full tiles, then tiles of four rows, then single rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TEpilogue>(Tile<T> tile, int rows, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
    {
        while (rows > 0)
        {
            int height = rows >= TLanes.TileRows ? TLanes.TileRows : rows >= 4 ? 4 : 1;
            TileKernels<T, TVector, TLanes>.Multiply(tile, height, epilogue);
            tile.A += height * tile.ARow;
            tile.C += height * tile.CRow;
            rows -= height;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackColumns(in Tile<T> tile, T* target, int width)
    {
        T* source = tile.B;
        for (nint k = 0; k < tile.Inner; k++, source += tile.BRow, target += width)
        {
            if (tile.Columns == width)
            {
                for (int j = 0; j < width; j += TLanes.Count)
                    TLanes.Store(target + j, TLanes.Load(source + j));
            }
            else
            {
                for (int j = 0; j < width; j++)
                    target[j] = j < tile.Columns ? source[j] : default;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackRows(T* a, nint aRow, nint aInner, int height, int depth, T* target)
    {
        int tileRows = TLanes.TileRows;
        for (int i = 0; i < height; i += tileRows, target += depth * tileRows)
        {
            int rows = Math.Min(tileRows, height - i);
            if (aRow == 1)
            {
                for (int k = 0; k < depth; k++)
                    new ReadOnlySpan<T>(a + i + (k * aInner), rows).CopyTo(new Span<T>(target + (k * tileRows), rows));
                continue;
            }

            for (int r = 0; r < rows; r++)
            {
                T* source = a + ((i + r) * aRow);
                for (int k = 0; k < depth; k++)
                    target[(k * tileRows) + r] = source[k * aInner];
            }
        }
    }
}
