using System.Numerics;
using System.Runtime.InteropServices;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>Sums over vectors of doubles.</summary>
internal static class VectorOperations
{
    /// <summary>Σ aᵢ·bᵢ.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        b = b[..a.Length];
        ReadOnlySpan<Vector<double>> left = MemoryMarshal.Cast<double, Vector<double>>(a);
        ReadOnlySpan<Vector<double>> right = MemoryMarshal.Cast<double, Vector<double>>(b);
        Vector<double> sums = Vector<double>.Zero;
        for (int i = 0; i < left.Length; i++)
            sums += left[i] * right[i];
        double sum = Vector.Sum(sums);
        for (int i = left.Length * Vector<double>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>target += factor·a.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> a, Span<double> target)
    {
        target = target[..a.Length];
        for (int i = 0; i < a.Length; i++)
            target[i] += factor * a[i];
    }
}
