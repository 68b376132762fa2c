using System.Runtime.InteropServices;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// A gradient, a hessian and a row count in sixteen bytes, as fixed-point numbers whose meaning a
/// <see cref="GradientScale"/> gives: a row's own, or the sum over a bin or a node. Whole numbers add without rounding,
/// so sums do not depend on the order of rows, on threads, or on whether they were counted or subtracted.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct GradientSum
{
    /// <summary>The gradient.</summary>
    public long Gradient;

    /// <summary>The hessian above, the number of rows in the lowest <see cref="GradientScale.CountBits"/> bits.</summary>
    public long HessianAndCount;

    public static GradientSum operator +(GradientSum a, GradientSum b) => new()
    {
        Gradient = a.Gradient + b.Gradient,
        HessianAndCount = a.HessianAndCount + b.HessianAndCount,
    };

    public static GradientSum operator -(GradientSum a, GradientSum b) => new()
    {
        Gradient = a.Gradient - b.Gradient,
        HessianAndCount = a.HessianAndCount - b.HessianAndCount,
    };
}
