using System.Numerics;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular.Members;

/// <summary>
/// <see cref="MemberHeads"/> at work: a small dense layer for each member, on its part of the rows. Parameters: H (members × inputs of a
/// member × units), g (members × units).
/// </summary>
internal sealed class MemberHeadsLayer<T>(int inputs, int members, int units) : Layer<T>(inputs, members * units)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int width = inputs / members;
    private AlignedBuffer<T> part = new(0);
    private AlignedBuffer<T> outputPart = new(0);
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private int offset;

    public override IReadOnlyList<int> ParameterLengths => [Inputs * units, Outputs];

    public override IReadOnlyList<UpdateRule> UpdateRules { get; init; } = [UpdateRule.Plain, UpdateRule.WithoutDecay];

    private int Biases => offset + (Inputs * units);

    public override void Bind(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, int offset) =>
        (this.parameters, this.gradients, this.offset) = (parameters, gradients, offset);

    public override void Initialize(RandomSource random) => Initialization.Torch.Draw(
        parameters.From(offset)[..(Inputs * units)], parameters.From(Biases)[..Outputs], width, units, hiddenSigmoid: false, random);

    public override void Reserve(int rows)
    {
        part = AlignedBuffer<T>.AtLeast(part, rows * width);
        outputPart = AlignedBuffer<T>.AtLeast(outputPart, rows * units);
    }

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        for (int member = 0; member < members; member++)
        {
            Gather(input, member, width, Inputs, rows, part.From(0));
            MatrixProduct.Multiply(
                rows, width, units, part.From(0), parameters.From(offset + (member * width * units)),
                parameters.From(Biases + (member * units))[..units], outputPart.From(0));
            Scatter(outputPart.From(0), member, units, Outputs, rows, output);
        }
    }

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        ColumnSums.Of(outputGradient, rows, Outputs, gradients.From(Biases)[..Outputs]);
        for (int member = 0; member < members; member++)
        {
            int weights = offset + (member * width * units);
            Gather(input, member, width, Inputs, rows, part.From(0));
            Gather(outputGradient, member, units, Outputs, rows, outputPart.From(0));
            MatrixProduct.MultiplyTransposedLeft(width, rows, units, part.From(0), outputPart.From(0), gradients.From(weights));
            if (inputGradient.IsEmpty)
                continue;
            MatrixProduct.MultiplyTransposedRight(rows, units, width, outputPart.From(0), parameters.From(weights), part.From(0));
            Scatter(part.From(0), member, width, Inputs, rows, inputGradient);
        }
    }

    private static void Gather(ReadOnlySpan<T> all, int member, int columns, int stride, int rows, Span<T> own)
    {
        for (int row = 0; row < rows; row++)
            all.Slice((row * stride) + (member * columns), columns).CopyTo(own[(row * columns)..]);
    }

    private static void Scatter(ReadOnlySpan<T> own, int member, int columns, int stride, int rows, Span<T> all)
    {
        for (int row = 0; row < rows; row++)
            own.Slice(row * columns, columns).CopyTo(all[((row * stride) + (member * columns))..]);
    }
}
