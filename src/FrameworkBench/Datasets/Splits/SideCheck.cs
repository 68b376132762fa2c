namespace FrameworkBench.Datasets.Splits;

/// <summary>Holds the sides of a division to the groups and the time of its table.</summary>
internal static class SideCheck
{
    private const string Other = "use another split, such as {hold_out: 0.2} or {k_fold: 5}";

    /// <exception cref="DatasetException">A group has rows on both sides, or a row is tested by a model that trains on later ones. Only a
    /// plan that fixes its rows by their place in the file can do either.</exception>
    public static void ThrowIfMixed(Dataset dataset, int[] train, int[] test)
    {
        if (dataset.Groups is { } groups && train.Select(row => groups[row]).Intersect(test.Select(row => groups[row])).Any())
            throw new DatasetException(dataset.Name, $"rows of one '{dataset.GroupName}' would train and test; {Other}");
        if (dataset.Times is { } times && train.Max(row => times[row]) >= test.Min(row => times[row]))
            throw new DatasetException(
                dataset.Name, $"rows would be tested by a model trained on rows that are not earlier by '{dataset.TimeName}'; {Other}");
    }
}
