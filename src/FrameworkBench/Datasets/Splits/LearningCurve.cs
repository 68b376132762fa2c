namespace FrameworkBench.Datasets.Splits;

/// <summary>
/// Trains on more and more rows and always tests on the same ones; a repeat draws both anew. Within a repeat the rows of a smaller training
/// set are the first of a larger one. A repeat's largest training set and its test rows are those of scikit-learn's
/// <c>ShuffleSplit(n_splits=Repeats, train_size=…, test_size=TestRows, random_state=RandomState)</c>.
/// </summary>
/// <remarks>
/// In order of time the last rows test and the last before them train; a table is then divided once, because a repeat would bring the same
/// rows.
/// </remarks>
/// <param name="TrainRows">How many rows train, ascending. A table that has fewer leaves the larger numbers out.</param>
/// <param name="TestRows">How many rows test.</param>
/// <param name="Repeats">How often to draw; one stream of random numbers runs through all repeats.</param>
/// <param name="RandomState">Seed of the draws.</param>
public sealed record LearningCurve(IReadOnlyList<int> TrainRows, int TestRows, int Repeats = 1, uint RandomState = 42) : SplitPlan
{
    /// <summary>How many splits a table makes that is large enough for all numbers of training rows.</summary>
    public override int Count => TrainRows.Count * Repeats;

    /// <inheritdoc/>
    public override int CountOn(Dataset dataset) => SizesOn(dataset).Length * RepeatsOn(dataset);

    /// <summary>The numbers of training rows that a table is large enough for.</summary>
    /// <exception cref="DatasetException">It is too small for the least of them.</exception>
    public int[] SizesOn(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);

        // Rows that stay together at the border between both sides may cost all of them but one.
        int spared = RowUnits.Of(dataset, null, KeepDuplicatesTogether).MostRows - 1;
        int most = dataset.Rows - TestRows - spared;
        int[] sizes = [.. TrainRows.Where(rows => rows <= most)];
        return sizes.Length > 0 && TestRows > 0 && sizes[0] > 0 && Repeats > 0
            ? sizes
            : throw new DatasetException(dataset.Name, $"{TrainRows.DefaultIfEmpty().Min()} training rows and {TestRows} test rows "
                + $"cannot be drawn {Repeats} times from {dataset.Rows} rows");
    }

    /// <summary>Two plans are equal when all their numbers are.</summary>
    public bool Equals(LearningCurve? other) =>
        base.Equals(other) && TrainRows.SequenceEqual(other.TrainRows)
            && (TestRows, Repeats, RandomState) == (other.TestRows, other.Repeats, other.RandomState);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), TrainRows.Count, TestRows, Repeats, RandomState);

    internal override IEnumerable<(int[] Train, int[] Test)> Divide(Dataset dataset, RowUnits units)
    {
        int[] sizes = SizesOn(dataset);
        var random = new NumpyRandom(RandomState);
        for (int repeat = 0; repeat < RepeatsOn(dataset); repeat++)
        {
            int[] order = units.AreOrdered ? [.. Enumerable.Range(0, units.Count).Reverse()] : random.Permutation(units.Count);
            var test = new List<int>(TestRows);
            int tested = 0;
            while (test.Count < TestRows)
                test.AddRange(units.Rows([order[tested++]]));
            int[] testRows = [.. test[..TestRows]];
            int[] others = units.Rows(order[tested..]);
            foreach (int size in sizes)
                yield return (others[..size], testRows);
        }
    }

    private int RepeatsOn(Dataset dataset) => dataset.Times is null ? Repeats : 1;
}
