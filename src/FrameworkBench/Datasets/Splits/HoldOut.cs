namespace FrameworkBench.Datasets.Splits;

/// <summary>
/// Sets rows aside to test on, exactly as <c>train_test_split(test_size=…, random_state=…, stratify=…)</c> of scikit-learn does, order of
/// rows included.
/// </summary>
/// <param name="TestFraction">Share of the rows to test on, between 0 and 1; rounded up to whole rows.</param>
/// <param name="RandomState">Seed of the permutation.</param>
/// <param name="Stratified">Gives both sides the classes in equal shares. It has no effect on a regression, which has no classes.</param>
public sealed record HoldOut(double TestFraction, uint RandomState = 42, bool Stratified = false) : SplitPlan
{
    /// <summary>
    /// How many rows to train on, as <c>train_size</c> of scikit-learn; null takes all that do not test. Without strata, the rows of a
    /// small number are among those of a larger one, and the test rows are the same: what a learning curve needs. Groups of equal rows
    /// count as one row. In order of time they are the last before the test rows.
    /// </summary>
    public int? TrainRows { get; init; }

    /// <inheritdoc/>
    public override int Count => 1;

    internal override IEnumerable<(int[] Train, int[] Test)> Divide(Dataset dataset, RowUnits units)
    {
        if (units.AreOrdered)
            return [LastRows(dataset, units)];
        (int[] train, int[] test) = ShuffleSplit.Divide(dataset, units, TestFraction, RandomState, Stratified, TrainRows);
        return [(units.Rows(train), units.Rows(test))];
    }

    private (int[] Train, int[] Test) LastRows(Dataset dataset, RowUnits units)
    {
        (int train, int test) = ShuffleSplit.Sizes(dataset, units, TestFraction, TrainRows);
        int firstTest = units.Count - test;
        return (units.Rows([.. Enumerable.Range(firstTest - train, train)]), units.Rows([.. Enumerable.Range(firstTest, test)]));
    }
}
