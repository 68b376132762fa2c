using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>
/// Rosenblatt's perceptron: one unit with a step activation, taught by w ← w + rate·(y − ŷ)·x, row by row in the order given.
/// </summary>
public sealed record PerceptronSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "perceptron";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>How the weights start; the bias starts at zero.</summary>
    public Initialization Init { get; init; } = new(InitializationKind.Zero);

    /// <summary>Whether there is a bias; without one the boundary passes through the origin.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Whether a weighted sum of exactly zero fires (z ≥ 0) or not (z &gt; 0).</summary>
    public bool FiresAtZero { get; init; }

    /// <summary>The step size of the learning rule.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Passes over the rows, at most.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Whether training ends after the first pass without an error.</summary>
    public bool StopWhenErrorFree { get; init; }
}
