using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;
using Library = FrameworkBench.Scratch.Networks;
using Spec = FrameworkBench.Protocol.Models;
using Start = FrameworkBench.Scratch.Networks.Initializations.Initialization;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Says a network of the protocol in the words of the library. The two agree term by term, so nothing is lost.</summary>
internal static class NetworkMapping
{
    /// <summary>The layers; a dense layer with an activation becomes two.</summary>
    public static IReadOnlyList<LayerDefinition> Layers(NetworkSpec network) => [.. network.Layers.SelectMany(Layers)];

    /// <summary>The training protocol, without what belongs to one fit.</summary>
    /// <param name="network">The network.</param>
    /// <param name="predictsValues">Whether it predicts values, and no classes.</param>
    public static TrainingOptions Training(NetworkSpec network, bool predictsValues)
    {
        TrainingSpec train = network.Train;
        return new TrainingOptions
        {
            Loss = LossOf(train.Loss),
            Optimizer = OptimizerOf(train),
            Epochs = train.Epochs,
            BatchSize = train.Optimizer == Spec.Optimizer.GradientDescent ? null : train.BatchSize,
            Shuffle = train.Shuffle,
            L2 = train.L2,
            EarlyStopping = train.EarlyStopping is { } stopping
                ? new(
                    WatchOf(stopping.Watch, predictsValues), stopping.Patience, stopping.MinDelta, stopping.RestoreBest,
                    RuleOf(stopping.Rule))
                : null,
        };
    }

    private static IEnumerable<LayerDefinition> Layers(LayerSpec layer)
    {
        switch (layer)
        {
            case Spec.DenseLayer dense:
                yield return new Dense(dense.Units, Weights(dense.Init));
                if (dense.Activation != Spec.Activation.Linear)
                    yield return Activate(dense.Activation, dense.Slope);
                break;
            case ActivationLayer activation:
                yield return Activate(activation.Activation, activation.Slope);
                break;
            case DropoutLayer dropout:
                yield return new Dropout(dropout.Rate);
                break;
            case BatchNormLayer norm:
                yield return new BatchNormalization(norm.Momentum, norm.Epsilon);
                break;
            default:
                throw new UnsupportedException($"layer {layer.GetType().Name}");
        }
    }

    private static Library.Layers.Activation Activate(Spec.Activation activation, double slope) => new(KindOf(activation), slope);

    private static ActivationKind KindOf(Spec.Activation activation) => activation switch
    {
        Spec.Activation.Linear => ActivationKind.Linear,
        Spec.Activation.Sigmoid => ActivationKind.Sigmoid,
        Spec.Activation.Tanh => ActivationKind.Tanh,
        Spec.Activation.Relu => ActivationKind.Relu,
        Spec.Activation.LeakyRelu => ActivationKind.LeakyRelu,
        Spec.Activation.Gelu => ActivationKind.Gelu,
        Spec.Activation.Softmax => ActivationKind.Softmax,
    };

    private static Start Weights(Spec.Initialization init) => init.Kind switch
    {
        Spec.InitializationKind.Default or Spec.InitializationKind.Torch => Start.Torch,
        Spec.InitializationKind.Zero => Start.Zero,
        Spec.InitializationKind.Normal => Start.Normal(init.Scale),
        Spec.InitializationKind.Uniform => Start.Uniform(init.Scale),
        Spec.InitializationKind.XavierUniform => Start.XavierUniform,
        Spec.InitializationKind.XavierNormal => Start.XavierNormal,
        Spec.InitializationKind.HeUniform => Start.HeUniform,
        Spec.InitializationKind.HeNormal => Start.HeNormal,
        Spec.InitializationKind.Sklearn => Start.Sklearn,
    };

    private static Library.Losses.Loss LossOf(Spec.Loss loss) => loss switch
    {
        Spec.Loss.BinaryCrossEntropy => Library.Losses.Loss.BinaryCrossEntropy,
        Spec.Loss.CategoricalCrossEntropy => Library.Losses.Loss.CategoricalCrossEntropy,
        Spec.Loss.MeanSquaredError => Library.Losses.Loss.MeanSquaredError,
    };

    private static Library.Training.Watch WatchOf(Spec.Watch watch, bool predictsValues) => watch switch
    {
        Spec.Watch.TrainingLoss => Library.Training.Watch.TrainingLoss,
        Spec.Watch.ValidationLoss => Library.Training.Watch.ValidationLoss,
        Spec.Watch.ValidationAccuracy when predictsValues => Library.Training.Watch.ValidationDetermination,
        Spec.Watch.ValidationAccuracy => Library.Training.Watch.ValidationAccuracy,
    };

    private static Library.Training.StoppingRule RuleOf(Spec.StoppingRule rule) => rule switch
    {
        Spec.StoppingRule.Keras => Library.Training.StoppingRule.Keras,
        Spec.StoppingRule.Sklearn => Library.Training.StoppingRule.Sklearn,
    };

    private static OptimizerDefinition OptimizerOf(TrainingSpec train) => train.Optimizer switch
    {
        Spec.Optimizer.GradientDescent or Spec.Optimizer.Sgd => new GradientDescent(train.LearningRate),
        Spec.Optimizer.Momentum => new Momentum(train.LearningRate, train.Momentum),
        Spec.Optimizer.Nesterov => new Momentum(train.LearningRate, train.Momentum, Nesterov: true),
        Spec.Optimizer.Rmsprop => new RmsProp(train.LearningRate, train.Rho, train.Epsilon),
        Spec.Optimizer.Adam => new Adam(train.LearningRate, train.Beta1, train.Beta2, train.Epsilon),
        Spec.Optimizer.Adamw => new AdamW(train.LearningRate, train.Beta1, train.Beta2, train.Epsilon, train.WeightDecay),
    };
}
