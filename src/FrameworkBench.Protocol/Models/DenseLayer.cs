using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>Every input to every unit: a = f(x·W + b), W inputs × units.</summary>
public sealed record DenseLayer : LayerSpec
{
    /// <summary>Stands for "as many units as the task has outputs" until the harness fills it in.</summary>
    public const int OutputUnits = 0;

    private const int LeastUnits = 2;

    /// <summary>Number of units.</summary>
    public required int Units { get; init; }

    /// <summary>
    /// How far the number of units lies from the outputs (0) towards the inputs (1) of the network, until the harness fills
    /// it in; null when it is fixed. An engine never sees it.
    /// </summary>
    [JsonIgnore]
    public double? Between { get; init; }

    /// <summary>What follows the weighted sum.</summary>
    public Activation Activation { get; init; } = Activation.Linear;

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below zero.</summary>
    public double Slope { get; init; } = 0.01;

    /// <summary>How weights and biases start.</summary>
    public Initialization Init { get; init; } = new(InitializationKind.Default);

    /// <summary>The layer with its number of units filled in.</summary>
    internal DenseLayer WithUnits(int inputs, int outputs) => Between is double share
        ? this with { Units = Math.Max(LeastUnits, (int)Math.Round(outputs + (share * (inputs - outputs)))), Between = null }
        : Units == OutputUnits ? this with { Units = outputs } : this;
}
