namespace FrameworkBench.Datasets.Splits;

/// <summary>
/// Divides the rows into folds and tests on each in turn, exactly as scikit-learn's <c>KFold</c>, <c>StratifiedKFold</c>,
/// <c>RepeatedKFold</c>
/// and <c>RepeatedStratifiedKFold</c> do; one stream of random numbers runs through all repeats. Rows of a side are in ascending order.
/// </summary>
/// <param name="Folds">Number of folds, 2 or more.</param>
/// <param name="Repeats">How often to do it, each time shuffled anew.</param>
/// <param name="RandomState">Seed of the shuffles.</param>
/// <param name="Stratified">Gives every fold the classes in equal shares. It has no effect on a regression, which has no classes.</param>
/// <param name="Shuffle">Shuffles before dividing; without it, folds follow the order of the file.</param>
public sealed record KFold(int Folds, int Repeats = 1, uint RandomState = 42, bool Stratified = false, bool Shuffle = true) : SplitPlan
{
    /// <summary>
    /// Rows from which a table counts as large and is divided only <see cref="RepeatsOnLarge"/> times; null makes no difference.
    /// </summary>
    public int? LargeFrom { get; init; }

    /// <summary>How often a large table is divided, the first times of those that a smaller one is.</summary>
    public int RepeatsOnLarge { get; init; } = 1;

    /// <inheritdoc/>
    public override int Count => Folds * Repeats;

    /// <inheritdoc/>
    public override int CountOn(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return Folds * RepeatsOn(dataset);
    }

    internal override IEnumerable<(int[] Train, int[] Test)> Divide(Dataset dataset, RowUnits units)
    {
        if (Folds < 2 || Repeats < 1)
            throw new DatasetException(dataset.Name, $"{Folds} folds repeated {Repeats} times are impossible; "
                + "expected at least 2 folds, repeated at least once");
        if (units.Count < Folds)
            throw new DatasetException(dataset.Name, $"{Folds} folds need at least {Folds} {units.Noun}, found {units.Count}");
        bool stratified = Stratified && dataset.IsClassification;
        if (stratified && units.ClassCounts().Max() < Folds)
            throw new DatasetException(
                dataset.Name,
                $"{Folds} stratified folds need a class of at least {Folds} {units.Noun}; the largest has {units.ClassCounts().Max()}");

        var random = new NumpyRandom(RandomState);
        for (int repeat = 0; repeat < RepeatsOn(dataset); repeat++)
        {
            int[] foldOf = stratified ? StratifiedFolds(units, random) : PlainFolds(units.Count, random);
            for (int fold = 0; fold < Folds; fold++)
                yield return (Side(units, foldOf, unitFold => unitFold != fold), Side(units, foldOf, unitFold => unitFold == fold));
        }
    }

    private int RepeatsOn(Dataset dataset) => dataset.Features.Rows >= LargeFrom ? RepeatsOnLarge : Repeats;

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
    /// class by
    /// class, in the order in which the classes first appear.
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
