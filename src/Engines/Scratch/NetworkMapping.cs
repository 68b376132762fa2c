using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;
using LibraryEarlyStopping = FrameworkBench.Scratch.Networks.Training.EarlyStopping;
using LibraryLoss = FrameworkBench.Scratch.Networks.Losses.Loss;
using LibraryRule = FrameworkBench.Scratch.Networks.Training.StoppingRule;
using SpecActivation = FrameworkBench.Protocol.Models.Activation;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Says a network of the protocol in the words of the library. The two agree term by term, so nothing is lost.</summary>
internal static class NetworkMapping
{
    /// <summary>The layers; a dense layer with an activation becomes two.</summary>
    public static IReadOnlyList<LayerDefinition> Layers(NetworkSpec network) => [.. network.Layers.SelectMany(Layers)];

    /// <summary>The training protocol, without what belongs to one fit.</summary>
    public static TrainingOptions Training(NetworkSpec network)
    {
        TrainingSpec train = network.Train;
        return new TrainingOptions
        {
            Loss = Enum.Parse<LibraryLoss>(train.Loss.ToString()),
            Optimizer = OptimizerOf(train),
            Epochs = train.Epochs,
            BatchSize = train.Optimizer == Protocol.Models.Optimizer.GradientDescent ? null : train.BatchSize,
            Shuffle = train.Shuffle,
            L2 = train.L2,
            EarlyStopping = train.EarlyStopping is { } stopping
                ? new LibraryEarlyStopping(Enum.Parse<StoppingWatch>(stopping.Watch.ToString()), stopping.Patience, stopping.MinDelta, stopping.RestoreBest, Enum.Parse<LibraryRule>(stopping.Rule.ToString()))
                : null,
        };
    }

    private static IEnumerable<LayerDefinition> Layers(LayerSpec layer)
    {
        switch (layer)
        {
            case Protocol.Models.DenseLayer dense:
                yield return new Dense(dense.Units, Weights(dense.Init));
                if (dense.Activation != SpecActivation.Linear)
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

    private static FrameworkBench.Scratch.Networks.Layers.Activation Activate(SpecActivation activation, double slope) =>
        new(Enum.Parse<ActivationKind>(activation.ToString()), slope);

    private static Initialization Weights(Initialisation init) => init.Kind == InitialisationKind.Default
        ? Initialization.Torch
        : new Initialization(Enum.Parse<InitializationKind>(init.Kind.ToString()), init.Scale);

    private static OptimizerDefinition OptimizerOf(TrainingSpec train) => train.Optimizer switch
    {
        Protocol.Models.Optimizer.GradientDescent or Protocol.Models.Optimizer.Sgd => new GradientDescent(train.LearningRate),
        Protocol.Models.Optimizer.Momentum => new Momentum(train.LearningRate, train.Momentum),
        Protocol.Models.Optimizer.Nesterov => new Momentum(train.LearningRate, train.Momentum, Nesterov: true),
        Protocol.Models.Optimizer.Rmsprop => new RmsProp(train.LearningRate, train.Rho, train.Epsilon),
        Protocol.Models.Optimizer.Adam => new Adam(train.LearningRate, train.Beta1, train.Beta2, train.Epsilon),
        Protocol.Models.Optimizer.Adamw => new AdamW(train.LearningRate, train.Beta1, train.Beta2, train.Epsilon, train.WeightDecay),
        _ => throw new UnsupportedException($"optimizer {train.Optimizer}"),
    };
}
