using System.Numerics;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>What the fixed-point numbers of one tree's <see cref="GradientSum"/>s mean; both scales are powers of two.</summary>
internal readonly struct GradientScale
{
    // Sums stay below 2^52, so that they are exact as double as well.
    private const int SumBits = 52;

    /// <summary>Chooses scales under which no sum over these rows overflows.</summary>
    /// <param name="rows">Rows of the tree.</param>
    /// <param name="absoluteGradientSum">Sum of the gradients' absolute values, or an upper bound.</param>
    /// <param name="hessianSum">Sum of the hessians, or an upper bound.</param>
    public GradientScale(int rows, double absoluteGradientSum, double hessianSum)
    {
        CountBits = 32 - BitOperations.LeadingZeroCount((uint)rows);
        CountMask = (1L << CountBits) - 1;
        Gradient = PowerOfTwoBelow(SumBits, absoluteGradientSum);
        Hessian = PowerOfTwoBelow(Math.Min(SumBits, 62 - CountBits), hessianSum);
    }

    /// <summary>Bits that hold the row count.</summary>
    public int CountBits { get; }

    /// <summary>The row count's bits.</summary>
    public long CountMask { get; }

    /// <summary>Fixed-point units of a gradient of one.</summary>
    public double Gradient { get; }

    /// <summary>Fixed-point units of a hessian of one.</summary>
    public double Hessian { get; }

    /// <summary>One row's entry.</summary>
    public GradientSum Entry(double gradient, double hessian) => new()
    {
        Gradient = (long)Math.Round(gradient * Gradient),
        HessianAndCount = ((long)Math.Round(hessian * Hessian) << CountBits) | 1,
    };

    /// <summary>How many rows a sum is over.</summary>
    public int CountOf(in GradientSum sum) => (int)(sum.HessianAndCount & CountMask);

    /// <summary>The sum's hessian in fixed-point units.</summary>
    public double ScaledHessianOf(in GradientSum sum) => sum.HessianAndCount >> CountBits;

    /// <summary>The sum's hessian.</summary>
    public double HessianOf(in GradientSum sum) => (sum.HessianAndCount >> CountBits) / Hessian;

    /// <summary>The sum's gradient.</summary>
    public double GradientOf(in GradientSum sum) => sum.Gradient / Gradient;

    private static double PowerOfTwoBelow(int bits, double sum)
    {
        // One bit is left for the rounding of each row.
        double exponent = sum > 0 ? Math.Floor(bits - 1 - Math.Log2(sum)) : 0;
        return Math.ScaleB(1, (int)Math.Clamp(exponent, -1000, 1000));
    }
}
