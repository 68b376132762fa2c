namespace FrameworkBench.Datasets.Splits;

/// <summary>
/// What a split divides: single rows, rows that must stay together because their inputs or their group are equal, or, in order of time, the
/// rows of one time.
/// </summary>
internal sealed class RowUnits
{
    private readonly int[][] rowsOf;
    private readonly int[] classOf;
    private readonly int classes;

    private RowUnits(int[][] rowsOf, int[] classOf, int classes, string noun, bool areOrdered)
    {
        this.rowsOf = rowsOf;
        this.classOf = classOf;
        this.classes = classes;
        Noun = noun;
        AreOrdered = areOrdered;
    }

    /// <summary>Number of units.</summary>
    public int Count => rowsOf.Length;

    /// <summary>Rows of the largest unit.</summary>
    public int MostRows => rowsOf.Max(unit => unit.Length);

    /// <summary>What the units are, for messages.</summary>
    public string Noun { get; }

    /// <summary>Whether the units are in order of time, the earliest first, so that only earlier ones may train.</summary>
    public bool AreOrdered { get; }

    /// <summary>Units of some rows, numbered by first appearance among them; those of a table in order of time by their time.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="rows">The rows in their order; null takes all.</param>
    /// <param name="grouped">Whether rows with equal inputs form one unit, as the rows of one group always do. Its class is the one that
    /// most of its rows have, the first of several such. It has no effect in order of time.</param>
    public static RowUnits Of(Dataset dataset, int[]? rows, bool grouped)
    {
        rows ??= [.. Enumerable.Range(0, dataset.Rows)];
        int[][] units = dataset.Times is { } times
            ? [.. rows.GroupBy(row => times[row]).OrderBy(unit => unit.Key).Select(unit => unit.ToArray())]
            : Linked(dataset, rows, grouped) is { } linked
            ? [.. rows.GroupBy(row => linked[row]).Select(unit => unit.ToArray())]
            : [.. rows.Select(row => new[] { row })];
        int[] labels = dataset.IsClassification ? [.. units.Select(unit => CommonestLabel(dataset, unit))] : new int[units.Length];
        return new RowUnits(units, labels, Math.Max(1, dataset.ClassNames.Count), NounOf(dataset, grouped), dataset.Times is not null);
    }

    /// <summary>The rows of some units, unit after unit.</summary>
    public int[] Rows(int[] units) => [.. units.SelectMany(unit => rowsOf[unit])];

    /// <summary>The unit of each row, of units of all rows of a table.</summary>
    public int[] ByRow()
    {
        int[] unitOf = new int[rowsOf.Sum(unit => unit.Length)];
        foreach ((int unit, int[] rows) in rowsOf.Index())
        {
            foreach (int row in rows)
                unitOf[row] = unit;
        }

        return unitOf;
    }

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

    private static int CommonestLabel(Dataset dataset, int[] unit) =>
        unit.Length == 1 ? dataset.Labels[unit[0]] : unit.CountBy(row => dataset.Labels[row]).MaxBy(label => label.Value).Key;

    private static string NounOf(Dataset dataset, bool grouped) => dataset switch
    {
        { Times: not null } => $"different times by '{dataset.TimeName}'",
        { Groups: not null } => $"groups by '{dataset.GroupName}'{(grouped ? " and equal inputs" : "")}",
        _ => grouped ? "rows of different inputs" : "rows",
    };

    /// <summary>A number of each row of the table, the same for rows that stay together; null where none do.</summary>
    private static int[]? Linked(Dataset dataset, int[] rows, bool grouped)
    {
        if (dataset.Groups is not { } groups)
            return grouped ? dataset.DuplicateGroups : null;
        return grouped ? LinkedRows.Of(rows, groups, dataset.DuplicateGroups) : groups;
    }
}
