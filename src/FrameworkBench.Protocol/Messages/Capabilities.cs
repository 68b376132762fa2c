using System.Text.Json.Serialization;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Protocol.Messages;

/// <summary>What an engine can do, in the words of the model specification. What is not listed is refused as unsupported.</summary>
public sealed record Capabilities
{
    /// <summary>Model kinds, such as <c>network</c>.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Model kinds that can be given as a <see cref="FittedModels.FittedModel"/> once they are fitted.</summary>
    public IReadOnlyList<string> FittedModels { get; init; } = [];

    /// <summary>Algorithms of <see cref="CustomSpec"/> models, such as <c>nearest-centroid</c>.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = [];

    /// <summary>Tasks.</summary>
    public IReadOnlyList<TaskKind> Tasks { get; init; } = [TaskKind.Binary, TaskKind.Multiclass, TaskKind.Regression];

    /// <summary>Layers of networks: dense, activation, dropout, batch_norm.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>Activations of networks.</summary>
    public IReadOnlyList<Activation> Activations { get; init; } = [];

    /// <summary>Initialisations of networks.</summary>
    [JsonPropertyName("initialisations")]
    public IReadOnlyList<InitializationKind> Initializations { get; init; } = [];

    /// <summary>Losses of networks.</summary>
    public IReadOnlyList<Loss> Losses { get; init; } = [];

    /// <summary>Optimizers of networks.</summary>
    public IReadOnlyList<Optimizer> Optimizers { get; init; } = [];

    /// <summary>Float widths.</summary>
    public IReadOnlyList<Precision> Precisions { get; init; } = [Precision.Float32];

    /// <summary>Whether given initial weights are taken.</summary>
    public bool InitialWeights { get; init; }

    /// <summary>Whether a given batch order is taken.</summary>
    public bool BatchOrder { get; init; }

    /// <summary>Whether given dropout masks are taken.</summary>
    public bool DropoutMasks { get; init; }

    /// <summary>
    /// Whether a fit from given weights can be native: by the framework's own optimizer and layers, none of them replaced for parity.
    /// </summary>
    public bool Native { get; init; }

    /// <summary>Whether training can stop early on given validation rows.</summary>
    public bool EarlyStopping { get; init; }

    /// <summary>Whether missing values (NaN) are taken as they are, by tree models.</summary>
    public bool MissingValues { get; init; }

    /// <summary>Whether category codes are taken as they are, by tree models.</summary>
    public bool Categories { get; init; }

    /// <summary>Whether the same seed gives the same predictions.</summary>
    public bool Deterministic { get; init; } = true;
}
