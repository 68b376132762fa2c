using FrameworkBench.Scratch.Networks.Losses;

namespace FrameworkBench.Scratch.Networks.Plain;

/// <summary>
/// The losses of one row, from what comes out of the last activation. The fast ones start from what goes into it: that is the
/// same in exact arithmetic, and holds where a probability rounds to 0 or 1.
/// </summary>
public static class PlainLoss
{
    /// <summary>The loss of a row, and its slope in each prediction p against its target t.</summary>
    public static double Of(Loss loss, double[] predictions, double[] targets, out double[] slopes)
    {
        // The squared error and the binary cross-entropy are means over the outputs, the categorical one is a sum.
        int parts = loss == Loss.CategoricalCrossEntropy ? 1 : predictions.Length;
        double sum = 0;
        slopes = new double[predictions.Length];
        for (int i = 0; i < predictions.Length; i++)
        {
            (double value, double slope) = Of(loss, predictions[i], targets[i]);
            sum += value / parts;
            slopes[i] = slope / parts;
        }

        return sum;
    }

    private static (double Value, double Slope) Of(Loss loss, double p, double t) => loss switch
    {
        Loss.BinaryCrossEntropy => (-(t * Math.Log(p)) - ((1 - t) * Math.Log(1 - p)), (p - t) / (p * (1 - p))),
        Loss.CategoricalCrossEntropy => (-t * Math.Log(p), -t / p),
        Loss.MeanSquaredError => ((p - t) * (p - t), 2 * (p - t)),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, $"'{loss}' is not a loss."),
    };
}
