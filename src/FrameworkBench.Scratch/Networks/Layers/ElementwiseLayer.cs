using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>output = f(input), an activation on its own.</summary>
internal sealed class ElementwiseLayer<T, TActivation>(int units, TActivation activation) : Layer<T>(units, units)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : struct, IActivation<T>
{
    public override ActivationKind? Activation => TActivation.Kind;

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode) =>
        Elementwise.Map(input[..(rows * Inputs)], output, activation);

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        if (!inputGradient.IsEmpty)
        {
            ReadOnlySpan<T> gradient = outputGradient[..(rows * Outputs)];
            Elementwise.Map(gradient, activation.SlopeTakesInput ? input : output, inputGradient, activation);
        }
    }
}
