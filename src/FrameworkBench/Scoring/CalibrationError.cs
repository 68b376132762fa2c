namespace FrameworkBench.Scoring;

/// <summary>
/// The expected calibration error: how far the probability of the predicted class lies from how often that class is right, as a mean over
/// bins of equally many rows (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017; equally many rows a bin: Nixon et al. 2019).
/// </summary>
internal static class CalibrationError
{
    /// <summary>The number of bins where there are rows enough.</summary>
    internal const int MostBins = 10;

    /// <summary>With fewer rows a bin there are fewer bins.</summary>
    internal const int LeastRowsOfBin = 10;

    // Probabilities that agree to six decimals are tied: engines that compute in 32 bits differ beyond.
    private const double Grid = 1e6;

    /// <summary>The number of bins for some rows.</summary>
    internal static int Bins(int rows) => Math.Clamp(rows / LeastRowsOfBin, 1, MostBins);

    /// <summary>
    /// Σ over bins of |sum of the probabilities − number right| / rows. Rows are in order of the probability of their predicted class, and
    /// the bin of a row is ⌊bins · r / rows⌋, where r is the number of rows with a lower one, so tied rows share a bin.
    /// </summary>
    /// <param name="labels">True class index of each row, at least one row.</param>
    /// <param name="probabilities">rows × classes, row after row, all finite.</param>
    /// <param name="classes">How many classes, two or more.</param>
    /// <returns>The error, from 0 to 1.</returns>
    internal static double Of(ReadOnlySpan<int> labels, ReadOnlySpan<double> probabilities, int classes)
    {
        int rows = labels.Length;
        double[] gaps = new double[rows], keys = new double[rows];
        int[] order = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> ofRow = probabilities.Slice(row * classes, classes);
            int predicted = Scorer.LargestOf(ofRow);
            gaps[row] = ofRow[predicted] - (predicted == labels[row] ? 1 : 0);
            keys[row] = Math.Round(ofRow[predicted] * Grid);
            order[row] = row;
        }

        Array.Sort(keys, order);
        double[] ofBins = new double[Bins(rows)];
        int lower = 0;
        for (int place = 0; place < rows; place++)
        {
            if (place > 0 && keys[place] > keys[place - 1])
                lower = place;
            ofBins[(long)ofBins.Length * lower / rows] += gaps[order[place]];
        }

        return ofBins.Sum(Math.Abs) / rows;
    }

    /// <summary>
    /// What chance alone makes of perfectly calibrated probabilities, at most, in a mean over many samples: about
    /// √(2/π · a(1 − a) · bins / rows) for an accuracy a. Probabilities that differ more between rows stay further below it.
    /// </summary>
    /// <param name="rows">The number of rows, at least one.</param>
    /// <param name="accuracy">The share of rows whose predicted class is right.</param>
    internal static double ByChance(int rows, double accuracy) =>
        Math.Sqrt(2 / Math.PI * accuracy * (1 - accuracy) * Bins(rows) / rows);
}
