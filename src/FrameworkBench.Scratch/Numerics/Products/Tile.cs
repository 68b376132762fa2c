namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>One tile of a product: where its operands lie and how far apart their rows are.</summary>
internal unsafe struct Tile<T>
    where T : unmanaged
{
    /// <summary>The first row of A; its element (row, k) lies <see cref="ARow"/>·row + <see cref="AInner"/>·k further.</summary>
    public T* A;

    /// <summary>From a row of A to the next.</summary>
    public nint ARow;

    /// <summary>From an element of a row of A to the next.</summary>
    public nint AInner;

    /// <summary>The first column of B that is wanted; whole vectors are read from here in every row.</summary>
    public T* B;

    /// <summary>From a row of B to the next.</summary>
    public nint BRow;

    /// <summary>What every row of C starts from; null for zero.</summary>
    public T* Bias;

    /// <summary>The first element of C that is wanted.</summary>
    public T* C;

    /// <summary>From a row of C to the next.</summary>
    public nint CRow;

    /// <summary>Products that are summed for each element.</summary>
    public nint Inner;

    /// <summary>Columns of C that are written.</summary>
    public int Columns;

    /// <summary>Whether the product is added to C rather than put in its place.</summary>
    public bool Accumulate;
}
