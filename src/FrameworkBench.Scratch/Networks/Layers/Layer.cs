using System.Numerics;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>
/// One layer at work: its forward and its backward. Matrices are row-major, one row an example; spans reach beyond the
/// batch's last row into memory that may be read but means nothing.
/// </summary>
internal abstract class Layer<T>(int inputs, int outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Columns that come in.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>Columns that go out.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>Lengths of the parameter arrays, in the order in which they lie.</summary>
    public virtual IReadOnlyList<int> ParameterLengths => [];

    /// <summary>How each of the parameter arrays is updated; none where all follow the optimizer's own rule.</summary>
    public virtual IReadOnlyList<UpdateRule> UpdateRules { get; init; } = [];

    /// <summary>How many of the first parameters an L2 penalty counts: the weights, never biases, γ or β.</summary>
    public virtual int PenalizedParameters => 0;

    /// <summary>Whether it drops values in training.</summary>
    public virtual bool Drops => false;

    /// <summary>Which of the network's layers that drop values it is, from 0.</summary>
    public int DropoutNumber { get; set; }

    /// <summary>What it remembers besides parameters: running means and variances.</summary>
    public virtual Span<T> Statistics => [];

    /// <summary>The function that its output came out of last, where that is an activation of single values.</summary>
    public virtual ActivationKind? Activation => null;

    /// <summary>output = f(input), both of <paramref name="rows"/> rows.</summary>
    public abstract void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode);

    /// <summary>
    /// From the loss gradient with respect to the output, which is lost by it: the gradients of the parameters, and the
    /// one with respect to the input, unless nobody wants it (<paramref name="inputGradient"/> is empty). Follows the
    /// forward of that batch.
    /// </summary>
    public abstract void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows);

    /// <summary>Takes its place in the network's parameters and gradients.</summary>
    public virtual void Bind(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients, int offset)
    {
    }

    /// <summary>Draws initial parameters.</summary>
    public virtual void Initialize(RandomSource random)
    {
    }

    /// <summary>Makes room for batches of this many rows.</summary>
    public virtual void Reserve(int rows)
    {
    }
}
