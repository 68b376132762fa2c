namespace FrameworkBench.Datasets.Splits;

/// <summary>Trains and tests on every row, in the order of the file: for truth tables, which have no other rows.</summary>
public sealed record AllRows : SplitPlan
{
    /// <summary>Whether the folds of a bag have the classes in the shares of the table.</summary>
    public bool Stratified { get; init; }

    /// <inheritdoc/>
    public override int Count => 1;

    internal override IEnumerable<(int[] Train, int[] Test)> Divide(Dataset dataset, RowUnits units)
    {
        int[] rows = [.. Enumerable.Range(0, dataset.Rows)];
        return [(rows, rows)];
    }
}
