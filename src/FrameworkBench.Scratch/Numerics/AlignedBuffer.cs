using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>
/// A contiguous run of numbers that starts on a cache line and never moves. Behind its last element lies slack that may
/// be read but means nothing, so that a kernel may load whole vectors at the edge of a matrix.
/// </summary>
internal sealed class AlignedBuffer<T>
    where T : unmanaged
{
    private const int CacheLineBytes = 64;
    private const int SlackBytes = 256;

    private readonly T[] storage;
    private readonly int start;

    /// <summary>A buffer of zeros.</summary>
    public unsafe AlignedBuffer(int length)
    {
        Length = length;
        int slack = (SlackBytes + CacheLineBytes) / sizeof(T);
        storage = GC.AllocateArray<T>(length + slack, pinned: true);
        nint address = (nint)Unsafe.AsPointer(ref storage[0]);
        start = (int)(((CacheLineBytes - (address % CacheLineBytes)) % CacheLineBytes) / sizeof(T));
    }

    public int Length { get; }

    /// <summary>Where the first element lies.</summary>
    public unsafe T* Address => (T*)Unsafe.AsPointer(ref storage[start]);

    /// <summary>The elements, without the slack.</summary>
    public Span<T> Span => storage.AsSpan(start, Length);

    /// <summary>The elements from an offset on, and the slack behind them.</summary>
    public Span<T> From(int offset) => storage.AsSpan(start + offset);

    /// <summary>This buffer when it is long enough, otherwise a new one.</summary>
    public static AlignedBuffer<T> AtLeast(AlignedBuffer<T>? buffer, int length) =>
        buffer is not null && buffer.Length >= length ? buffer : new AlignedBuffer<T>(length);
}
