using System.Numerics;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>
/// z = input · W + b and output = f(z): a dense layer with its activation, which every block of the product meets as
/// soon as it is finished. Backward: dz = d(output)·f′, dW = inputᵀ · dz, db = Σ dz, d(input) = dz · Wᵀ.
/// </summary>
internal sealed class DenseLayer<T, TActivation>(
    int inputs, int outputs, Initialization initialization, bool hiddenSigmoid, TActivation activation)
    : Layer<T>(inputs, outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : struct, IActivation<T>
{
    // Kept only for a slope that is written in z.
    private AlignedBuffer<T> weightedSums = new(0);
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private int offset;

    public override IReadOnlyList<int> ParameterLengths => [Inputs * Outputs, Outputs];

    public override int PenalizedParameters => Inputs * Outputs;

    public override ActivationKind? Activation => TActivation.Kind;

    private static bool IsLinear => TActivation.Kind == ActivationKind.Linear;

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

    public override void Reserve(int rows)
    {
        if (activation.SlopeTakesInput)
            weightedSums = AlignedBuffer<T>.AtLeast(weightedSums, rows * Outputs);
    }

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        Span<T> z = activation.SlopeTakesInput ? weightedSums.From(0) : output;
        if (IsLinear)
            MatrixProduct.Multiply(rows, Inputs, Outputs, input, Weights, Biases, output);
        else
            MatrixProduct.Multiply(rows, Inputs, Outputs, input, Weights, Biases, z, output, activation);
    }

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        Span<T> weightGradient = gradients.From(offset);
        Span<T> biasGradient = gradients.From(offset + (Inputs * Outputs))[..Outputs];
        Span<T> dz = outputGradient;
        ReadOnlySpan<T> slopeTakes = activation.SlopeTakesInput ? weightedSums.From(0) : output;
        if (IsLinear)
            ColumnSums.Of(dz, rows, Outputs, biasGradient);
        else
            ColumnSums.OfMapped(outputGradient, slopeTakes, rows, Outputs, dz, biasGradient, activation);
        MatrixProduct.MultiplyTransposedLeft(Inputs, rows, Outputs, input, dz, weightGradient);
        if (!inputGradient.IsEmpty)
            MatrixProduct.MultiplyTransposedRight(rows, Outputs, Inputs, dz, Weights, inputGradient);
    }
}
