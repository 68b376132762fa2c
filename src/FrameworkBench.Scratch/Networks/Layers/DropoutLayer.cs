using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>output = input · mask, where the mask holds 0 or 1 / (1 − rate); backward is the same product.</summary>
/// <param name="units">Columns.</param>
/// <param name="rate">Share that is zeroed.</param>
internal sealed class DropoutLayer<T>(int units, double rate) : Layer<T>(units, units)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private AlignedBuffer<T> mask = new(0);
    private bool dropped;

    public override bool Drops => true;

    public override void Reserve(int rows) => mask = AlignedBuffer<T>.AtLeast(mask, rows * Inputs);

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        int count = rows * Inputs;
        double share = rate * mode.DropoutFactor;
        dropped = mode.Dropout is not null && share > 0;
        if (dropped)
        {
            if (mode.Masks is { } given)
                given.CopyTo(DropoutNumber, Inputs, 1 / (1 - share), mask.Span[..count]);
            else
                DropoutMask.Draw(mask.Span[..count], share, mode.Dropout!);
            Elementwise.Map(input[..count], mask.Span, output, default(Product<T>));
        }
        else
        {
            input[..count].CopyTo(output);
        }
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
        int count = rows * Inputs;
        if (dropped)
            Elementwise.Map(outputGradient[..count], mask.Span, inputGradient, default(Product<T>));
        else
            outputGradient[..count].CopyTo(inputGradient);
    }
}
