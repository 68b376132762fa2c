using System.Numerics;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular.Members;

/// <summary>
/// A <see cref="MemberDense"/> at work. A row holds its members one after another, so that a batch is also a matrix with a row for each
/// row and member, and one product with W serves all. Parameters: W (inputs of a member × units), r, s, b (members × …).
/// Backward: dz = dy ∘ s, ds = Σ dy ∘ z, db = Σ dy, dW = uᵀ·dz, du = dz·Wᵀ, dr = Σ du ∘ x, dx = du ∘ r, with u = r ∘ x and z = u·W.
/// </summary>
internal sealed class MemberDenseLayer<T>(int inputs, int members, int units, bool isFirst) : Layer<T>(inputs, members * units)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int width = isFirst ? inputs : inputs / members;
    private AlignedBuffer<T> scaled = new(0);
    private AlignedBuffer<T> products = new(0);
    private AlignedBuffer<T> replicas = new(0);
    private AlignedBuffer<T> parameters = new(0);
    private AlignedBuffer<T> gradients = new(0);
    private int offset;

    public override IReadOnlyList<int> ParameterLengths => [width * units, members * width, Outputs, Outputs];

    public override IReadOnlyList<UpdateRule> UpdateRules { get; init; } =
        [UpdateRule.Plain, UpdateRule.Plain, UpdateRule.Plain, UpdateRule.WithoutDecay];

    private int InFactors => offset + (width * units);

    private int OutFactors => InFactors + (members * width);

    private int Biases => OutFactors + Outputs;

    public override void Bind(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, int offset) =>
        (this.parameters, this.gradients, this.offset) = (parameters, gradients, offset);

    public override void Initialize(RandomSource random)
    {
        Span<T> biases = parameters.From(Biases)[..Outputs];
        Initialization.Torch.Draw(parameters.From(offset)[..(width * units)], biases[..units], width, units, false, random);
        for (int member = 1; member < members; member++)
            biases[..units].CopyTo(biases[(member * units)..]);
        parameters.From(OutFactors)[..Outputs].Fill(T.One);
        foreach (ref T factor in parameters.From(InFactors)[..(members * width)])
            factor = isFirst && random.NextDouble() < 0.5 ? -T.One : T.One;
    }

    public override void Reserve(int rows)
    {
        scaled = AlignedBuffer<T>.AtLeast(scaled, rows * members * width);
        products = AlignedBuffer<T>.AtLeast(products, rows * Outputs);
        if (isFirst)
            replicas = AlignedBuffer<T>.AtLeast(replicas, rows * members * width);
    }

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        ColumnFactors.Multiply(OfMembers(input, rows), parameters.From(InFactors), rows, members * width, scaled.From(0));
        MatrixProduct.Multiply(rows * members, width, units, scaled.From(0), parameters.From(offset), [], products.From(0));
        ColumnFactors.MultiplyAdd(
            products.From(0), parameters.From(OutFactors), parameters.From(Biases), rows, Outputs, output);
    }

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows)
    {
        int wide = members * width;
        ColumnSums.Of(outputGradient, rows, Outputs, gradients.From(Biases)[..Outputs]);
        ColumnSums.OfProducts(outputGradient, products.From(0), rows, Outputs, gradients.From(OutFactors));
        ColumnFactors.Multiply(outputGradient, parameters.From(OutFactors), rows, Outputs, outputGradient);
        MatrixProduct.MultiplyTransposedLeft(
            width, rows * members, units, scaled.From(0), outputGradient, gradients.From(offset));

        // The scaled inputs are no longer needed.
        Span<T> leaving = scaled.From(0);
        MatrixProduct.MultiplyTransposedRight(rows * members, units, width, outputGradient, parameters.From(offset), leaving);
        ColumnSums.OfProducts(leaving, isFirst ? replicas.From(0) : input, rows, wide, gradients.From(InFactors));
        if (!inputGradient.IsEmpty)
            ColumnFactors.Multiply(leaving, parameters.From(InFactors), rows, wide, inputGradient);
    }

    // The first layer gives every member the row.
    private ReadOnlySpan<T> OfMembers(ReadOnlySpan<T> input, int rows)
    {
        if (!isFirst)
            return input;
        Span<T> target = replicas.From(0);
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> source = input.Slice(row * width, width);
            for (int member = 0; member < members; member++)
                source.CopyTo(target[(((row * members) + member) * width)..]);
        }

        return target;
    }
}
