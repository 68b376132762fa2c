namespace FrameworkBench.Datasets.Splits;

/// <summary>
/// Divides the rows into folds and tests on each in turn, exactly as scikit-learn's <c>KFold</c>, <c>StratifiedKFold</c>,
/// <c>RepeatedKFold</c> and <c>RepeatedStratifiedKFold</c> do; one stream of random numbers runs through all repeats. Rows of a side are in
/// ascending order. A table in order of time is divided as <c>TimeSeriesSplit</c> does: each split tests on a block of rows and trains on
/// all before it. Where a repeat would bring the same rows and count them as new evidence, a table is divided once: in order of time,
/// without a shuffle, and where a fold has fewer than two rows, groups or sets of equal rows.
/// </summary>
/// <param name="Folds">Number of folds, 2 or more.</param>
/// <param name="Repeats">How often to do it, each time shuffled anew.</param>
/// <param name="RandomState">Seed of the shuffles.</param>
/// <param name="Stratified">Gives every fold the classes in equal shares. It has no effect on a regression, which has no classes.</param>
/// <param name="Shuffle">Shuffles before dividing; without it, folds follow the order of the file.</param>
public sealed record KFold(int Folds, int Repeats = 1, uint RandomState = 42, bool Stratified = false, bool Shuffle = true) : SplitPlan
{
    /// <summary>
    /// Rows from which a table counts as large and is divided into <see cref="FoldsOnLarge"/> folds, <see cref="RepeatsOnLarge"/> times;
    /// null makes no difference.
    /// </summary>
    public int? LargeFrom { get; init; }

    /// <summary>Number of folds of a large table, 2 or more; null for that of all others.</summary>
    public int? FoldsOnLarge { get; init; }

    /// <summary>How often a large table is divided; with equally many folds, the first times of those that a smaller one is.</summary>
    public int RepeatsOnLarge { get; init; } = 1;

    /// <inheritdoc/>
    public override int Count => Folds * Repeats;

    /// <inheritdoc/>
    public override int CountOn(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return On(dataset).Count;
    }

    internal override IEnumerable<(int[] Train, int[] Test)> Divide(Dataset dataset, RowUnits units) =>
        units.AreOrdered ? On(dataset, units).Forward(dataset, units) : On(dataset, units).Deal(dataset, units);

    /// <summary>Gives every unit to one fold of each repeat, whatever the order of the units means.</summary>
    /// <exception cref="DatasetException">There are too few units.</exception>
    internal IEnumerable<(int[] Train, int[] Test)> Deal(Dataset dataset, RowUnits units)
    {
        CheckNumbers(dataset);
        if (units.Count < Folds)
            throw new DatasetException(dataset.Name, $"{Folds} folds need at least {Folds} {units.Noun}, found {units.Count}");
        bool stratified = Stratified && dataset.IsClassification;
        if (stratified && units.ClassCounts().Max() < Folds)
            throw new DatasetException(
                dataset.Name,
                $"{Folds} stratified folds need a class of at least {Folds} {units.Noun}; the largest has {units.ClassCounts().Max()}");

        var random = new NumpyRandom(RandomState);
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            int[] foldOf = stratified ? StratifiedFolds(units, random) : PlainFolds(units.Count, random);
            for (int fold = 0; fold < Folds; fold++)
                yield return (Side(units, foldOf, unitFold => unitFold != fold), Side(units, foldOf, unitFold => unitFold == fold));
        }
    }

    // As TimeSeriesSplit does: blocks of one size, the first of them and what is left over only train.
    private IEnumerable<(int[] Train, int[] Test)> Forward(Dataset dataset, RowUnits units)
    {
        CheckNumbers(dataset);
        int size = units.Count / (Folds + 1);
        if (size < 1)
            throw new DatasetException(
                dataset.Name, $"{Folds} folds in order of time need at least {Folds + 1} {units.Noun}, found {units.Count}");
        for (int start = units.Count - (Folds * size); start < units.Count; start += size)
            yield return (units.Rows([.. Enumerable.Range(0, start)]), units.Rows([.. Enumerable.Range(start, size)]));
    }

    /// <summary>How a table of a size is divided: no further difference is made between small and large ones.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="inOrder">Whether its rows are in order of time.</param>
    internal KFold On(double rows, bool inOrder)
    {
        KFold plan = rows >= LargeFrom ? this with { Folds = FoldsOnLarge ?? Folds, Repeats = RepeatsOnLarge } : this;
        return plan with { Repeats = inOrder || !Shuffle ? 1 : plan.Repeats, LargeFrom = null, FoldsOnLarge = null, RepeatsOnLarge = 1 };
    }

    private void CheckNumbers(Dataset dataset)
    {
        if (Folds < 2 || Repeats < 1)
            throw new DatasetException(dataset.Name, $"{Folds} folds repeated {Repeats} times are impossible; "
                + "expected at least 2 folds, repeated at least once");
    }

    private KFold On(Dataset dataset, RowUnits? units = null)
    {
        KFold plan = On(dataset.Rows, dataset.Times is not null);
        return plan.Repeats > 1 && (units ?? RowUnits.Of(dataset, null, KeepDuplicatesTogether)).Count < 2 * plan.Folds
            ? plan with { Repeats = 1 } : plan;
    }

    private static int[] Side(RowUnits units, int[] foldOf, Func<int, bool> belongs)
    {
        int[] rows = units.Rows([.. Enumerable.Range(0, foldOf.Length).Where(unit => belongs(foldOf[unit]))]);
        Array.Sort(rows);
        return rows;
    }

    private int[] PlainFolds(int count, NumpyRandom random)
    {
        int[] order = Shuffle ? random.Permutation(count) : [.. Enumerable.Range(0, count)];
        int[] foldOf = new int[count];
        int next = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            int size = (count / Folds) + (fold < count % Folds ? 1 : 0);
            for (int i = 0; i < size; i++)
                foldOf[order[next++]] = fold;
        }

        return foldOf;
    }

    /// <summary>
    /// Deals the units, sorted by class, to the folds in turn: that fixes how many of each class a fold gets. Which ones is then drawn
    /// class by class, in the order in which the classes first appear.
    /// </summary>
    private int[] StratifiedFolds(RowUnits units, NumpyRandom random)
    {
        int[][] members = units.MembersByFirstAppearance();
        int[] foldOf = new int[units.Count];
        int dealt = 0;
        foreach (int[] unitsOfClass in members)
        {
            int[] sizes = new int[Folds];
            for (int i = 0; i < unitsOfClass.Length; i++)
                sizes[dealt++ % Folds]++;
            int[] folds = [.. Enumerable.Range(0, Folds).SelectMany(fold => Enumerable.Repeat(fold, sizes[fold]))];
            if (Shuffle)
                random.Shuffle(folds.AsSpan());
            for (int i = 0; i < folds.Length; i++)
                foldOf[unitsOfClass[i]] = folds[i];
        }

        return foldOf;
    }
}
