using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>
/// A function of every single value. <typeparamref name="TFunction"/> is f; <typeparamref name="TSlope"/> gives the
/// input's gradient from the output's and either y = f(x) or x itself, whichever the slope is written in.
/// </summary>
internal sealed class ElementwiseLayer<T, TFunction, TSlope>(
    int units, TFunction function, TSlope slope, bool slopeTakesInput = false)
    : Layer<T>(units, units)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TFunction : struct, IElementwise<T>
    where TSlope : struct, IElementwisePair<T>
{
    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode) =>
        Elementwise.Map(input[..(rows * Inputs)], output, function);

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        ReadOnlySpan<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        if (!inputGradient.IsEmpty)
        {
            Elementwise.Map(
                outputGradient[..(rows * Outputs)], slopeTakesInput ? input : output, inputGradient, slope);
        }
    }
}
