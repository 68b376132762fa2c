namespace FrameworkBench.Datasets.Splits;

/// <summary>Draws one side of a division at random, as <c>train_test_split</c> of scikit-learn does.</summary>
internal static class ShuffleSplit
{
    /// <summary>Units of the two sides, in their shuffled order.</summary>
    public static (int[] Train, int[] Test) Divide(
        Dataset dataset, RowUnits units, double testFraction, uint randomState, bool stratified, int? trainUnits = null)
    {
        (int train, int test) = Sizes(dataset, units, testFraction, trainUnits);
        var random = new NumpyRandom(randomState);
        return stratified && dataset.IsClassification
            ? Stratified(dataset, units, train, test, random) : Plain(units.Count, train, test, random);
    }

    /// <summary>Numbers of units of the two sides.</summary>
    /// <exception cref="DatasetException">One side would have none, or there are too few to train on.</exception>
    public static (int Train, int Test) Sizes(Dataset dataset, RowUnits units, double testFraction, int? trainUnits)
    {
        CheckFraction(dataset, testFraction);
        int test = (int)Math.Ceiling(testFraction * units.Count);
        int train = units.Count - test;
        if (train < 1)
            throw new DatasetException(dataset.Name, $"a share of {testFraction} of {units.Count} {units.Noun} leaves none for training");
        if (trainUnits is int asked && (asked < 1 || asked > train))
            throw new DatasetException(dataset.Name, $"cannot train on {asked} {units.Noun}: {test} of {units.Count} are for testing");
        return (trainUnits ?? train, test);
    }

    /// <exception cref="DatasetException">It is no share.</exception>
    public static void CheckFraction(Dataset dataset, double fraction)
    {
        if (!(fraction is > 0 and < 1))
            throw new DatasetException(
                dataset.Name, $"a share of {fraction} of the rows cannot be set aside; expected a number between 0 and 1");
    }

    /// <summary>Whether a stratified division can put every class on both sides.</summary>
    public static bool CanStratify(RowUnits units, double testFraction)
    {
        int[] counts = [.. units.ClassCounts().Where(count => count > 0)];
        int test = (int)Math.Ceiling(testFraction * units.Count);
        return !counts.Contains(1) && Math.Min(test, units.Count - test) >= counts.Length;
    }

    private static (int[] Train, int[] Test) Plain(int count, int train, int test, NumpyRandom random)
    {
        int[] order = random.Permutation(count);
        return (order.AsSpan(test, train).ToArray(), order[..test]);
    }

    private static (int[] Train, int[] Test) Stratified(Dataset dataset, RowUnits units, int train, int test, NumpyRandom random)
    {
        int[] counts = units.ClassCounts();
        CheckClasses(dataset, units, counts, train, test);
        // Classes that have no unit here draw nothing and get nothing: NumPy would not list them at all.
        int[] present = [.. Enumerable.Range(0, counts.Length).Where(label => counts[label] > 0)];
        counts = [.. present.Select(label => counts[label])];
        int[] trainCounts = LikeliestCounts(counts, train, random);
        int[] testCounts = LikeliestCounts([.. counts.Zip(trainCounts, (all, taken) => all - taken)], test, random);

        int[][] members = units.MembersByClass();
        var trainSide = new List<int>(train);
        var testSide = new List<int>(test);
        for (int i = 0; i < present.Length; i++)
        {
            int[] shuffled = [.. random.Permutation(counts[i]).Select(place => members[present[i]][place])];
            trainSide.AddRange(shuffled.AsSpan(0, trainCounts[i]));
            testSide.AddRange(shuffled.AsSpan(trainCounts[i], testCounts[i]));
        }

        return (Shuffled(trainSide, random), Shuffled(testSide, random));
    }

    private static int[] Shuffled(List<int> items, NumpyRandom random)
    {
        int[] shuffled = [.. items];
        random.Shuffle(shuffled.AsSpan());
        return shuffled;
    }

    private static void CheckClasses(Dataset dataset, RowUnits units, int[] counts, int train, int test)
    {
        int lonely = Array.IndexOf(counts, 1);
        if (lonely >= 0)
            throw new DatasetException(dataset.Name, $"class '{dataset.ClassNames[lonely]}' has only 1 of the {units.Count} "
                + $"{units.Noun}; a stratified split needs at least 2 of each class");
        int classes = counts.Count(count => count > 0);
        if (Math.Min(train, test) < classes)
            throw new DatasetException(dataset.Name, $"a stratified split into {train} and {test} {units.Noun} cannot have all "
                + $"{classes} classes on both sides");
    }

    /// <summary>
    /// How many of each class are likeliest among so many draws without putting back: the shares rounded down, then one more for the
    /// largest remainders, ties drawn at random. The same approximation, with the same use of random numbers, as scikit-learn's
    /// <c>_approximate_mode</c>.
    /// </summary>
    internal static int[] LikeliestCounts(int[] classCounts, int draws, NumpyRandom random)
    {
        double total = classCounts.Sum();
        double[] shares = [.. classCounts.Select(count => count / total * draws)];
        int[] counts = [.. shares.Select(share => (int)Math.Floor(share))];
        int missing = draws - counts.Sum();
        double[] remainders = [.. shares.Select(share => share - Math.Floor(share))];
        foreach (double value in remainders.Distinct().OrderDescending())
        {
            if (missing == 0)
                break;
            int[] tied = [.. Enumerable.Range(0, counts.Length).Where(i => remainders[i] == value)];
            foreach (int chosen in random.Choose(tied, Math.Min(tied.Length, missing)))
            {
                counts[chosen]++;
                missing--;
            }
        }

        return counts;
    }
}
