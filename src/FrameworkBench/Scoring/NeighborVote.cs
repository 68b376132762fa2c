namespace FrameworkBench.Scoring;

/// <summary>
/// Predicts classes by a vote of the nearest known rows (Cover and Hart 1967; scikit-learn's KNeighborsClassifier): so simple that it shows
/// what a code holds rather than what a classifier makes of it.
/// </summary>
public static class NeighborVote
{
    /// <summary>How many neighbours vote on a code.</summary>
    public const int Neighbors = 5;

    /// <summary>The share of rows whose class the vote predicts.</summary>
    /// <param name="known">Known rows × columns, row after row.</param>
    /// <param name="knownLabels">Class of each known row, at least one row.</param>
    /// <param name="asked">Rows to tell × columns.</param>
    /// <param name="labels">Their true classes, at least one row.</param>
    /// <param name="columns">Numbers a row, at least 1.</param>
    /// <param name="neighbors">How many of the nearest known rows, by Euclidean distance, vote; all where there are fewer. Of equally near
    /// rows the first comes first, of equally many votes the smaller class.</param>
    /// <exception cref="ArgumentException">There are no rows, or the lengths do not fit together.</exception>
    public static double Accuracy(
        ReadOnlySpan<double> known, ReadOnlySpan<int> knownLabels, ReadOnlySpan<double> asked, ReadOnlySpan<int> labels, int columns,
        int neighbors = Neighbors)
    {
        if (columns < 1 || knownLabels.IsEmpty || labels.IsEmpty || known.Length != (long)knownLabels.Length * columns
            || asked.Length != (long)labels.Length * columns)
            throw new ArgumentException($"{knownLabels.Length} known and {labels.Length} asked rows of {columns} columns do not fit "
                + $"{known.Length} and {asked.Length} numbers.", nameof(columns));
        int right = 0;
        double[] distances = new double[knownLabels.Length];
        int[] rows = new int[knownLabels.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> point = asked.Slice(row * columns, columns);
            for (int other = 0; other < rows.Length; other++)
                (rows[other], distances[other]) = (other, SquaredDistance(point, known.Slice(other * columns, columns)));
            right += Vote(rows, distances, knownLabels, Math.Min(neighbors, rows.Length)) == labels[row] ? 1 : 0;
        }

        return (double)right / labels.Length;
    }

    private static int Vote(int[] rows, double[] distances, ReadOnlySpan<int> labels, int neighbors)
    {
        var votes = new Dictionary<int, int>();
        for (int i = 0; i < neighbors; i++)
        {
            // A few passes over the distances are cheaper than sorting them all.
            int nearest = i;
            for (int other = i + 1; other < rows.Length; other++)
            {
                if (distances[rows[other]] < distances[rows[nearest]]
                    || (distances[rows[other]] == distances[rows[nearest]] && rows[other] < rows[nearest]))
                    nearest = other;
            }

            (rows[i], rows[nearest]) = (rows[nearest], rows[i]);
            int label = labels[rows[i]];
            votes[label] = votes.GetValueOrDefault(label) + 1;
        }

        return votes.MaxBy(vote => (vote.Value, -vote.Key)).Key;
    }

    private static double SquaredDistance(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        return sum;
    }
}
