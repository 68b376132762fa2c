namespace FrameworkBench.Datasets.Splits;

/// <summary>Joins rows that two groupings link, directly or over other rows.</summary>
internal static class LinkedRows
{
    /// <summary>
    /// A number of each row: two rows have the same when a chain of rows leads from one to the other whose neighbors share a group of
    /// either grouping. Found by union-find (Galler and Fischer 1964).
    /// </summary>
    /// <param name="rows">The rows to link; those left out link nothing.</param>
    /// <param name="first">Group of every row.</param>
    /// <param name="second">Another group of every row.</param>
    public static int[] Of(int[] rows, int[] first, int[] second)
    {
        int[] parent = [.. Enumerable.Range(0, first.Length)];
        foreach (int[] grouping in new[] { first, second })
        {
            var rowOf = new Dictionary<int, int>();
            foreach (int row in rows)
            {
                if (!rowOf.TryAdd(grouping[row], row))
                    parent[Root(parent, row)] = Root(parent, rowOf[grouping[row]]);
            }
        }

        return [.. parent.Select((_, row) => Root(parent, row))];
    }

    // Halves the path on its way up, so that later ones are short.
    private static int Root(int[] parent, int row)
    {
        while (parent[row] != row)
            row = parent[row] = parent[parent[row]];
        return row;
    }
}
