using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>y = x ∘ s. Backward: dx = dy ∘ s, ds = Σ dy ∘ x.</summary>
internal sealed unsafe class FeatureScaleLayer<T>(int columns, bool randomSigns, bool isFast) : Layer<T>(columns, columns)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private int offset;

    public override IReadOnlyList<int> ParameterLengths => [Outputs];

    public override IReadOnlyList<UpdateRule> UpdateRules => [isFast ? RealMlpRules.Fast : UpdateRule.Plain];

    public override void Bind(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, int offset) =>
        (this.parameters, this.gradients, this.offset) = (parameters, gradients, offset);

    public override void Initialize(RandomSource random)
    {
        foreach (ref T factor in parameters.From(offset)[..Outputs])
            factor = randomSigns && random.NextDouble() < 0.5 ? -T.One : T.One;
    }

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode) =>
        Multiply(input, output, rows);

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        ColumnSums.OfProducts(outputGradient, input, rows, Outputs, gradients.From(offset));
        if (!inputGradient.IsEmpty)
            Multiply(outputGradient, inputGradient, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(ReadOnlySpan<T> source, Span<T> target, int rows)
    {
        int count = rows * Outputs;
        fixed (T* x = source[..count], y = target[..count], s = parameters.From(offset))
        {
            for (int j = 0; j < Outputs; j += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, Outputs - j);
                Vector512<T> factor = PartialVector.Load(s + j, lanes, Vector512<T>.Zero);
                for (int at = j; at < count; at += Outputs)
                    PartialVector.Store(PartialVector.Load(x + at, lanes, Vector512<T>.Zero) * factor, y + at, lanes);
            }
        }
    }
}
