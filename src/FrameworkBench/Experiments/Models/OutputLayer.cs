using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Experiments.Models;

/// <summary>The output layer and the loss that suit a task, for a network of which only the hidden layers are given.</summary>
public static class OutputLayer
{
    /// <summary>One sigmoid unit for two classes, softmax for more, linear for values.</summary>
    public static DenseLayer For(TaskKind task) => task switch
    {
        TaskKind.Binary => new DenseLayer { Units = 1, Activation = Activation.Sigmoid },
        TaskKind.Multiclass => new DenseLayer { Units = DenseLayer.OutputUnits, Activation = Activation.Softmax },
        TaskKind.Regression or TaskKind.Reconstruction => new DenseLayer { Units = DenseLayer.OutputUnits, Activation = Activation.Linear },
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, null),
    };

    /// <summary>
    /// The loss that belongs to an output activation: its gradient at the weighted sum is prediction minus target, up to a factor.
    /// </summary>
    public static Loss LossFor(Activation output) => output switch
    {
        Activation.Sigmoid => Loss.BinaryCrossEntropy,
        Activation.Softmax => Loss.CategoricalCrossEntropy,
        _ => Loss.MeanSquaredError,
    };

    /// <summary>
    /// A network with its last layer and its loss replaced by those that suit a task; how that layer's weights start stays.
    /// </summary>
    /// <param name="network">A network whose last layer is its dense output layer.</param>
    /// <param name="task">The task.</param>
    public static NetworkSpec Suit(NetworkSpec network, TaskKind task)
    {
        ArgumentNullException.ThrowIfNull(network);
        DenseLayer output = For(task) with { Init = ((DenseLayer)network.Layers[^1]).Init };
        return network with
        {
            Layers = [.. network.Layers.SkipLast(1), output],
            Train = network.Train with { Loss = LossFor(output.Activation) },
        };
    }
}
