namespace FrameworkBench.Scoring;

/// <summary>How well a score ranks rows of a class above the others.</summary>
internal static class RocCurve
{
    /// <summary>
    /// Area under the receiver operating characteristic: the chance that a row of the class has a higher score than one that is not, half
    /// for ties (Hanley and McNeil 1982). Null unless there are both.
    /// </summary>
    public static double? Area(ReadOnlySpan<int> labels, int positive, ReadOnlySpan<double> scores)
    {
        double[] sorted = scores.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double rankSum = 0;
        long positives = 0;
        for (int start = 0; start < sorted.Length;)
        {
            int end = start;
            int positivesOfTie = 0;
            while (end < sorted.Length && sorted[end] == sorted[start])
                positivesOfTie += labels[order[end++]] == positive ? 1 : 0;
            rankSum += positivesOfTie * ((start + 1.0 + end) / 2);
            positives += positivesOfTie;
            start = end;
        }

        long negatives = sorted.Length - positives;
        if (positives == 0 || negatives == 0)
            return null;
        return (rankSum - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
    }

    /// <summary>Binary: the area for the second class. More classes: the mean of each against the rest, null unless all occur.</summary>
    public static double? Area(ReadOnlySpan<int> labels, ReadOnlySpan<double> probabilities, int classes)
    {
        double[] column = new double[labels.Length];
        double sum = 0;
        int first = classes == 2 ? 1 : 0;
        for (int label = first; label < classes; label++)
        {
            for (int row = 0; row < column.Length; row++)
                column[row] = probabilities[(row * classes) + label];
            if (Area(labels, label, column) is not double area)
                return null;
            sum += area;
        }

        return sum / (classes - first);
    }
}
