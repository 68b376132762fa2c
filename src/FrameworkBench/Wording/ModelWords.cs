using System.Text.Json;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Wording;

/// <summary>Says in words what a model is and how it is trained.</summary>
internal static class ModelWords
{
    /// <summary>A sentence in plain text, without the full stop.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">How many numbers a network gets of a row; null when that differs or is unknown.</param>
    /// <param name="byTask">Whether a network's outputs and loss differ with the task of the table.</param>
    internal static string Describe(ModelSpec model, int? inputs = null, bool byTask = false) => model switch
    {
        NetworkSpec network => Network(network, inputs, byTask),
        PerceptronSpec perceptron => Perceptron(perceptron),
        LinearSpec linear => $"linear model, L2 {Figures.Setting(linear.L2)}, at most {linear.MaxIterations} iterations",
        TreeSpec tree =>
            Trees("decision tree",
                [Most(tree.MaxDepth, "levels"), Most(tree.MaxLeaves, "leaves"), Least(tree.MinSamplesLeaf, "rows per leaf")]),
        ForestSpec forest => Trees("random forest",
        [
            Some(forest.Trees, "trees"), Most(forest.MaxDepth, "levels"), Most(forest.MaxLeaves, "leaves"),
            Least(forest.MinSamplesLeaf, "rows per leaf"), Share(forest.FeatureShare, "of the features tried per split"),
        ]),
        BoostedTreesSpec boosted => Trees("gradient-boosted trees",
        [
            Most(boosted.Rounds, "rounds"), Setting("learning rate", boosted.LearningRate), Most(boosted.MaxLeaves, "leaves"),
            Most(boosted.MaxDepth, "levels"),
            Least(boosted.MinSamplesLeaf, "rows per leaf"), Setting("minimum child weight", boosted.MinChildWeight),
            Setting("L2", boosted.L2),
            Most(boosted.MaxBins, "bins"), Share(boosted.Subsample, "of the rows per tree"),
            Share(boosted.ColumnSample, "of the features per tree"),
            boosted.Patience is int patience ? $"stops after {patience} rounds without a lower validation loss" : null,
        ]),
        PrincipalComponentsSpec components => $"{Counting.Of(components.Components, "principal component")} of the training rows, "
            + "the best linear code of that width",
        RealMlpSpec realMlp => TabularWords.Describe(realMlp),
        TabMSpec tabM => TabularWords.Describe(tabM),
        CustomSpec { Parameters.Count: 0 } custom => $"{custom.Algorithm}, default settings",
        CustomSpec custom => $"{custom.Algorithm}; "
            + string.Join(", ", custom.Parameters.Select(parameter => $"{parameter.Key} {Value(parameter.Value)}")),
        ConstantSpec => "ignores the inputs and predicts the class shares or the mean of the training rows",
        _ => model.Kind.Replace('_', ' '),
    };

    /// <summary>An activation as the field writes it.</summary>
    internal static string Name(Activation activation, double slope = 0) => activation switch
    {
        Activation.Relu => "ReLU",
        Activation.LeakyRelu => $"leaky ReLU {Figures.Setting(slope)}",
        Activation.Gelu => "GELU",
        Activation.Tanh => "tanh",
        _ => activation.ToString().ToLowerInvariant(),
    };

    /// <summary>A loss as the field writes it.</summary>
    internal static string Name(Loss loss) => loss switch
    {
        Loss.BinaryCrossEntropy => "binary cross-entropy",
        Loss.CategoricalCrossEntropy => "cross-entropy",
        _ => "mean squared error",
    };

    /// <summary>What a network that is trained for a task makes small.</summary>
    internal static string LossOf(ModelSpec model, TaskKind task) => model switch
    {
        NetworkSpec network => Name(network.Train.Loss),
        _ => Name(task is TaskKind.Binary or TaskKind.Multiclass ? Loss.CategoricalCrossEntropy : Loss.MeanSquaredError),
    };

    /// <summary>A layer in a few words: <c>64 ReLU</c>, <c>dropout 0.3</c>.</summary>
    internal static string Name(LayerSpec layer) => layer switch
    {
        DenseLayer dense => $"{Units(dense)} {Name(dense.Activation, dense.Slope)}",
        ActivationLayer alone => Name(alone.Activation, alone.Slope),
        DropoutLayer dropout => $"dropout {Figures.Setting(dropout.Rate)}",
        BatchNormLayer => "batch norm",
        _ => layer.GetType().Name,
    };

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Value))}]",
        JsonValueKind.Number => Figures.Setting(value.GetDouble()),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static string Units(DenseLayer dense) =>
        dense.Between is double share ? $"{Figures.Percent(share)} of the way from outputs to inputs"
        : dense.Units == DenseLayer.OutputUnits ? "one unit per output" : Figures.Setting(dense.Units);

    private static string Network(NetworkSpec network, int? inputs, bool byTask)
    {
        TrainingSpec train = network.Train;
        IEnumerable<string> layers = byTask
            ? network.Layers.SkipLast(1).Select(Name).Append("an output layer for the task") : network.Layers.Select(Name);
        var parts = new List<string?>
        {
            $"network {(inputs is int width ? $"{width} → " : "")}{string.Join(" → ", layers)}",
            Initializations(network),
            $"{(byTask ? "cross-entropy or mean squared error" : Name(train.Loss))}, {Optimizer(train)}",
            Batches(train),
            train.EarlyStopping is null ? Counting.Of(train.Epochs, "epoch") : $"at most {Counting.Of(train.Epochs, "epoch")}",
            train.EarlyStopping is { } stopping ? Stopping(stopping) : null,
            train.L2 > 0 ? $"L2 {Figures.Setting(train.L2)}" : null,
            network.DropoutAtInference ? "dropout stays on at inference" : null,
            network.Ensemble > 1 ? $"average of {network.Ensemble} networks" : null,
        };
        return string.Join("; ", parts.OfType<string>());
    }

    private static string? Initializations(NetworkSpec network)
    {
        Initialization[] kinds = [.. network.Layers.OfType<DenseLayer>().Select(layer => layer.Init).Distinct()];
        return kinds.Length == 0 ? null : $"{string.Join(", then ", kinds.Select(Name))} initial weights";
    }

    private static string Name(Initialization init) => init.Kind switch
    {
        InitializationKind.Default => "default",
        InitializationKind.Zero => "zero",
        InitializationKind.Normal => $"N(0, {Figures.Setting(init.Scale)}²)",
        InitializationKind.Uniform => $"U(±{Figures.Setting(init.Scale)})",
        InitializationKind.XavierUniform => "Xavier uniform",
        InitializationKind.XavierNormal => "Xavier normal",
        InitializationKind.HeUniform => "He uniform",
        InitializationKind.HeNormal => "He normal",
        InitializationKind.Sklearn => "scikit-learn's",
        InitializationKind.Torch => "PyTorch's",
        _ => init.Kind.ToString(),
    };

    private static string Optimizer(TrainingSpec train) => train.Optimizer switch
    {
        Protocol.Models.Optimizer.GradientDescent => $"gradient descent, learning rate {Figures.Setting(train.LearningRate)}",
        Protocol.Models.Optimizer.Sgd => $"SGD, learning rate {Figures.Setting(train.LearningRate)}",
        Protocol.Models.Optimizer.Momentum => $"SGD, learning rate {Figures.Setting(train.LearningRate)}, "
            + $"momentum {Figures.Setting(train.Momentum)}",
        Protocol.Models.Optimizer.Nesterov => $"SGD, learning rate {Figures.Setting(train.LearningRate)}, "
            + $"Nesterov momentum {Figures.Setting(train.Momentum)}",
        Protocol.Models.Optimizer.Rmsprop => $"RMSProp, learning rate {Figures.Setting(train.LearningRate)}",
        Protocol.Models.Optimizer.Adamw => $"AdamW, learning rate {Figures.Setting(train.LearningRate)}, "
            + $"weight decay {Figures.Setting(train.WeightDecay)}",
        _ => $"{train.Optimizer}, learning rate {Figures.Setting(train.LearningRate)}",
    };

    private static string Batches(TrainingSpec train) => train switch
    {
        { Optimizer: Protocol.Models.Optimizer.GradientDescent } or { BatchSize: null } => "full batch",
        { Shuffle: false } => $"batches of {train.BatchSize} in row order",
        _ => $"batches of {train.BatchSize}",
    };

    private static string Stopping(EarlyStopping stopping)
    {
        string watched = stopping.Watch switch
        {
            Watch.TrainingLoss => "a lower training loss",
            Watch.ValidationLoss => "a lower validation loss",
            _ => "a higher validation accuracy",
        };
        string counted = stopping.Rule == StoppingRule.Sklearn ? " by scikit-learn's rule" : "";
        string least = stopping.MinDelta > 0 ? $" (by at least {Figures.Setting(stopping.MinDelta)})" : "";
        return $"stops after {Counting.Of(stopping.Patience, "epoch")} without "
            + $"{watched}{least}{counted}{(stopping.RestoreBest ? ", best weights restored" : "")}";
    }

    private static string Perceptron(PerceptronSpec perceptron) =>
        $"perceptron{(perceptron.Bias ? "" : " without a bias")}; {Name(perceptron.Init)} initial weights; "
            + $"fires at z {(perceptron.FiresAtZero ? "≥" : ">")} 0; learning rate {Figures.Setting(perceptron.LearningRate)}; "
            + (perceptron.StopWhenErrorFree ? "at most " : "") + Counting.Of(perceptron.Epochs, "pass", "passes")
            + (perceptron.StopWhenErrorFree ? ", stops after an error-free pass" : "");

    private static string Trees(string what, IReadOnlyList<string?> settings)
    {
        string[] given = [.. settings.OfType<string>()];
        return given.Length == 0 ? $"{what}, default settings"
            : given.Length < settings.Count ? $"{what}; {string.Join(", ", given)}; other settings default"
            : $"{what}; {string.Join(", ", given)}";
    }

    private static string? Some(int? count, string what) => count is int known ? $"{known} {what}" : null;

    private static string? Most(int? count, string what) => count is int known ? $"at most {known} {what}" : null;

    private static string? Least(int? count, string what) => count is int known ? $"at least {known} {what}" : null;

    private static string? Share(double? share, string what) => share is double known ? $"{Figures.Setting(100 * known)} % {what}" : null;

    private static string? Setting(string name, double? value) => value is double known ? $"{name} {Figures.Setting(known)}" : null;
}
