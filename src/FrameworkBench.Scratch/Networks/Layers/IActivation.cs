using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>
/// An activation function y = f(z) of single values, and its backward: the gradient with respect to z from the one with
/// respect to y and either y or z itself, whichever the slope is written in.
/// </summary>
internal interface IActivation<T> : IElementwise<T>, IElementwisePair<T>
{
    /// <summary>Which function it is.</summary>
    static abstract ActivationKind Kind { get; }

    /// <summary>Whether the slope is written in z; otherwise in y, and z need not be kept.</summary>
    bool SlopeTakesInput { get; }
}
