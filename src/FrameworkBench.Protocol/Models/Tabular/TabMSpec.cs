using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models.Tabular;

/// <summary>
/// TabM: an ensemble of multilayer perceptrons that share their weight matrices and differ by factors of their inputs and outputs, biases
/// and heads (Gorishniy, Kotelnikov, Babenko, "TabM", ICLR 2025). docs/model-spec.md gives every formula and the order of its parameter
/// arrays.
/// </summary>
public sealed record TabMSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "tabm";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsNetwork => true;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool UsesValidation => true;

    /// <summary>How many networks share the weights.</summary>
    public int Members { get; init; } = 32;

    /// <summary>Units of each hidden layer; ReLU and dropout follow each.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [512, 512, 512];

    /// <summary>Share of the hidden activations that is dropped in training.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>The step size of AdamW.</summary>
    public double LearningRate { get; init; } = 0.002;

    /// <summary>Decoupled weight decay of AdamW on everything but biases.</summary>
    public double WeightDecay { get; init; } = 3e-4;

    /// <summary>Rows an update.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>Passes over the training rows, at most.</summary>
    public int Epochs { get; init; } = 500;

    /// <summary>Epochs in a row without a smaller loss of the mean prediction on the validation rows before training stops.</summary>
    public int Patience { get; init; } = 16;

    /// <summary>Two networks are equal when their settings are, hidden layer by hidden layer.</summary>
    public bool Equals(TabMSpec? other) => other is not null && Hidden.SequenceEqual(other.Hidden) && Settings == other.Settings;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Hidden.Count, Settings);

    private (int, double, double, double, int, int, int) Settings =>
        (Members, Dropout, LearningRate, WeightDecay, BatchSize, Epochs, Patience);
}
