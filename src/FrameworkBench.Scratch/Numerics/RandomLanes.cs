using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>
/// Eight generators xoshiro256++ (Blackman and Vigna 2021) side by side, for kernels that need many random bits. A struct, so that a loop
/// may hold its state in registers; whoever copies it copies the state.
/// </summary>
internal struct RandomLanes
{
    private Vector512<ulong> s0, s1, s2, s3;

    /// <summary>Generators that start from numbers of a source.</summary>
    public RandomLanes(RandomSource source)
    {
        s0 = Drawn(source);
        s1 = Drawn(source);
        s2 = Drawn(source);
        s3 = Drawn(source);
    }

    /// <summary>The next 512 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> Next()
    {
        Vector512<ulong> sum = s0 + s3;
        Vector512<ulong> result = ((sum << 23) | (sum >>> 41)) + s0;
        Vector512<ulong> shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = (s3 << 45) | (s3 >>> 19);
        return result;
    }

    private static unsafe Vector512<ulong> Drawn(RandomSource source)
    {
        ulong* drawn = stackalloc ulong[Vector512<ulong>.Count];
        for (int lane = 0; lane < Vector512<ulong>.Count; lane++)
            drawn[lane] = source.NextUInt64();
        return Vector512.Load(drawn);
    }
}
