using System.Numerics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>Draws which values are dropped.</summary>
internal static class DropoutMask
{
    /// <summary>Each element is 0 with probability <paramref name="rate"/>, else 1 / (1 − rate).</summary>
    public static void Draw<T>(Span<T> mask, double rate, RandomSource random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // One draw of 64 bits decides two elements: 32 bits are more than enough for a rate.
        uint threshold = (uint)Math.Min(rate * 4294967296.0, uint.MaxValue);
        T kept = T.CreateTruncating(1 / (1 - rate));
        int i = 0;
        for (; i + 1 < mask.Length; i += 2)
        {
            ulong bits = random.NextUInt64();
            mask[i] = (uint)bits < threshold ? T.Zero : kept;
            mask[i + 1] = (uint)(bits >> 32) < threshold ? T.Zero : kept;
        }

        if (i < mask.Length)
            mask[i] = (uint)random.NextUInt64() < threshold ? T.Zero : kept;
    }
}
