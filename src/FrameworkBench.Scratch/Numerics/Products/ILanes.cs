namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>
/// The few vector operations that a matrix product needs, for one width of vector. The kernels are written once over
/// this; the compiler makes one of them for every width and number type.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TVector">The hardware's vector of them.</typeparam>
internal unsafe interface ILanes<T, TVector>
    where T : unmanaged
    where TVector : unmanaged
{
    /// <summary>Numbers in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Rows of a full tile: as many as the registers hold accumulators for.</summary>
    static abstract int TileRows { get; }

    static abstract TVector Load(T* source);

    static abstract TVector LoadFirst(T* source, int count);

    static abstract void Store(T* target, TVector value);

    static abstract void StoreFirst(T* target, TVector value, int count);

    static abstract TVector Broadcast(T* source);

    static abstract TVector Add(TVector a, TVector b);

    /// <summary>f(x), element by element.</summary>
    static abstract TVector Apply<TFunction>(TFunction function, TVector x)
        where TFunction : struct, IElementwise<T>;

    /// <summary>a·b + c.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);
}
