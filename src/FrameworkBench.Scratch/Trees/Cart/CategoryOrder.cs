namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// Puts categories into the order in which a good set for several classes is a prefix: along the first principal
/// component of their class shares (Coppersmith, Hong and Hosking 1999).
/// </summary>
internal static class CategoryOrder
{
    private const int Iterations = 30;

    /// <summary>The categories in that order.</summary>
    /// <param name="categories">The categories.</param>
    /// <param name="counts">Each one's weight by class.</param>
    public static int[] Of(int[] categories, int[][] counts)
    {
        int classCount = counts[0].Length;
        double[] weights = Array.ConvertAll(counts, count => (double)count.Sum());
        double[][] shares = new double[counts.Length][];
        double[] mean = new double[classCount];
        for (int c = 0; c < counts.Length; c++)
        {
            shares[c] = Array.ConvertAll(counts[c], count => count / weights[c]);
            for (int label = 0; label < classCount; label++)
                mean[label] += counts[c][label] / weights.Sum();
        }

        foreach (double[] own in shares)
        {
            for (int label = 0; label < classCount; label++)
                own[label] -= mean[label];
        }

        double[] keys = Project(shares, weights, classCount);
        int[] order = [.. categories];
        Array.Sort(keys, order);
        return order;
    }

    // Power iteration on the weighted covariance, started from the share that differs most.
    private static double[] Project(double[][] shares, double[] weights, int classCount)
    {
        double[] direction = [.. shares[Farthest(shares, weights)]];
        double[] keys = new double[shares.Length];
        for (int iteration = 0; iteration <= Iterations; iteration++)
        {
            for (int c = 0; c < shares.Length; c++)
            {
                keys[c] = 0;
                for (int label = 0; label < classCount; label++)
                    keys[c] += shares[c][label] * direction[label];
            }

            Array.Clear(direction);
            for (int c = 0; c < shares.Length; c++)
            {
                for (int label = 0; label < classCount; label++)
                    direction[label] += weights[c] * keys[c] * shares[c][label];
            }

            double length = Math.Sqrt(direction.Sum(x => x * x));
            if (length == 0)
                break;
            for (int label = 0; label < classCount; label++)
                direction[label] /= length;
        }

        return keys;
    }

    private static int Farthest(double[][] shares, double[] weights)
    {
        double[] distances = [.. shares.Zip(weights, (own, weight) => weight * own.Sum(x => x * x))];
        return Array.IndexOf(distances, distances.Max());
    }
}
