namespace FrameworkBench.Protocol.Models;

/// <summary>Every input to every unit: a = f(x·W + b), W inputs × units.</summary>
public sealed record DenseLayer : LayerSpec
{
    /// <summary>Stands for "as many units as the task has outputs" until the harness fills it in.</summary>
    public const int OutputUnits = 0;

    /// <summary>Number of units.</summary>
    public required int Units { get; init; }

    /// <summary>What follows the weighted sum.</summary>
    public Activation Activation { get; init; } = Activation.Linear;

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below zero.</summary>
    public double Slope { get; init; } = 0.01;

    /// <summary>How weights and biases start.</summary>
    public Initialisation Init { get; init; } = new(InitialisationKind.Default);
}
