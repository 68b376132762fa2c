using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>Losses and accuracies of a network's answers.</summary>
internal sealed class Evaluation<T>(Network<T> network, LossFunction<T> loss)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MaximumRows = 256;

    private readonly int depth = network.Layers.Length - (loss.TakesLogits ? 1 : 0);

    // A probability above one half is a logit above zero.
    private readonly double threshold = loss.TakesLogits ? 0 : 0.5;

    /// <summary>Rows that are evaluated at once.</summary>
    public static int BatchRows(Samples<T> samples) => Math.Min(samples.Rows, MaximumRows);

    /// <summary>Right answers of the batch that went through the network last.</summary>
    public int CountRight(ReadOnlySpan<T> targets, int rows) =>
        Accuracy.CountRight(network.OutputOf(depth), targets, rows, network.Outputs, threshold);

    /// <summary>Loss and accuracy or R² (NaN unless requested) on samples, in inference mode.</summary>
    public (double Loss, double Figure) Of(Samples<T> samples, Judgment judgment)
    {
        double total = 0;
        long right = 0;
        double[] residuals = judgment == Judgment.Determination ? new double[network.Outputs] : [];
        int step = BatchRows(samples);
        for (int start = 0; start < samples.Rows; start += step)
        {
            int rows = Math.Min(step, samples.Rows - start);
            ReadOnlySpan<T> inputs = samples.Inputs.AsSpan(start * samples.InputColumns);
            ReadOnlySpan<T> targets = samples.Targets.AsSpan(start * samples.TargetColumns);
            ReadOnlySpan<T> predictions = network.Forward(inputs, rows, depth, ForwardMode.Inference);
            total += rows * loss.Evaluate(predictions, targets, [], rows, network.Outputs);
            if (judgment == Judgment.Accuracy)
                right += Accuracy.CountRight(predictions, targets, rows, network.Outputs, threshold);
            else if (judgment == Judgment.Determination)
                Determination.AddSquares(predictions, targets, rows, residuals);
        }

        return (total / samples.Rows, judgment switch
        {
            Judgment.Accuracy => (double)right / samples.Rows,
            Judgment.Determination => Determination.Of<T>(residuals, samples.Targets),
            Judgment.None => double.NaN,
        });
    }
}
