using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// Adds rows' gradients to the bins they fall in: the innermost loop of boosting. A histogram holds
/// <see cref="Stride"/> entries a feature.
/// </summary>
internal static unsafe class HistogramKernel
{
    /// <summary>
    /// Entries between the histograms of two features: 256 bins, and one cache line more, since addresses that are a
    /// multiple of 4096 bytes apart would hinder each other's loads and stores.
    /// </summary>
    public const int Stride = 260;

    private const int EntryBytes = 16;
    private const int StrideBytes = Stride * EntryBytes;

    /// <summary>Counts a group of features.</summary>
    /// <param name="bins">rows of the table × <paramref name="width"/> bytes.</param>
    /// <param name="width">8, 4, 2 or 1 features.</param>
    /// <param name="rows">The node's rows.</param>
    /// <param name="gradients">The entry of each of the node's rows, in the same order.</param>
    /// <param name="count">How many rows the node has.</param>
    /// <param name="histogram">The first feature's entries.</param>
    public static void Add(
        byte* bins, int width, int* rows, GradientSum* gradients, int count, GradientSum* histogram)
    {
        switch (width)
        {
            case 8:
                Add8((ulong*)bins, rows, gradients, count, (byte*)histogram);
                break;
            case 4:
                Add4((uint*)bins, rows, gradients, count, (byte*)histogram);
                break;
            case 2:
                Add2((ushort*)bins, rows, gradients, count, (byte*)histogram);
                break;
            default:
                Add1(bins, rows, gradients, count, (byte*)histogram);
                break;
        }
    }

    /// <summary>Takes one histogram from another, entry by entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(GradientSum* from, GradientSum* what, int bins)
    {
        // Rounded up to whole vectors: the entries behind a feature's bins, up to the stride, mean nothing.
        long* left = (long*)from;
        long* right = (long*)what;
        for (int at = 0; at < 2 * bins; at += Vector512<long>.Count)
            (Vector512.Load(left + at) - Vector512.Load(right + at)).Store(left + at);
    }

    /// <summary>The sum of a feature's entries: that of all rows counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static GradientSum Sum(GradientSum* histogram, int bins)
    {
        GradientSum sum = default;
        for (int bin = 0; bin < bins; bin++)
            sum += histogram[bin];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add8(ulong* bins, int* rows, GradientSum* gradients, int count, byte* histogram)
    {
        for (int i = 0; i < count; i++)
        {
            var entry = Vector128.Load((long*)(gradients + i));
            ulong bin = bins[rows[i]];
            AddTo(histogram, (bin << 4) & 0xFF0, entry);
            AddTo(histogram + StrideBytes, (bin >> 4) & 0xFF0, entry);
            AddTo(histogram + (2 * StrideBytes), (bin >> 12) & 0xFF0, entry);
            AddTo(histogram + (3 * StrideBytes), (bin >> 20) & 0xFF0, entry);
            AddTo(histogram + (4 * StrideBytes), (bin >> 28) & 0xFF0, entry);
            AddTo(histogram + (5 * StrideBytes), (bin >> 36) & 0xFF0, entry);
            AddTo(histogram + (6 * StrideBytes), (bin >> 44) & 0xFF0, entry);
            AddTo(histogram + (7 * StrideBytes), (bin >> 52) & 0xFF0, entry);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add4(uint* bins, int* rows, GradientSum* gradients, int count, byte* histogram)
    {
        for (int i = 0; i < count; i++)
        {
            var entry = Vector128.Load((long*)(gradients + i));
            ulong bin = bins[rows[i]];
            AddTo(histogram, (bin << 4) & 0xFF0, entry);
            AddTo(histogram + StrideBytes, (bin >> 4) & 0xFF0, entry);
            AddTo(histogram + (2 * StrideBytes), (bin >> 12) & 0xFF0, entry);
            AddTo(histogram + (3 * StrideBytes), (bin >> 20) & 0xFF0, entry);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add2(ushort* bins, int* rows, GradientSum* gradients, int count, byte* histogram)
    {
        for (int i = 0; i < count; i++)
        {
            var entry = Vector128.Load((long*)(gradients + i));
            ulong bin = bins[rows[i]];
            AddTo(histogram, (bin << 4) & 0xFF0, entry);
            AddTo(histogram + StrideBytes, (bin >> 4) & 0xFF0, entry);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add1(byte* bins, int* rows, GradientSum* gradients, int count, byte* histogram)
    {
        for (int i = 0; i < count; i++)
            AddTo(histogram, (ulong)bins[rows[i]] << 4, Vector128.Load((long*)(gradients + i)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(byte* histogram, ulong offset, Vector128<long> entry)
    {
        long* place = (long*)(histogram + offset);
        (Vector128.Load(place) + entry).Store(place);
    }
}
