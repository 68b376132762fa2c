using System.Numerics;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>output = input · W + b.</summary>
internal sealed class DenseLayer<T>(int inputs, int outputs, Initialization initialization, bool hiddenSigmoid)
    : Layer<T>(inputs, outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private int offset;

    public override IReadOnlyList<int> ParameterLengths => [Inputs * Outputs, Outputs];

    public override int PenalisedParameters => Inputs * Outputs;

    private Span<T> Weights => parameters.From(offset);

    private Span<T> Biases => parameters.From(offset + (Inputs * Outputs))[..Outputs];

    public override void Bind(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, int offset)
    {
        this.parameters = parameters;
        this.gradients = gradients;
        this.offset = offset;
    }

    public override void Initialize(RandomSource random) =>
        initialization.Draw(Weights[..(Inputs * Outputs)], Biases, Inputs, Outputs, hiddenSigmoid, random);

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode) =>
        MatrixProduct.Multiply(rows, Inputs, Outputs, input, Weights, Biases, output);

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        ReadOnlySpan<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        Span<T> weightGradient = gradients.From(offset);
        Span<T> biasGradient = gradients.From(offset + (Inputs * Outputs))[..Outputs];
        MatrixProduct.MultiplyTransposedLeft(Inputs, rows, Outputs, input, outputGradient, weightGradient);
        ColumnSums.Of(outputGradient, rows, Outputs, biasGradient);
        if (!inputGradient.IsEmpty)
            MatrixProduct.MultiplyTransposedRight(rows, Outputs, Inputs, outputGradient, Weights, inputGradient);
    }
}
