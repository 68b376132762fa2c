using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Gathers the column whose values say which rows stay together: states, farms, persons.</summary>
/// <param name="name">The column's name.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class CsvGroups(string name, ProblemList problems)
{
    private readonly TextCodes numbers = new();
    private readonly List<int> groups = [];

    public void Add(string text, int line)
    {
        if (CsvField.IsMissing(text))
            problems.AddOfTable($"{CsvField.Missing(text)}; every row needs a group", line, name);
        groups.Add(numbers.Of(text));
    }

    /// <summary>The group of each row; groups are numbered by their first row.</summary>
    public int[] Finish()
    {
        if (numbers.Count == 1)
            problems.AddOfTable(
                $"every row is of the group {CsvField.Quoted(numbers.Texts.First())}; expected at least two groups", column: name);
        return [.. groups];
    }
}
