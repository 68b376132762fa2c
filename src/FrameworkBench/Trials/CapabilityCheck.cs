using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Trials;

/// <summary>Tells what a model asks for that an engine does not have, so that it need not be asked.</summary>
public static class CapabilityCheck
{
    /// <summary>The first missing capability in the words of the model specification, or null.</summary>
    public static string? Missing(Capabilities capabilities, ModelSpec model, TaskKind task, Precision precision)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(model);
        if (model is CustomSpec custom && !capabilities.Algorithms.Contains(custom.Algorithm))
            return $"algorithm {custom.Algorithm}";
        if (!capabilities.Models.Contains(model.Kind))
            return $"model {model.Kind}";
        if (!capabilities.Tasks.Contains(task))
            return $"task {Words<TaskKind>.Of(task)}";
        if (!capabilities.Precisions.Contains(precision))
            return $"precision {Words<Precision>.Of(precision)}";
        return model is NetworkSpec network ? MissingOf(capabilities, network) : null;
    }

    private static string? MissingOf(Capabilities capabilities, NetworkSpec network)
    {
        foreach (LayerSpec layer in network.Layers)
        {
            string name = layer switch
            {
                DenseLayer => "dense",
                ActivationLayer => "activation",
                DropoutLayer => "dropout",
                BatchNormLayer => "batch_norm",
                _ => layer.GetType().Name,
            };
            if (!capabilities.Layers.Contains(name))
                return $"layer {name}";
            Activation activation =
                layer switch { DenseLayer dense => dense.Activation, ActivationLayer alone => alone.Activation, _ => Activation.Linear };
            if (!capabilities.Activations.Contains(activation))
                return $"activation {Words<Activation>.Of(activation)}";
            if (layer is DenseLayer { Init.Kind: var kind } && !capabilities.Initializations.Contains(kind))
                return $"initialisation {Words<InitializationKind>.Of(kind)}";
        }

        TrainingSpec train = network.Train;
        if (!capabilities.Losses.Contains(train.Loss))
            return $"loss {Words<Loss>.Of(train.Loss)}";
        if (!capabilities.Optimizers.Contains(train.Optimizer))
            return $"optimizer {Words<Optimizer>.Of(train.Optimizer)}";
        return train.EarlyStopping is not null && !capabilities.EarlyStopping ? "early stopping" : null;
    }
}
