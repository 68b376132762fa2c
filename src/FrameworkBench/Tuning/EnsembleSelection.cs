namespace FrameworkBench.Tuning;

/// <summary>
/// Greedy forward selection with replacement (Caruana, Niculescu-Mizil, Crew and Ksikes 2004): the model whose addition lowers the loss of
/// the mean most is added, again and again, and the same one may be added often.
/// </summary>
public static class EnsembleSelection
{
    /// <summary>How often each model is in the best mean.</summary>
    /// <param name="predictions">What each model predicts for the same rows, at least one model.</param>
    /// <param name="loss">The loss of predictions, the lower the better.</param>
    /// <param name="steps">How many additions, at most; of all prefixes the best counts, of equal ones the shortest.</param>
    /// <returns>One number a model; of models that lower the loss alike the first is added.</returns>
    public static int[] Counts(IReadOnlyList<double[]> predictions, Func<double[], double> loss, int steps)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        double[] sum = new double[predictions[0].Length];
        int[] counts = new int[predictions.Count], best = counts;
        double lowest = double.PositiveInfinity;
        for (int step = 1; step <= steps; step++)
        {
            double[] losses = [.. predictions.Select(added => loss(Mean(sum, added, step)))];
            int next = Array.IndexOf(losses, losses.Min());
            counts = [.. counts.Select((count, model) => model == next ? count + 1 : count)];
            sum = [.. sum.Zip(predictions[next], (total, one) => total + one)];
            if (losses[next] < lowest)
                (lowest, best) = (losses[next], counts);
        }

        return best;
    }

    private static double[] Mean(double[] sum, double[] added, int count)
    {
        double[] mean = new double[sum.Length];
        for (int i = 0; i < mean.Length; i++)
            mean[i] = (sum[i] + added[i]) / count;
        return mean;
    }
}
