using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>
/// The innermost loops of a matrix product: a tile of C stays in registers while the rows of B stream by, each
/// element of A multiplied with one or two vectors of B. Every tile size is written out, because accumulators live in
/// registers only as locals of their own.
/// </summary>
internal static unsafe class TileKernels<T, TVector, TLanes>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>Computes a tile of 12, 4 or 1 rows and up to two vectors of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply(in Tile<T> tile, int rows)
    {
        if (tile.Columns > TLanes.Count)
        {
            if (rows == 12)
                Multiply12x2(tile);
            else if (rows == 4)
                Multiply4x2(tile);
            else
                Multiply1x2(tile);
        }
        else if (rows == 12)
        {
            Multiply12x1(tile);
        }
        else if (rows == 4)
        {
            Multiply4x1(tile);
        }
        else
        {
            Multiply1x1(tile);
        }
    }

    /// <summary>Twelve rows, two vectors of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply12x2(in Tile<T> tile)
    {
        TVector start0 = Start(tile, 0);
        TVector start1 = Start(tile, 1);
        TVector c00 = start0, c01 = start1;
        TVector c10 = start0, c11 = start1;
        TVector c20 = start0, c21 = start1;
        TVector c30 = start0, c31 = start1;
        TVector c40 = start0, c41 = start1;
        TVector c50 = start0, c51 = start1;
        TVector c60 = start0, c61 = start1;
        TVector c70 = start0, c71 = start1;
        TVector c80 = start0, c81 = start1;
        TVector c90 = start0, c91 = start1;
        TVector c100 = start0, c101 = start1;
        TVector c110 = start0, c111 = start1;
        nint row = tile.ARow, step = tile.AInner, next = tile.BRow;
        T* a = tile.A;
        T* a3 = tile.A + (3 * row);
        T* a6 = tile.A + (6 * row);
        T* a9 = tile.A + (9 * row);
        T* b = tile.B;
        for (nint k = tile.Inner; k > 0; k--)
        {
            TVector b0 = TLanes.Load(b);
            TVector b1 = TLanes.Load(b + TLanes.Count);
            TVector x = TLanes.Broadcast(a);
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            c01 = TLanes.MultiplyAdd(x, b1, c01);
            x = TLanes.Broadcast(a + row);
            c10 = TLanes.MultiplyAdd(x, b0, c10);
            c11 = TLanes.MultiplyAdd(x, b1, c11);
            x = TLanes.Broadcast(a + (2 * row));
            c20 = TLanes.MultiplyAdd(x, b0, c20);
            c21 = TLanes.MultiplyAdd(x, b1, c21);
            x = TLanes.Broadcast(a3);
            c30 = TLanes.MultiplyAdd(x, b0, c30);
            c31 = TLanes.MultiplyAdd(x, b1, c31);
            x = TLanes.Broadcast(a3 + row);
            c40 = TLanes.MultiplyAdd(x, b0, c40);
            c41 = TLanes.MultiplyAdd(x, b1, c41);
            x = TLanes.Broadcast(a3 + (2 * row));
            c50 = TLanes.MultiplyAdd(x, b0, c50);
            c51 = TLanes.MultiplyAdd(x, b1, c51);
            x = TLanes.Broadcast(a6);
            c60 = TLanes.MultiplyAdd(x, b0, c60);
            c61 = TLanes.MultiplyAdd(x, b1, c61);
            x = TLanes.Broadcast(a6 + row);
            c70 = TLanes.MultiplyAdd(x, b0, c70);
            c71 = TLanes.MultiplyAdd(x, b1, c71);
            x = TLanes.Broadcast(a6 + (2 * row));
            c80 = TLanes.MultiplyAdd(x, b0, c80);
            c81 = TLanes.MultiplyAdd(x, b1, c81);
            x = TLanes.Broadcast(a9);
            c90 = TLanes.MultiplyAdd(x, b0, c90);
            c91 = TLanes.MultiplyAdd(x, b1, c91);
            x = TLanes.Broadcast(a9 + row);
            c100 = TLanes.MultiplyAdd(x, b0, c100);
            c101 = TLanes.MultiplyAdd(x, b1, c101);
            x = TLanes.Broadcast(a9 + (2 * row));
            c110 = TLanes.MultiplyAdd(x, b0, c110);
            c111 = TLanes.MultiplyAdd(x, b1, c111);
            a += step;
            a3 += step;
            a6 += step;
            a9 += step;
            b += next;
        }

        Finish(tile, 0, c00, c01);
        Finish(tile, 1, c10, c11);
        Finish(tile, 2, c20, c21);
        Finish(tile, 3, c30, c31);
        Finish(tile, 4, c40, c41);
        Finish(tile, 5, c50, c51);
        Finish(tile, 6, c60, c61);
        Finish(tile, 7, c70, c71);
        Finish(tile, 8, c80, c81);
        Finish(tile, 9, c90, c91);
        Finish(tile, 10, c100, c101);
        Finish(tile, 11, c110, c111);
    }

    /// <summary>Twelve rows, one vector of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply12x1(in Tile<T> tile)
    {
        TVector start0 = Start(tile, 0);
        TVector c00 = start0;
        TVector c10 = start0;
        TVector c20 = start0;
        TVector c30 = start0;
        TVector c40 = start0;
        TVector c50 = start0;
        TVector c60 = start0;
        TVector c70 = start0;
        TVector c80 = start0;
        TVector c90 = start0;
        TVector c100 = start0;
        TVector c110 = start0;
        nint row = tile.ARow, step = tile.AInner, next = tile.BRow;
        T* a = tile.A;
        T* a3 = tile.A + (3 * row);
        T* a6 = tile.A + (6 * row);
        T* a9 = tile.A + (9 * row);
        T* b = tile.B;
        for (nint k = tile.Inner; k > 0; k--)
        {
            TVector b0 = TLanes.Load(b);
            TVector x = TLanes.Broadcast(a);
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            x = TLanes.Broadcast(a + row);
            c10 = TLanes.MultiplyAdd(x, b0, c10);
            x = TLanes.Broadcast(a + (2 * row));
            c20 = TLanes.MultiplyAdd(x, b0, c20);
            x = TLanes.Broadcast(a3);
            c30 = TLanes.MultiplyAdd(x, b0, c30);
            x = TLanes.Broadcast(a3 + row);
            c40 = TLanes.MultiplyAdd(x, b0, c40);
            x = TLanes.Broadcast(a3 + (2 * row));
            c50 = TLanes.MultiplyAdd(x, b0, c50);
            x = TLanes.Broadcast(a6);
            c60 = TLanes.MultiplyAdd(x, b0, c60);
            x = TLanes.Broadcast(a6 + row);
            c70 = TLanes.MultiplyAdd(x, b0, c70);
            x = TLanes.Broadcast(a6 + (2 * row));
            c80 = TLanes.MultiplyAdd(x, b0, c80);
            x = TLanes.Broadcast(a9);
            c90 = TLanes.MultiplyAdd(x, b0, c90);
            x = TLanes.Broadcast(a9 + row);
            c100 = TLanes.MultiplyAdd(x, b0, c100);
            x = TLanes.Broadcast(a9 + (2 * row));
            c110 = TLanes.MultiplyAdd(x, b0, c110);
            a += step;
            a3 += step;
            a6 += step;
            a9 += step;
            b += next;
        }

        Finish(tile, 0, c00);
        Finish(tile, 1, c10);
        Finish(tile, 2, c20);
        Finish(tile, 3, c30);
        Finish(tile, 4, c40);
        Finish(tile, 5, c50);
        Finish(tile, 6, c60);
        Finish(tile, 7, c70);
        Finish(tile, 8, c80);
        Finish(tile, 9, c90);
        Finish(tile, 10, c100);
        Finish(tile, 11, c110);
    }

    /// <summary>Four rows, two vectors of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply4x2(in Tile<T> tile)
    {
        TVector start0 = Start(tile, 0);
        TVector start1 = Start(tile, 1);
        TVector c00 = start0, c01 = start1;
        TVector c10 = start0, c11 = start1;
        TVector c20 = start0, c21 = start1;
        TVector c30 = start0, c31 = start1;
        nint row = tile.ARow, step = tile.AInner, next = tile.BRow;
        T* a = tile.A;
        T* b = tile.B;
        for (nint k = tile.Inner; k > 0; k--)
        {
            TVector b0 = TLanes.Load(b);
            TVector b1 = TLanes.Load(b + TLanes.Count);
            TVector x = TLanes.Broadcast(a);
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            c01 = TLanes.MultiplyAdd(x, b1, c01);
            x = TLanes.Broadcast(a + row);
            c10 = TLanes.MultiplyAdd(x, b0, c10);
            c11 = TLanes.MultiplyAdd(x, b1, c11);
            x = TLanes.Broadcast(a + (2 * row));
            c20 = TLanes.MultiplyAdd(x, b0, c20);
            c21 = TLanes.MultiplyAdd(x, b1, c21);
            x = TLanes.Broadcast(a + (3 * row));
            c30 = TLanes.MultiplyAdd(x, b0, c30);
            c31 = TLanes.MultiplyAdd(x, b1, c31);
            a += step;
            b += next;
        }

        Finish(tile, 0, c00, c01);
        Finish(tile, 1, c10, c11);
        Finish(tile, 2, c20, c21);
        Finish(tile, 3, c30, c31);
    }

    /// <summary>Four rows, one vector of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply4x1(in Tile<T> tile)
    {
        TVector start0 = Start(tile, 0);
        TVector c00 = start0;
        TVector c10 = start0;
        TVector c20 = start0;
        TVector c30 = start0;
        nint row = tile.ARow, step = tile.AInner, next = tile.BRow;
        T* a = tile.A;
        T* b = tile.B;
        for (nint k = tile.Inner; k > 0; k--)
        {
            TVector b0 = TLanes.Load(b);
            TVector x = TLanes.Broadcast(a);
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            x = TLanes.Broadcast(a + row);
            c10 = TLanes.MultiplyAdd(x, b0, c10);
            x = TLanes.Broadcast(a + (2 * row));
            c20 = TLanes.MultiplyAdd(x, b0, c20);
            x = TLanes.Broadcast(a + (3 * row));
            c30 = TLanes.MultiplyAdd(x, b0, c30);
            a += step;
            b += next;
        }

        Finish(tile, 0, c00);
        Finish(tile, 1, c10);
        Finish(tile, 2, c20);
        Finish(tile, 3, c30);
    }

    /// <summary>One row, two vectors of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply1x2(in Tile<T> tile)
    {
        TVector start0 = Start(tile, 0);
        TVector start1 = Start(tile, 1);
        TVector c00 = start0, c01 = start1;
        nint row = tile.ARow, step = tile.AInner, next = tile.BRow;
        T* a = tile.A;
        T* b = tile.B;
        for (nint k = tile.Inner; k > 0; k--)
        {
            TVector b0 = TLanes.Load(b);
            TVector b1 = TLanes.Load(b + TLanes.Count);
            TVector x = TLanes.Broadcast(a);
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            c01 = TLanes.MultiplyAdd(x, b1, c01);
            a += step;
            b += next;
        }

        Finish(tile, 0, c00, c01);
    }

    /// <summary>One row, one vector of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply1x1(in Tile<T> tile)
    {
        TVector start0 = Start(tile, 0);
        TVector c00 = start0;
        nint row = tile.ARow, step = tile.AInner, next = tile.BRow;
        T* a = tile.A;
        T* b = tile.B;
        for (nint k = tile.Inner; k > 0; k--)
        {
            TVector b0 = TLanes.Load(b);
            TVector x = TLanes.Broadcast(a);
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            a += step;
            b += next;
        }

        Finish(tile, 0, c00);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Start(in Tile<T> tile, int vector)
    {
        if (tile.Bias == null)
            return default;
        T* bias = tile.Bias + (vector * TLanes.Count);
        int columns = tile.Columns - (vector * TLanes.Count);
        return columns >= TLanes.Count ? TLanes.Load(bias) : TLanes.LoadFirst(bias, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(in Tile<T> tile, nint row, TVector value0, TVector value1)
    {
        T* c = tile.C + (row * tile.CRow);
        Put(c, value0, TLanes.Count, tile.Accumulate);
        Put(c + TLanes.Count, value1, tile.Columns - TLanes.Count, tile.Accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(in Tile<T> tile, nint row, TVector value) =>
        Put(tile.C + (row * tile.CRow), value, tile.Columns, tile.Accumulate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(T* c, TVector value, int columns, bool accumulate)
    {
        if (columns >= TLanes.Count)
            TLanes.Store(c, accumulate ? TLanes.Add(TLanes.Load(c), value) : value);
        else
            TLanes.StoreFirst(c, accumulate ? TLanes.Add(TLanes.LoadFirst(c, columns), value) : value, columns);
    }
}
