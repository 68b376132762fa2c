namespace FrameworkBench.Scratch.Perceptrons;

/// <summary>How a perceptron starts, fires and learns.</summary>
public sealed record PerceptronOptions
{
    /// <summary>Standard deviation of the initial weights; 0 for weights of zero. The bias always starts at zero.</summary>
    public double InitialDeviation { get; init; }

    /// <summary>Whether there is a bias to learn; without one it stays 0 and the boundary passes through the origin.</summary>
    public bool HasBias { get; init; } = true;

    /// <summary>Whether z = 0 fires (z ≥ 0) or not (z &gt; 0).</summary>
    public bool FiresAtZero { get; init; }

    /// <summary>Size of a nudge, greater than 0.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>The most passes over the rows, at least 1.</summary>
    public int MaximumEpochs { get; init; } = 100;

    /// <summary>Whether it stops after the first pass without an error, or always makes all passes.</summary>
    public bool StopsWhenLearned { get; init; } = true;

    /// <summary>Seeds the initial weights.</summary>
    public ulong Seed { get; init; }
}
