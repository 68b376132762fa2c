using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>The update rules, which TorchSharp has as PyTorch has them.</summary>
internal static class Optimizers
{
    /// <summary>Makes the optimizer of the given parameters.</summary>
    /// <exception cref="UnsupportedException">TorchSharp has no such rule.</exception>
    public static optim.Optimizer Make(TrainingSpec training, IReadOnlyList<Parameter> parameters) => training.Optimizer switch
    {
        Optimizer.GradientDescent or Optimizer.Sgd => optim.SGD(parameters, training.LearningRate),
        Optimizer.Momentum => optim.SGD(parameters, training.LearningRate, training.Momentum),
        Optimizer.Nesterov => optim.SGD(parameters, training.LearningRate, training.Momentum, nesterov: true),
        Optimizer.Rmsprop => optim.RMSProp(parameters, training.LearningRate, training.Rho, training.Epsilon),
        Optimizer.Adam => optim.Adam(parameters, training.LearningRate, training.Beta1, training.Beta2, training.Epsilon),
        Optimizer.Adamw => optim.AdamW(
            parameters, training.LearningRate, training.Beta1, training.Beta2, training.Epsilon, training.WeightDecay),
        _ => throw new UnsupportedException($"optimizer {training.Optimizer}"),
    };
}
