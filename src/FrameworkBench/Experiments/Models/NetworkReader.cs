using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>
/// Reads a network, either with every layer spelt out in <c>layers</c>, or with the units of the hidden ones in
/// <c>hidden</c> and an output layer that follows the task.
/// </summary>
internal sealed class NetworkReader(Mapping mapping, IReadOnlyCollection<DatasetTerm> datasets)
{
    /// <summary>The network, or null after noting that its layers cannot be read.</summary>
    /// <param name="followsTask">Whether its output layer and loss are those that suit the task.</param>
    public NetworkSpec? Read(out bool followsTask)
    {
        followsTask = mapping.At("layers") is null;
        bool flagged = mapping.Flag("dropout_at_inference");
        int ensemble = mapping.Whole("ensemble");
        IReadOnlyList<LayerSpec>? layers = followsTask ? Hidden() : Layers();
        Activation output = layers is null ? Activation.Softmax : OutputOf(layers);
        Mapping? trainKeys = mapping.At("train")?.AsMapping();
        Loss suited = OutputLayer.LossFor(output);
        TrainingSpec train = trainKeys is null ? TrainingReader.Default(suited) : TrainingReader.Read(trainKeys, suited);
        if (layers is null)
            return null;
        if (followsTask)
            trainKeys?.At("loss")?.Fail("with 'hidden' the loss follows from the task; use 'layers' to choose it");
        else
            CheckOutput(layers, output, train.Loss, trainKeys);
        return new NetworkSpec { Layers = layers, Train = train, DropoutAtInference = flagged, Ensemble = ensemble };
    }

    private List<LayerSpec>? Hidden()
    {
        if (mapping.At("hidden") is not { } hidden)
        {
            mapping.Miss("hidden", "the units of each hidden layer, such as [64, 32], or 'layers' with each layer");
            return null;
        }

        Activation activation = mapping.Word<Activation>("activation");
        double slope = LayerReader.Slope(mapping, activation);
        Initialization start = LayerReader.InitOf(mapping);
        double? dropout = mapping.At("dropout")?.AsNumber();
        if (hidden.AsItems() is not { } items)
            return null;
        var layers = new List<LayerSpec>();
        foreach (Value item in items)
        {
            layers.Add(Hidden(item) with { Activation = activation, Slope = slope, Init = start });
            if (dropout is double rate)
                layers.Add(new DropoutLayer { Rate = rate });
        }

        layers.Add(OutputLayer.For(datasets.FirstOrDefault()?.Task ?? TaskKind.Multiclass) with { Init = start });
        return layers;
    }

    private static DenseLayer Hidden(Value value) => value.IsMapping
        ? new DenseLayer { Units = DenseLayer.OutputUnits, Between = value.AsMapping()!.At("between")?.AsNumber() ?? 0.5 }
        : new DenseLayer { Units = value.AsWhole() ?? 1 };

    private List<LayerSpec>? Layers()
    {
        foreach (string key in new[] { "hidden", "activation", "slope", "init", "dropout" })
            mapping.At(key)?.Fail($"'{key}' cannot be combined with 'layers'; set it in the layers");
        if (mapping.At("layers")!.AsItems() is not { } items)
            return null;
        List<LayerSpec> layers = [.. items.Select(LayerReader.Read).OfType<LayerSpec>()];
        return layers.Count == items.Count ? layers : null;
    }

    /// <summary>What the network's output goes through last.</summary>
    private static Activation OutputOf(IReadOnlyList<LayerSpec> layers)
    {
        LayerSpec? last = layers.LastOrDefault(layer => layer is DenseLayer or ActivationLayer);
        return last switch
        {
            DenseLayer dense => dense.Activation,
            ActivationLayer alone => alone.Activation,
            _ => Activation.Linear,
        };
    }

    private void CheckOutput(IReadOnlyList<LayerSpec> layers, Activation output, Loss loss, Mapping? train)
    {
        Value place = mapping.At("layers")!;
        int at = layers.ToList().FindLastIndex(layer => layer is DenseLayer);
        if (at < 0)
        {
            place.Fail("the network has no dense layer; it needs at least one, for its outputs");
            return;
        }

        Value outputPlace = place.AsItems()![at];
        int units = ((DenseLayer)layers[at]).Units;
        if (output == Activation.Softmax && units == 1)
        {
            outputPlace.Fail("softmax over one unit is always 1; use sigmoid for two classes, or 'dense: outputs'");
            return;
        }

        if (LossProblem(output, units, loss) is { } problem)
        {
            if (train?.At("loss") is { } lossPlace)
                lossPlace.Fail(problem);
            else
                outputPlace.Fail(problem);
            return;
        }

        foreach (DatasetTerm dataset in datasets.Distinct())
        {
            if (TaskProblem(dataset, output, units, loss) is { } misfit)
                outputPlace.Fail(misfit);
        }
    }

    private static string? LossProblem(Activation output, int units, Loss loss) => loss switch
    {
        Loss.BinaryCrossEntropy when output != Activation.Sigmoid =>
            $"binary_cross_entropy needs a sigmoid output, found {Words<Activation>.Of(output)}; "
                + $"the loss for {Words<Activation>.Of(output)} is {Words<Loss>.Of(OutputLayer.LossFor(output))}",
        Loss.BinaryCrossEntropy when units != 1 =>
            $"binary_cross_entropy needs one output unit, found {(units == DenseLayer.OutputUnits ? "'dense: outputs'" : units)}; "
                + "write 'dense: 1', or use softmax with categorical_cross_entropy",
        Loss.CategoricalCrossEntropy when output != Activation.Softmax =>
            $"categorical_cross_entropy needs a softmax output, found {Words<Activation>.Of(output)}; "
                + $"the loss for {Words<Activation>.Of(output)} is {Words<Loss>.Of(OutputLayer.LossFor(output))}",
        _ => null,
    };

    private static string? TaskProblem(DatasetTerm dataset, Activation output, int units, Loss loss)
    {
        if (dataset.Task is TaskKind.Regression or TaskKind.Reconstruction)
        {
            if (loss != Loss.MeanSquaredError)
                return $"the task is a {Words<TaskKind>.Of(dataset.Task)}, so the loss must be mean_squared_error, "
                    + $"found {Words<Loss>.Of(loss)}";
            return units == DenseLayer.OutputUnits || dataset.Outputs is not int targets || units == targets
                ? null
                : $"the number of output units must be {targets}, one per target, found {units}; write 'dense: outputs'";
        }

        if (output is not (Activation.Sigmoid or Activation.Softmax))
            return "the task is a classification, so the output must be a probability: sigmoid or softmax, "
                + $"found {Words<Activation>.Of(output)}";
        int classes = dataset.Task == TaskKind.Binary ? 2 : dataset.Outputs ?? DenseLayer.OutputUnits;
        bool oneForTwo = units == 1 && dataset.Task == TaskKind.Binary;
        return oneForTwo || units == DenseLayer.OutputUnits || classes == DenseLayer.OutputUnits || units == classes
            ? null
            : $"the number of output units must be {classes}, one per class, found {units}; write 'dense: outputs'";
    }
}
