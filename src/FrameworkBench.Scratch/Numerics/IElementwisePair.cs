using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>z = f(x, y), element by element; a struct, so that the loop around it is compiled with it inside.</summary>
internal interface IElementwisePair<T>
{
    Vector512<T> Apply(Vector512<T> x, Vector512<T> y);
}
