namespace FrameworkBench.Scratch.Networks.Tabular.Members;

/// <summary>The settings of a <see cref="TabM"/>; the defaults are its authors'.</summary>
public sealed record TabMOptions
{
    /// <summary>Networks that share the weights.</summary>
    public int Members { get; init; } = 32;

    /// <summary>Units of each hidden layer, at least one layer.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [512, 512, 512];

    /// <summary>Share of the hidden activations that is dropped.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>Step size.</summary>
    public double LearningRate { get; init; } = 0.002;

    /// <summary>Decoupled weight decay of everything but biases.</summary>
    public double WeightDecay { get; init; } = 3e-4;

    /// <summary>Passes over the training rows, at most.</summary>
    public int Epochs { get; init; } = 500;

    /// <summary>Rows an update.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>Epochs without a smaller loss of the mean prediction before training stops.</summary>
    public int Patience { get; init; } = 16;
}
