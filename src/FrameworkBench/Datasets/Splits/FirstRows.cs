namespace FrameworkBench.Datasets.Splits;

/// <summary>Trains on the first rows and tests on the rest: for data sets that come with a division of their own.</summary>
/// <param name="TrainRows">How many rows train.</param>
public sealed record FirstRows(int TrainRows) : SplitPlan
{
    /// <inheritdoc/>
    public override int Count => 1;

    internal override IEnumerable<(int[] Train, int[] Test)> Divide(Dataset dataset, RowUnits units)
    {
        if (TrainRows < 1 || TrainRows >= dataset.Rows)
            throw new DatasetException(dataset.Name, $"{TrainRows} training rows out of {dataset.Rows} leave nothing to "
                + "train on or nothing to test on");
        return [([.. Enumerable.Range(0, TrainRows)], [.. Enumerable.Range(TrainRows, dataset.Rows - TrainRows)])];
    }
}
