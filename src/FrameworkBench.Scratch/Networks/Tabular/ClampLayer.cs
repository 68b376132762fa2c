using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>A <see cref="Clamp"/> at work.</summary>
internal sealed class ClampLayer<T>(int columns, double lowest, double highest) : Layer<T>(columns, columns)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T low = T.CreateTruncating(lowest), high = T.CreateTruncating(highest);

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        for (int i = 0; i < rows * Outputs; i++)
            output[i] = mode.Training ? input[i] : T.Clamp(input[i], low, high);
    }

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows) => outputGradient[..(rows * Outputs)].CopyTo(inputGradient);
}
