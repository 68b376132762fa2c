namespace FrameworkBench.Datasets.Splits;

/// <summary>How a data set is divided into training and test rows, the same for every engine.</summary>
public abstract record SplitPlan
{
    // Row numbers in memory at once, of 4 bytes each.
    private const long MostRowNumbers = 100_000_000;

    /// <summary>
    /// Keeps rows that are equal in all inputs on one side, whatever their targets. The plan's own algorithm then divides groups of equal
    /// rows, numbered by their first row, instead of rows; sides and folds differ in size by what the groups differ. Without equal rows
    /// nothing changes. A table's own groups stay together in any case. It has no effect in order of time: what is known of earlier rows
    /// may train.
    /// </summary>
    public bool KeepDuplicatesTogether { get; init; }

    /// <summary>How many splits the plan makes.</summary>
    public abstract int Count { get; }

    /// <summary>How many splits it makes of one data set: fewer where the data set is too small for all.</summary>
    /// <exception cref="DatasetException">It is too small for any.</exception>
    public virtual int CountOn(Dataset dataset) => Count;

    /// <summary>Divides a data set.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="validation">Which of the training rows to set aside; null sets none aside.</param>
    /// <exception cref="DatasetException">The data set is too small for the plan, a class has too few rows, or a number of the plan makes
    /// no sense.</exception>
    public IReadOnlyList<Split> Split(Dataset dataset, ValidationPlan? validation = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        CheckSize(dataset, CountOn(dataset), dataset.Rows);
        var units = RowUnits.Of(dataset, null, KeepDuplicatesTogether);
        return [.. Divide(dataset, units).Select((parts, index) =>
        {
            if (this is not AllRows { IsJudged: false })
                SideCheck.ThrowIfMixed(dataset, parts.Train, parts.Test);
            var split = new Split(index, parts.Train, [], parts.Test);
            return validation is null ? split : validation.SetAside(dataset, split);
        })];
    }

    /// <summary>
    /// Divides the training rows of a split into folds as scikit-learn's <c>KFold(folds, shuffle=True, random_state=…)</c> does, or its
    /// <c>StratifiedKFold</c> where this plan is stratified. Rows with equal inputs share a fold, and so do those of a group. In order of
    /// time folds are blocks of neighboring rows: each is left out once, whereas the test rows are later than all of them.
    /// </summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="trainRows">The training rows.</param>
    /// <param name="folds">How many folds, 2 or more.</param>
    /// <param name="randomState">Seed of the shuffle.</param>
    /// <returns>The rows of each fold, and all others; both ascending.</returns>
    /// <exception cref="DatasetException">There are too few rows.</exception>
    public IReadOnlyList<(int[] Others, int[] Fold)> FoldsOf(Dataset dataset, int[] trainRows, int folds, uint randomState)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(trainRows);
        CheckSize(dataset, folds, trainRows.Length);
        bool stratified = this is KFold { Stratified: true } or HoldOut { Stratified: true } or AllRows { Stratified: true };
        var units = RowUnits.Of(dataset, trainRows, grouped: true);
        var plan = new KFold(folds, 1, randomState, stratified && !units.AreOrdered, Shuffle: !units.AreOrdered);
        return [.. plan.Deal(dataset, units)];
    }

    /// <summary>Training and test rows of each split.</summary>
    internal abstract IEnumerable<(int[] Train, int[] Test)> Divide(Dataset dataset, RowUnits units);

    private static void CheckSize(Dataset dataset, int splits, int rows)
    {
        if ((long)splits * rows > MostRowNumbers)
            throw new DatasetException(dataset.Name, FormattableString.Invariant($"{splits:N0} splits of {rows:N0} rows are too many; ")
                + FormattableString.Invariant($"splits times rows must be at most {MostRowNumbers:N0}"));
    }
}
