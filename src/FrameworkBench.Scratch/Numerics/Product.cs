using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>x·y, element by element.</summary>
internal readonly struct Product<T> : IElementwisePair<T>
{
    public Vector512<T> Apply(Vector512<T> x, Vector512<T> y) => x * y;
}
