using System.Runtime.Intrinsics;

namespace FrameworkBench.Scratch.Numerics;

/// <summary>y = f(x), element by element; a struct, so that the loop around it is compiled with it inside.</summary>
internal interface IElementwise<T>
{
    /// <summary>Whether it is an instruction or two.</summary>
    static virtual bool IsSimple => false;

    Vector512<T> Apply(Vector512<T> x);
}
