using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>What a network minimises, and how its outputs become predictions.</summary>
internal sealed class Objective
{
    private readonly Loss loss;
    private readonly TaskKind task;
    private readonly Network network;

    /// <summary>Fits loss, task and output layer together.</summary>
    /// <exception cref="UnsupportedException">They do not fit together.</exception>
    public Objective(Loss loss, TaskKind task, int taskOutputs, Network network)
    {
        (this.loss, this.task, this.network) = (loss, task, network);
        (Activation activation, int outputs) = (network.OutputActivation, network.Outputs);
        if (loss == Loss.BinaryCrossEntropy && (activation != Activation.Sigmoid || outputs != 1 || task != TaskKind.Binary))
            throw new UnsupportedException("loss binary_cross_entropy without one sigmoid output of a binary task");
        if (loss == Loss.CategoricalCrossEntropy
            && (activation != Activation.Softmax || outputs != taskOutputs || task == TaskKind.Regression))
            throw new UnsupportedException("loss categorical_cross_entropy without a softmax output for each class");
        if (outputs != taskOutputs && !(task == TaskKind.Binary && outputs == 1))
            throw new UnsupportedException($"{outputs} outputs for a task of {taskOutputs}");
    }

    private bool OneOutputForTwoClasses => task == TaskKind.Binary && network.Outputs == 1;

    /// <summary>Targets in the shape that the loss takes: class indices (rows), or values rows × outputs.</summary>
    public Tensor Targets(NpyArray targets, ScalarType type)
    {
        if (task == TaskKind.Regression)
            return Arrays.ToTensor(targets, type).reshape(targets.Rows, network.Outputs);

        Tensor classes = Arrays.ToIndices(targets.ToIntegers());
        if (loss == Loss.CategoricalCrossEntropy)
            return classes;
        return OneOutputForTwoClasses
            ? classes.unsqueeze(1).to_type(type)
            : nn.functional.one_hot(classes, network.Outputs).to_type(type);
    }

    /// <summary>The mean loss over rows, without any penalty.</summary>
    public Tensor Mean(Tensor sums, Tensor targets) => loss switch
    {
        Loss.BinaryCrossEntropy => nn.functional.binary_cross_entropy_with_logits(sums, targets),
        Loss.CategoricalCrossEntropy => nn.functional.cross_entropy(sums, targets),
        _ => nn.functional.mse_loss(network.Outcome(sums), targets),
    };

    /// <summary>Rows whose class is predicted right; for values R², the mean over the outputs.</summary>
    public double Right(Tensor sums, Tensor targets)
    {
        Tensor outcome = network.Outcome(sums);
        if (task == TaskKind.Regression)
        {
            Tensor spread = (targets - targets.mean([0])).pow(2).sum(dim: 0);
            return Determination(
                (targets - outcome).pow(2).sum(dim: 0), where((targets == targets[0]).all(dim: 0), zeros_like(spread), spread));
        }

        Tensor right = OneOutputForTwoClasses
            ? (outcome > 0.5).eq(targets > 0.5)
            : outcome.argmax(1).eq(loss == Loss.CategoricalCrossEntropy ? targets : targets.argmax(1));
        return right.sum().ToDouble();
    }

    /// <summary>Probabilities rows × classes, or values rows × outputs.</summary>
    public Tensor Predictions(Tensor sums)
    {
        Tensor outcome = network.Outcome(sums);
        if (task == TaskKind.Regression)
            return outcome;
        if (OneOutputForTwoClasses && network.OutputActivation == Activation.Sigmoid)
            return BothClasses(sums);
        if (OneOutputForTwoClasses)
        {
            Tensor second = outcome.clamp(0, 1);
            return cat([1 - second, second], 1);
        }

        if (network.OutputActivation == Activation.Softmax)
            return outcome;

        // Outputs that are no distribution are held in [0, 1] and divided by their sum; rows of nought are shared evenly.
        Tensor held = outcome.clamp(0, 1), total = held.sum([1], keepdim: true);
        return where(total > 0, held / total, ones_like(held) / network.Outputs);
    }

    /// <summary>
    /// Probabilities of both classes, rows × 2, from one logit: of a float just below one, 1 − p would have lost its digits.
    /// </summary>
    public static Tensor BothClasses(Tensor logits) => cat([(-logits).sigmoid(), logits.sigmoid()], 1);

    // An output that does not vary is explained wholly or not at all.
    private static double Determination(Tensor residual, Tensor spread)
    {
        Tensor explained = where(spread > 0, 1 - residual / spread, residual.eq(0).to_type(residual.dtype));
        return explained.mean().ToDouble();
    }
}
