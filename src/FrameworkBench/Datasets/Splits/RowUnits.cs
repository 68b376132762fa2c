namespace FrameworkBench.Datasets.Splits;

/// <summary>What a split divides: single rows, or groups of rows with equal inputs that must stay together.</summary>
internal sealed class RowUnits
{
    private readonly int[][] rowsOf;
    private readonly int[] classOf;
    private readonly int classes;

    private RowUnits(int[][] rowsOf, int[] classOf, int classes, bool grouped)
    {
        this.rowsOf = rowsOf;
        this.classOf = classOf;
        this.classes = classes;
        Noun = grouped ? "rows of different inputs" : "rows";
    }

    /// <summary>Number of units.</summary>
    public int Count => rowsOf.Length;

    /// <summary>What the units are, for messages.</summary>
    public string Noun { get; }

    /// <summary>Units of some rows, numbered by first appearance among them.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="rows">The rows in their order; null takes all.</param>
    /// <param name="grouped">Whether rows with equal inputs form one unit. Its class is the one that most of its rows have, the first of
    /// several such.</param>
    public static RowUnits Of(Dataset dataset, int[]? rows, bool grouped)
    {
        rows ??= [.. Enumerable.Range(0, dataset.Rows)];
        int[][] units = grouped
            ? [.. rows.GroupBy(row => dataset.DuplicateGroups[row]).Select(group => group.ToArray())]
            : [.. rows.Select(row => new[] { row })];
        int[] labels = dataset.IsClassification ? [.. units.Select(unit => CommonestLabel(dataset, unit))] : new int[units.Length];
        return new RowUnits(units, labels, Math.Max(1, dataset.ClassNames.Count), grouped);
    }

    private static int CommonestLabel(Dataset dataset, int[] unit) =>
        unit.Length == 1 ? dataset.Labels[unit[0]] : unit.CountBy(row => dataset.Labels[row]).MaxBy(label => label.Value).Key;

    /// <summary>The rows of some units, unit after unit.</summary>
    public int[] Rows(int[] units) => [.. units.SelectMany(unit => rowsOf[unit])];

    /// <summary>How many units each class has.</summary>
    public int[] ClassCounts()
    {
        int[] counts = new int[classes];
        foreach (int label in classOf)
            counts[label]++;
        return counts;
    }

    /// <summary>The units of each class, ascending; one list for each class of the data set.</summary>
    public int[][] MembersByClass() =>
        [.. Enumerable.Range(0, classes).Select(label => Enumerable.Range(0, Count).Where(unit => classOf[unit] == label).ToArray())];

    /// <summary>The units of each class that occurs, ascending; classes in the order of their first unit.</summary>
    public int[][] MembersByFirstAppearance() => [.. MembersByClass().Where(members => members.Length > 0).OrderBy(members => members[0])];
}
