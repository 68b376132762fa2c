namespace FrameworkBench.Scratch.Networks.Plain;

/// <summary>Numbers that are learned.</summary>
/// <param name="start">Their first values.</param>
public sealed class PlainParameter(double[] start)
{
    /// <summary>The numbers: biases, or weights of inputs × units, one input's after the other's.</summary>
    public double[] Value { get; } = [.. start];

    /// <summary>∂loss / ∂value, the sum over the rows of the batch.</summary>
    public double[] Gradient { get; } = new double[start.Length];

    /// <summary>The optimizer's running mean, or velocity, of the gradients.</summary>
    internal double[] Mean { get; } = new double[start.Length];

    /// <summary>The optimizer's running mean of their squares.</summary>
    internal double[] MeanSquare { get; } = new double[start.Length];
}
