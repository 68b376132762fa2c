namespace FrameworkBench.Scratch.Numerics.Products;

/// <summary>Room that each thread keeps for the packed operands of its products; it only grows.</summary>
internal static unsafe class PackingSpace<T>
    where T : unmanaged
{
    [ThreadStatic]
    private static AlignedBuffer<T>? roomForA;

    [ThreadStatic]
    private static AlignedBuffer<T>? roomForB;

    [ThreadStatic]
    private static AlignedBuffer<T>? roomForTransposed;

    public static T* ForA(int length) => Reserve(ref roomForA, length);

    public static T* ForB(int length) => Reserve(ref roomForB, length);

    public static T* ForTransposed(int length) => Reserve(ref roomForTransposed, length);

    // The buffer never moves, so its address may be kept.
    private static T* Reserve(ref AlignedBuffer<T>? room, int length)
    {
        room = AlignedBuffer<T>.AtLeast(room, length);
        return room.Address;
    }
}
