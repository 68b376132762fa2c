using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Optimizers;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>Says what is wrong before anything is trained.</summary>
internal static class TrainingChecks
{
    public static void Options(TrainingOptions options)
    {
        if (options.Epochs < 1)
            throw Wrong("epochs", options.Epochs, "at least 1");
        if (options.BatchSize < 0)
            throw Wrong("batch size", options.BatchSize.Value, "at least 1, or 0 or null for all rows");
        Optimizer(options.Optimizer);
        if (!(options.L2 >= 0) || !double.IsFinite(options.L2))
            throw Wrong("L2 penalty", options.L2, "at least 0");
        bool scheduled = options.LearningRateSchedule is not null || options.RegularizationSchedule is not null;
        if (scheduled && options.Optimizer is not (Adam or AdamW))
            throw new ArgumentException("Only Adam and AdamW follow a schedule.", nameof(options));
        if (options.EarlyStopping is { Patience: < 0 } impatient)
            throw Wrong("patience", impatient.Patience, "at least 0");
        if (options.EarlyStopping is { } stopping && !(stopping.MinDelta >= 0))
            throw Wrong("least difference", stopping.MinDelta, "at least 0");
        if (options.BatchOrder is { } order && order.Count < options.Epochs)
            throw new ArgumentException($"The batch order has {order.Count} epochs; {options.Epochs} are asked for.", nameof(options));
    }

    public static void Fit<T>(TrainingOptions options, Network<T> network, Samples<T> training, Samples<T>? validation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < network.Definitions.Count; i++)
        {
            if (network.Definitions[i] is Activation { Kind: ActivationKind.Step })
                throw new ArgumentException(
                    $"Layer {i + 1}: the step function has no slope, so the network cannot be trained.", nameof(network));
        }

        if (network.ParameterCount == 0)
            throw new ArgumentException("The network has no parameters, so there is nothing to train.", nameof(network));
        Shape("training", network, training);
        if (validation is not null)
            Shape("validation", network, validation);
        if (validation is null && options.EarlyStopping is { Watch: not Watch.TrainingLoss } stopping)
            throw new ArgumentException($"Early stopping watches {stopping.Watch}, but there are no validation rows.", nameof(validation));
        for (int epoch = 0; epoch < Math.Min(options.Epochs, options.BatchOrder?.Count ?? 0); epoch++)
            Order(options.BatchOrder![epoch], epoch, training.Rows);
        if (options.DropoutMasks is { } masks)
            Masks(masks, [.. network.Layers.Where(layer => layer.Drops).Select(layer => options.Epochs * training.Rows * layer.Outputs)]);
    }

    private static void Optimizer(OptimizerDefinition optimizer)
    {
        Positive("learning rate", optimizer.LearningRate);
        switch (optimizer)
        {
            case Momentum momentum:
                Share("momentum", momentum.Coefficient);
                break;
            case RmsProp rmsProp:
                Share("decay of RMSProp", rmsProp.Decay);
                Positive("epsilon", rmsProp.Epsilon);
                break;
            case Adam adam:
                Share("β₁", adam.Beta1);
                Share("β₂", adam.Beta2);
                Positive("epsilon", adam.Epsilon);
                break;
            case AdamW adamW:
                Share("β₁", adamW.Beta1);
                Share("β₂", adamW.Beta2);
                Positive("epsilon", adamW.Epsilon);
                if (!(adamW.WeightDecay >= 0) || !double.IsFinite(adamW.WeightDecay))
                    throw Wrong("weight decay", adamW.WeightDecay, "at least 0");
                break;
        }
    }

    private static void Shape<T>(string name, Network<T> network, Samples<T> samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (samples.InputColumns != network.Inputs)
        {
            throw new ArgumentException(
                $"The {name} rows have {samples.InputColumns} inputs; the network takes {network.Inputs}.", nameof(samples));
        }

        if (samples.TargetColumns != network.Outputs)
        {
            throw new ArgumentException(
                $"The {name} rows have {samples.TargetColumns} targets; the network has {network.Outputs} outputs.",
                nameof(samples));
        }
    }

    private static void Order(int[] order, int epoch, int rows)
    {
        if (order.Length != rows)
            throw new ArgumentException($"The batch order of epoch {epoch} has {order.Length} rows; there are {rows}.", nameof(order));
        foreach (int row in order)
        {
            if ((uint)row >= (uint)rows)
                throw new ArgumentException($"The batch order of epoch {epoch} names row {row}; rows are 0 to {rows - 1}.", nameof(order));
        }
    }

    private static void Masks(IReadOnlyList<bool[]> masks, int[] lengths)
    {
        if (masks.Count != lengths.Length)
            throw new ArgumentException(
                $"The network has {lengths.Length} dropout layers; masks are given for {masks.Count}.", nameof(masks));
        for (int layer = 0; layer < lengths.Length; layer++)
        {
            if (masks[layer].Length < lengths[layer])
                throw new ArgumentException(
                    $"The masks of dropout layer {layer + 1} have {masks[layer].Length} values; training needs {lengths[layer]}.",
                    nameof(masks));
        }
    }

    private static void Positive(string what, double found)
    {
        if (!(found > 0) || !double.IsFinite(found))
            throw Wrong(what, found, "greater than 0");
    }

    private static void Share(string what, double found)
    {
        if (!(found >= 0 && found < 1))
            throw Wrong(what, found, "at least 0 and less than 1");
    }

    private static ArgumentException Wrong(string what, double found, string right) =>
        new($"The {what} is {found}; it must be {right}.");
}
