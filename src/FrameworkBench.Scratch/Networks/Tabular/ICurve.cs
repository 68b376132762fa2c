using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>A function y = f(x) of single values with its slope; a struct, so that the loop around it is compiled with it inside.</summary>
internal interface ICurve<T>
{
    /// <summary>f(x).</summary>
    static abstract Vector512<T> Of(Vector512<T> x);

    /// <summary>f(x) and f′(x).</summary>
    static abstract (Vector512<T> Value, Vector512<T> Slope) WithSlope(Vector512<T> x);
}
