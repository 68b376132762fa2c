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
    public static void Multiply<TEpilogue>(in Tile<T> tile, int rows, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
    {
        if (tile.Columns > TLanes.Count)
        {
            if (rows == 12)
                Multiply12x2(tile, epilogue);
            else if (rows == 4)
                Multiply4x2(tile, epilogue);
            else
                Multiply1x2(tile, epilogue);
        }
        else if (rows == 12)
        {
            Multiply12x1(tile, epilogue);
        }
        else if (rows == 4)
        {
            Multiply4x1(tile, epilogue);
        }
        else
        {
            Multiply1x1(tile, epilogue);
        }
    }

    /// <summary>Twelve rows, two vectors of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply12x2<TEpilogue>(in Tile<T> tile, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
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

        Finish(tile, epilogue, 0, c00, c01);
        Finish(tile, epilogue, 1, c10, c11);
        Finish(tile, epilogue, 2, c20, c21);
        Finish(tile, epilogue, 3, c30, c31);
        Finish(tile, epilogue, 4, c40, c41);
        Finish(tile, epilogue, 5, c50, c51);
        Finish(tile, epilogue, 6, c60, c61);
        Finish(tile, epilogue, 7, c70, c71);
        Finish(tile, epilogue, 8, c80, c81);
        Finish(tile, epilogue, 9, c90, c91);
        Finish(tile, epilogue, 10, c100, c101);
        Finish(tile, epilogue, 11, c110, c111);
    }

    /// <summary>Twelve rows, one vector of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply12x1<TEpilogue>(in Tile<T> tile, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
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

        Finish(tile, epilogue, 0, c00);
        Finish(tile, epilogue, 1, c10);
        Finish(tile, epilogue, 2, c20);
        Finish(tile, epilogue, 3, c30);
        Finish(tile, epilogue, 4, c40);
        Finish(tile, epilogue, 5, c50);
        Finish(tile, epilogue, 6, c60);
        Finish(tile, epilogue, 7, c70);
        Finish(tile, epilogue, 8, c80);
        Finish(tile, epilogue, 9, c90);
        Finish(tile, epilogue, 10, c100);
        Finish(tile, epilogue, 11, c110);
    }

    /// <summary>Four rows, two vectors of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply4x2<TEpilogue>(in Tile<T> tile, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
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

        Finish(tile, epilogue, 0, c00, c01);
        Finish(tile, epilogue, 1, c10, c11);
        Finish(tile, epilogue, 2, c20, c21);
        Finish(tile, epilogue, 3, c30, c31);
    }

    /// <summary>Four rows, one vector of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply4x1<TEpilogue>(in Tile<T> tile, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
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

        Finish(tile, epilogue, 0, c00);
        Finish(tile, epilogue, 1, c10);
        Finish(tile, epilogue, 2, c20);
        Finish(tile, epilogue, 3, c30);
    }

    /// <summary>One row, two vectors of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply1x2<TEpilogue>(in Tile<T> tile, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
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

        Finish(tile, epilogue, 0, c00, c01);
    }

    /// <summary>One row, one vector of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply1x1<TEpilogue>(in Tile<T> tile, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
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

        Finish(tile, epilogue, 0, c00);
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
    private static void Finish<TEpilogue>(in Tile<T> tile, TEpilogue epilogue, nint row, TVector value0, TVector value1)
        where TEpilogue : struct, IEpilogue<T>
    {
        T* c = tile.C + (row * tile.CRow);
        Put(c, value0, TLanes.Count, tile.Accumulate, epilogue);
        Put(c + TLanes.Count, value1, tile.Columns - TLanes.Count, tile.Accumulate, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TEpilogue>(in Tile<T> tile, TEpilogue epilogue, nint row, TVector value)
        where TEpilogue : struct, IEpilogue<T> =>
        Put(tile.C + (row * tile.CRow), value, tile.Columns, tile.Accumulate, epilogue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<TEpilogue>(T* c, TVector value, int columns, bool accumulate, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>
    {
        if (columns >= TLanes.Count)
        {
            TVector sum = accumulate ? TLanes.Add(TLanes.Load(c), value) : value;
            TLanes.Store(c, epilogue.Finish<TVector, TLanes>(sum));
        }
        else
        {
            TVector sum = accumulate ? TLanes.Add(TLanes.LoadFirst(c, columns), value) : value;
            TLanes.StoreFirst(c, epilogue.Finish<TVector, TLanes>(sum), columns);
        }
    }
}
