namespace FrameworkBench.Datasets.Splits;

/// <summary>Trains and tests on the rows that whoever published the data set set apart for it.</summary>
public sealed record PublishedRows : SplitPlan
{
    /// <inheritdoc/>
    public override int Count => 1;

    internal override IEnumerable<(int[] Train, int[] Test)> Divide(Dataset dataset, RowUnits units) =>
        dataset.PublishedTrainRows is int rows
        ? new FirstRows(rows).Divide(dataset, units)
        : throw new DatasetException(dataset.Name, "it was published without training and test rows; "
            + "use another split, such as {hold_out: 0.2}");
}
