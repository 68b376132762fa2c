using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>yᵢ = e^xᵢ / Σ e^xⱼ over each row; backward dxᵢ = yᵢ·(dyᵢ − Σ dyⱼ·yⱼ).</summary>
internal sealed class SoftmaxLayer<T>(int units) : Layer<T>(units, units)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        for (int row = 0; row < rows; row++)
            RowSoftmax.Of(input.Slice(row * Inputs, Inputs), output.Slice(row * Inputs, Inputs));
    }

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        if (inputGradient.IsEmpty)
            return;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> y = output.Slice(row * Outputs, Outputs);
            ReadOnlySpan<T> dy = outputGradient.Slice(row * Outputs, Outputs);
            Span<T> dx = inputGradient.Slice(row * Inputs, Inputs);
            T weighted = T.Zero;
            for (int i = 0; i < y.Length; i++)
                weighted += dy[i] * y[i];
            for (int i = 0; i < y.Length; i++)
                dx[i] = y[i] * (dy[i] - weighted);
        }
    }
}
