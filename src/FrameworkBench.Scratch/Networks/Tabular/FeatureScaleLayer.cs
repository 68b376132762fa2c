using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>y = x ∘ s. Backward: dx = dy ∘ s, ds = Σ dy ∘ x.</summary>
internal sealed class FeatureScaleLayer<T>(int columns) : Layer<T>(columns, columns)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private int offset;

    public override IReadOnlyList<int> ParameterLengths => [Outputs];

    public override IReadOnlyList<UpdateRule> UpdateRules { get; init; } = [RealMlpRules.Fast];

    public override void Bind(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, int offset) =>
        (this.parameters, this.gradients, this.offset) = (parameters, gradients, offset);

    public override void Initialize(RandomSource random) => parameters.From(offset)[..Outputs].Fill(T.One);

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode) =>
        ColumnFactors.Multiply(input, parameters.From(offset), rows, Outputs, output);

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        ColumnSums.OfProducts(outputGradient, input, rows, Outputs, gradients.From(offset));
        if (!inputGradient.IsEmpty)
            ColumnFactors.Multiply(outputGradient, parameters.From(offset), rows, Outputs, inputGradient);
    }
}
