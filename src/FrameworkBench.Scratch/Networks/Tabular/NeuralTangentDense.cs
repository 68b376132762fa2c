using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>
/// A dense layer z = x·θ/√inputs + b, whose θ is learnt. It keeps W = θ/√inputs, which makes it an ordinary dense layer, and lets the
/// optimizer step as if it stepped θ. Its parameters start at zero; <see cref="RealMlp"/> draws them.
/// </summary>
/// <param name="Units">Number of outputs, at least 1.</param>
public sealed record NeuralTangentDense(int Units) : LayerDefinition
{
    internal override Layer<T> Make<T>(int inputs) => new DenseLayer<T, ActivationFunctions.Linear<T>>(
        inputs, Units, Initialization.Zero, hiddenSigmoid: false, default)
    {
        UpdateRules = [UpdateRule.NeuralTangent(inputs), RealMlpRules.Bias],
    };
}
