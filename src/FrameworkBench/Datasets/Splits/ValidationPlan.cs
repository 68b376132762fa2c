namespace FrameworkBench.Datasets.Splits;

/// <summary>Which of the training rows are set aside, to stop early or to choose a model by.</summary>
/// <param name="Fraction">Share of the training rows, between 0 and 1.</param>
/// <param name="Selection">How they are picked; in order of time always the last.</param>
/// <param name="RandomState">Seed of the permutation; the last rows need none.</param>
public sealed record ValidationPlan(double Fraction, ValidationSelection Selection = ValidationSelection.Stratified, uint RandomState = 42)
{
    /// <summary>Keeps rows with equal inputs on one side, as <see cref="SplitPlan.KeepDuplicatesTogether"/> does.</summary>
    public bool KeepDuplicatesTogether { get; init; }

    /// <summary>A split some of whose training rows are set aside.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="split">The split, with none set aside.</param>
    /// <exception cref="DatasetException">There are too few rows.</exception>
    internal Split SetAside(Dataset dataset, Split split)
    {
        var units = RowUnits.Of(dataset, split.TrainRows, KeepDuplicatesTogether);
        (int[] train, int[] validation) = Selection == ValidationSelection.Last || units.AreOrdered
            ? Last(dataset, units)
            : ShuffleSplit.Divide(
                dataset, units, Fraction, RandomState,
                Selection == ValidationSelection.Stratified && ShuffleSplit.CanStratify(units, Fraction));
        return new Split(split.Index, units.Rows(train), units.Rows(validation), split.TestRows);
    }

    private (int[] Train, int[] Validation) Last(Dataset dataset, RowUnits units)
    {
        ShuffleSplit.CheckFraction(dataset, Fraction);
        int train = (int)Math.Floor(units.Count * (1 - Fraction));
        if (train < 1)
            throw new DatasetException(dataset.Name, $"a share of {Fraction} of {units.Count} {units.Noun} leaves none for training");
        return ([.. Enumerable.Range(0, train)], [.. Enumerable.Range(train, units.Count - train)]);
    }
}
