using System.Numerics;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>The coefficient of determination R² of predicted values.</summary>
internal static class Determination
{
    /// <summary>Adds the squared errors of some rows to those of each output.</summary>
    /// <param name="predictions">At least rows × outputs.</param>
    /// <param name="targets">At least rows × outputs.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="squares">One sum an output.</param>
    public static void AddSquares<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int rows, double[] squares)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows * squares.Length; i++)
        {
            double error = double.CreateTruncating(targets[i]) - double.CreateTruncating(predictions[i]);
            squares[i % squares.Length] += error * error;
        }
    }

    /// <summary>R², the mean over the outputs; of an output whose targets are all equal 1 without any error, else 0.</summary>
    /// <param name="squares">The sum of squared errors of each output.</param>
    /// <param name="targets">rows × outputs.</param>
    public static double Of<T>(double[] squares, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int output = 0; output < squares.Length; output++)
        {
            double spread = SpreadOf(targets, output, squares.Length);
            sum += spread > 0 ? 1 - (squares[output] / spread) : squares[output] == 0 ? 1 : 0;
        }

        return sum / squares.Length;
    }

    private static double SpreadOf<T>(ReadOnlySpan<T> targets, int output, int outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Differences from the first target, so that equal ones have no spread at all.
        double first = double.CreateTruncating(targets[output]), sum = 0, squares = 0;
        int rows = targets.Length / outputs;
        for (int i = output; i < targets.Length; i += outputs)
            sum += double.CreateTruncating(targets[i]) - first;
        double mean = sum / rows;
        for (int i = output; i < targets.Length; i += outputs)
        {
            double distance = double.CreateTruncating(targets[i]) - first - mean;
            squares += distance * distance;
        }

        return squares;
    }
}
