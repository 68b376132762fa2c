namespace FrameworkBench.Datasets;

/// <summary>Finds rows that are equal in every input, whatever their targets, so that a split can keep them together.</summary>
/// <remarks>
/// A group by inputs and target would be worse than none where equal inputs carry different targets: all copies with one
/// target would train, all copies with the other would test, and training would vote against the test.
/// </remarks>
internal static class DuplicateRows
{
    /// <summary>
    /// Group of each row: equal rows share one; groups are numbered by their first row. Missing values equal each other.
    /// </summary>
    /// <param name="features">Inputs, rows × columns.</param>
    public static int[] Group(FeatureMatrix features)
    {
        int[] groups = new int[features.Rows];
        int[] nextWithSameHash = new int[features.Rows];
        var firstWithHash = new Dictionary<int, int>(features.Rows);
        int count = 0;
        for (int row = 0; row < features.Rows; row++)
        {
            int hash = Hash(features.Row(row));
            int head = firstWithHash.GetValueOrDefault(hash, -1);
            int equal = head;
            while (equal >= 0 && !Equal(features.Row(equal), features.Row(row)))
                equal = nextWithSameHash[equal];
            if (equal >= 0)
            {
                groups[row] = groups[equal];
                continue;
            }

            groups[row] = count++;
            nextWithSameHash[row] = head;
            firstWithHash[hash] = row;
        }

        return groups;
    }

    private static int Hash(ReadOnlySpan<double> row)
    {
        var hash = new HashCode();
        foreach (double value in row)
            hash.Add(value);
        return hash.ToHashCode();
    }

    private static bool Equal(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            // Equals, unlike ==, holds for two NaN.
            if (!left[i].Equals(right[i]))
                return false;
        }

        return true;
    }
}
