using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Losses;

/// <summary>A loss at work on one batch.</summary>
internal abstract class LossFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether it takes what goes into the last activation rather than what comes out of it.</summary>
    public virtual bool TakesLogits => false;

    /// <summary>The loss that a network is judged by on rows it does not learn from.</summary>
    public virtual LossFunction<T> ForEvaluation => this;

    /// <summary>
    /// The loss of a batch, and its gradient with respect to <paramref name="predictions"/> unless
    /// <paramref name="gradient"/> is empty.
    /// </summary>
    /// <param name="predictions">rows × columns: outputs, or logits when <see cref="TakesLogits"/>.</param>
    /// <param name="targets">rows × columns.</param>
    /// <param name="gradient">rows × columns, or empty.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="columns">Outputs of the network.</param>
    public abstract double Evaluate(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient, int rows, int columns);

    /// <summary>The loss for a network that ends in <paramref name="last"/>, fused with it where that is more stable.</summary>
    public static LossFunction<T> Create(Loss loss, LayerDefinition last) => last.LossBefore<T>() ?? (loss, last) switch
    {
        (Loss.BinaryCrossEntropy, Activation { Kind: ActivationKind.Sigmoid }) => new SigmoidCrossEntropy<T>(),
        (Loss.CategoricalCrossEntropy, Activation { Kind: ActivationKind.Softmax }) => new SoftmaxCrossEntropy<T>(),
        (Loss.BinaryCrossEntropy, _) => new BinaryCrossEntropy<T>(),
        (Loss.CategoricalCrossEntropy, _) => new CategoricalCrossEntropy<T>(),
        (Loss.MeanSquaredError, _) => new MeanSquaredError<T>(),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, $"'{loss}' is not a loss."),
    };
}
