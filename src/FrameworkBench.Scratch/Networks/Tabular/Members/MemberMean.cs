using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;

namespace FrameworkBench.Scratch.Networks.Tabular.Members;

/// <summary>The mean of what several members predict: of their probabilities, or of their values. A network's last layer.</summary>
/// <param name="Members">How many.</param>
/// <param name="PredictsClasses">Whether what comes in are logits.</param>
public sealed record MemberMean(int Members, bool PredictsClasses) : LayerDefinition
{
    internal override Layer<T> Make<T>(int inputs) => new MemberMeanLayer<T>(inputs, Members, PredictsClasses);

    internal override LossFunction<T> LossBefore<T>() => PredictsClasses
        ? new MemberLoss<T>(Members, new SoftmaxCrossEntropy<T>(), new CategoricalCrossEntropy<T>())
        : new MemberLoss<T>(Members, new MeanSquaredError<T>(), new MeanSquaredError<T>());
}
