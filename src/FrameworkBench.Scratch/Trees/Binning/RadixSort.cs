namespace FrameworkBench.Scratch.Trees.Binning;

/// <summary>Sorts numbers in time proportional to their count: three passes over eleven bits each.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    /// <summary>Sorts ascending; −0 comes before +0. NaN must have been taken out.</summary>
    public static void Sort(Span<float> values)
    {
        if (values.Length < 512)
        {
            values.Sort();
            return;
        }

        uint[] keys = new uint[values.Length];
        uint[] other = new uint[values.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = KeyOf(values[i]);
        Span<int> starts = stackalloc int[Buckets];
        for (int shift = 0; shift < 32; shift += Bits)
        {
            if (Scatter(keys, other, shift, starts))
                (keys, other) = (other, keys);
        }

        for (int i = 0; i < keys.Length; i++)
            values[i] = ValueOf(keys[i]);
    }

    private static bool Scatter(uint[] from, uint[] to, int shift, Span<int> starts)
    {
        starts.Clear();
        foreach (uint key in from)
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

        foreach (uint key in from)
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
