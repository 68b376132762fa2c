using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>
/// y = γ·x̂ + β with x̂ = (x − mean)·s, s = 1/√(variance + ε), per column. Backward, when mean and variance came from
/// the batch: dx = γ·s·(dy − mean(dy) − x̂·mean(dy·x̂)); when they were the running ones: dx = γ·s·dy.
/// </summary>
internal sealed class BatchNormalizationLayer<T>(int units, double momentum, double epsilon) : Layer<T>(units, units)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Running means, then running variances, which start at 0 and 1.
    private readonly T[] statistics = [.. Enumerable.Repeat(T.Zero, units), .. Enumerable.Repeat(T.One, units)];
    private readonly AlignedBuffer<T> means = new(units);
    private readonly AlignedBuffer<T> scales = new(units);
    private readonly AlignedBuffer<T> shifts = new(units);
    private AlignedBuffer<T> normalized = new(0);
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private int offset;
    private bool usedBatch;

    public override IReadOnlyList<int> ParameterLengths => [Inputs, Inputs];

    public override Span<T> Statistics => statistics;

    private Span<T> Gamma => parameters.From(offset)[..Inputs];

    private Span<T> Beta => parameters.From(offset + Inputs)[..Inputs];

    public override void Bind(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, int offset)
    {
        this.parameters = parameters;
        this.gradients = gradients;
        this.offset = offset;
    }

    public override void Initialize(RandomSource random)
    {
        Gamma.Fill(T.One);
        Beta.Clear();
        statistics.AsSpan(0, Inputs).Clear();
        statistics.AsSpan(Inputs).Fill(T.One);
    }

    public override void Reserve(int rows) => normalized = AlignedBuffer<T>.AtLeast(normalized, rows * Inputs);

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        Span<T> mean = means.Span;
        Span<T> scale = scales.Span;
        usedBatch = mode.Training && rows > 1;
        if (usedBatch)
        {
            ColumnMoments.Of(input, rows, Inputs, mean, scale);
            Remember(mean, scale, rows);
        }
        else
        {
            statistics.AsSpan(0, Inputs).CopyTo(mean);
            statistics.AsSpan(Inputs).CopyTo(scale);
        }

        T small = T.CreateTruncating(epsilon);
        for (int j = 0; j < Inputs; j++)
            scale[j] = T.One / T.Sqrt(scale[j] + small);
        ColumnAffine.Center(input, rows, Inputs, mean, scale, normalized.From(0));
        ColumnAffine.Apply(normalized.From(0), rows, Inputs, Gamma, Beta, output);
    }

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        Span<T> gammaGradient = gradients.From(offset)[..Inputs];
        Span<T> betaGradient = gradients.From(offset + Inputs)[..Inputs];
        ColumnSums.Of(outputGradient, rows, Inputs, betaGradient);
        ColumnSums.OfProducts(outputGradient, normalized.From(0), rows, Inputs, gammaGradient);
        if (inputGradient.IsEmpty)
            return;

        // dx = slope·dy + tilt·x̂ + shift, with one triple a column.
        Span<T> slope = scales.Span;
        Span<T> tilt = means.Span;
        Span<T> shift = shifts.Span;
        T share = usedBatch ? T.One / T.CreateTruncating(rows) : T.Zero;
        for (int j = 0; j < Inputs; j++)
        {
            slope[j] *= Gamma[j];
            tilt[j] = -slope[j] * share * gammaGradient[j];
            shift[j] = -slope[j] * share * betaGradient[j];
        }

        ColumnAffine.Combine(outputGradient, slope, normalized.From(0), tilt, shift, rows, Inputs, inputGradient);
    }

    private void Remember(ReadOnlySpan<T> mean, ReadOnlySpan<T> variance, int rows)
    {
        T newest = T.CreateTruncating(momentum);
        T unbiased = T.CreateTruncating((double)rows / (rows - 1));
        for (int j = 0; j < Inputs; j++)
        {
            statistics[j] += newest * (mean[j] - statistics[j]);
            statistics[Inputs + j] += newest * ((variance[j] * unbiased) - statistics[Inputs + j]);
        }
    }
}
