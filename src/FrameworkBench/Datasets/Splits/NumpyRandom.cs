namespace FrameworkBench.Datasets.Splits;

/// <summary>
/// NumPy's <c>RandomState</c> as far as splits need it: the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998) and NumPy's way to draw
/// integers and permutations from it. The same seed gives the same permutation as <c>numpy.random.RandomState(seed)</c>.
/// </summary>
public sealed class NumpyRandom
{
    private const int Length = 624;
    private const int Shift = 397;
    private readonly uint[] state = new uint[Length];
    private int position = Length;

    /// <summary>Starts the stream of a seed.</summary>
    public NumpyRandom(uint seed)
    {
        state[0] = seed;
        for (uint i = 1; i < Length; i++)
            state[i] = (1812433253u * (state[i - 1] ^ (state[i - 1] >> 30))) + i;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (position == Length)
            Refill();
        uint y = state[position++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680u;
        y ^= (y << 15) & 0xefc60000u;
        return y ^ (y >> 18);
    }

    /// <summary>
    /// Uniform on 0 … <paramref name="maximum"/>, both included: bits under a mask, thrown away while they exceed the maximum.
    /// </summary>
    public int NextInclusive(int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        if (maximum == 0)
            return 0;
        uint mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount((uint)maximum);
        uint value;
        do
            value = NextUInt32() & mask;
        while (value > maximum);
        return (int)value;
    }

    /// <summary>Uniform on [0, 1) with 53 random bits, as <c>RandomState.random_sample</c> draws it.</summary>
    public double NextDouble()
    {
        uint high = NextUInt32() >> 5, low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    /// <summary>Puts the items into a random order, as <c>RandomState.shuffle</c> does.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = NextInclusive(last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>0 … <paramref name="count"/> − 1 in a random order, as <c>RandomState.permutation</c> does.</summary>
    public int[] Permutation(int count)
    {
        int[] items = [.. Enumerable.Range(0, count)];
        Shuffle(items.AsSpan());
        return items;
    }

    /// <summary>Some of the items, each at most once, as <c>RandomState.choice(items, count, replace=False)</c> does.</summary>
    public int[] Choose(ReadOnlySpan<int> items, int count)
    {
        int[] order = Permutation(items.Length);
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++)
            chosen[i] = items[order[i]];
        return chosen;
    }

    private void Refill()
    {
        for (int i = 0; i < Length; i++)
        {
            uint y = (state[i] & 0x80000000u) | (state[(i + 1) % Length] & 0x7fffffffu);
            state[i] = state[(i + Shift) % Length] ^ (y >> 1) ^ ((y & 1) == 0 ? 0u : 0x9908b0dfu);
        }

        position = 0;
    }
}
