using System.Numerics;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>Counts right answers.</summary>
internal static class Accuracy
{
    /// <summary>
    /// One output answers 1 above the threshold; several answer with the largest, the first of equals. The answer is
    /// right when the target, read in the same way (threshold ½), says the same.
    /// </summary>
    public static int CountRight<T>(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int rows, int columns, double threshold)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int right = 0;
        if (columns == 1)
        {
            T limit = T.CreateTruncating(threshold);
            T half = T.CreateTruncating(0.5);
            for (int row = 0; row < rows; row++)
                right += predictions[row] > limit == targets[row] > half ? 1 : 0;
            return right;
        }

        for (int row = 0; row < rows; row++)
        {
            int answer = IndexOfLargest(predictions.Slice(row * columns, columns));
            right += answer == IndexOfLargest(targets.Slice(row * columns, columns)) ? 1 : 0;
        }

        return right;
    }

    private static int IndexOfLargest<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
            largest = values[i] > values[largest] ? i : largest;
        return largest;
    }
}
