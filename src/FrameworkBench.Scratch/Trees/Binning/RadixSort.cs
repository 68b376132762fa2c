using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees.Binning;

/// <summary>Sorts numbers in time proportional to their count, eleven bits a pass.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    /// <summary>Sorts ascending; −0 comes before +0. NaN must have been taken out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sort(Span<float> values)
    {
        if (values.Length < 512)
        {
            values.Sort();
            return;
        }

        ulong[] keys = new ulong[values.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = KeyOf(values[i]);
        ulong[] sorted = Sort(keys, firstBit: 0, bits: 32);
        for (int i = 0; i < sorted.Length; i++)
            values[i] = ValueOf((uint)sorted[i]);
    }

    /// <summary>The places of the values in ascending order, equal values in their own order; NaN is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Order(ReadOnlySpan<float> values)
    {
        ulong[] keys = new ulong[values.Length];
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsNaN(values[i]))
                keys[count++] = ((ulong)KeyOf(values[i]) << 32) | (uint)i;
        }

        Array.Resize(ref keys, count);
        return Array.ConvertAll(Sort(keys, firstBit: 32, bits: 32), key => (int)(uint)key);
    }

    private static ulong[] Sort(ulong[] keys, int firstBit, int bits)
    {
        if (keys.Length == 0)
            return keys;
        ulong[] other = new ulong[keys.Length];
        Span<int> starts = stackalloc int[Buckets];
        for (int shift = firstBit; shift < firstBit + bits; shift += Bits)
        {
            if (Scatter(keys, other, shift, starts))
                (keys, other) = (other, keys);
        }

        return keys;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Scatter(ulong[] from, ulong[] to, int shift, Span<int> starts)
    {
        starts.Clear();
        foreach (ulong key in from)
            starts[(int)(key >> shift) & (Buckets - 1)]++;
        if (starts[(int)(from[0] >> shift) & (Buckets - 1)] == from.Length)
            return false;
        int start = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            int count = starts[bucket];
            starts[bucket] = start;
            start += count;
        }

        foreach (ulong key in from)
            to[starts[(int)(key >> shift) & (Buckets - 1)]++] = key;
        return true;
    }

    // The order of the bits as unsigned numbers becomes the order of the floats.
    private static uint KeyOf(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return (bits & 0x80000000u) != 0 ? ~bits : bits | 0x80000000u;
    }

    private static float ValueOf(uint key) =>
        BitConverter.UInt32BitsToSingle((key & 0x80000000u) != 0 ? key & 0x7FFFFFFFu : ~key);
}
