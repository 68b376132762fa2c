using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>Draws which values are dropped.</summary>
internal static unsafe class DropoutMask
{
    // 32 random bits decide an element, in float and double alike, so that both drop the same.
    private const int Block = 16;

    /// <summary>Each element is 0 with probability <paramref name="rate"/>, else 1 / (1 − rate).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Draw<T>(Span<T> mask, double rate, RandomSource random)
        where T : unmanaged
    {
        uint threshold = ThresholdOf(rate);
        Vector512<T> kept = VectorMath.Constant<T>(1 / (1 - rate));
        ulong* drawn = stackalloc ulong[Block / 2];
        fixed (T* target = mask)
        {
            for (int i = 0; i < mask.Length; i += Block)
            {
                for (int pair = 0; pair < Block / 2; pair++)
                    drawn[pair] = random.NextUInt64();
                var bits = Vector512.Load((uint*)drawn);
                for (int part = 0; part < Block; part += Vector512<T>.Count)
                {
                    Vector512<T> dropped = IsBelow<T>(bits, part, threshold);
                    int lanes = Math.Clamp(mask.Length - i - part, 0, Vector512<T>.Count);
                    if (lanes == Vector512<T>.Count)
                        Vector512.AndNot(kept, dropped).Store(target + i + part);
                    else
                        PartialVector.Store(Vector512.AndNot(kept, dropped), target + i + part, lanes);
                }
            }
        }
    }

    /// <summary>The next vector of a mask: in each lane 0 with a probability, else 1 / (1 − that probability).</summary>
    /// <param name="threshold">The probability's share of 2³².</param>
    /// <param name="kept">1 / (1 − probability) in every lane.</param>
    /// <param name="random">Draws; a vector of double leaves half of its bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Next<T>(uint threshold, Vector512<T> kept, ref RandomLanes random) =>
        Vector512.AndNot(kept, IsBelow<T>(random.Next().AsUInt32(), 0, threshold));

    /// <summary>A probability's share of 2³².</summary>
    public static uint ThresholdOf(double rate) => (uint)Math.Min(rate * 4294967296.0, uint.MaxValue);

    // All bits set in the lanes whose 32 random bits are below the threshold.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> IsBelow<T>(Vector512<uint> bits, int part, uint threshold)
    {
        if (typeof(T) == typeof(float))
            return Vector512.LessThan(bits, Vector512.Create(threshold)).As<uint, T>();
        Vector512<ulong> wide = part == 0 ? Vector512.WidenLower(bits) : Vector512.WidenUpper(bits);
        return Vector512.LessThan(wide, Vector512.Create((ulong)threshold)).As<ulong, T>();
    }
}
