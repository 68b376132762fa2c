using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Reads beside the inputs which rows belong together: by the column that a user named, else by each that may say so.</summary>
internal sealed class RowGrouping
{
    private readonly (int Field, string Name, GroupReader Reader)[] readers;

    /// <summary>Nothing read yet.</summary>
    /// <param name="question">What is asked; a column that has a reading of its own there is not looked at.</param>
    /// <param name="scan">The file.</param>
    /// <param name="columns">What its columns were taken for.</param>
    public RowGrouping(TableQuestion question, TableScan scan, IReadOnlyList<UnderstoodColumn> columns)
    {
        IsAsked = columns.Any(column => column.Reading == ColumnReading.Group);
        readers =
        [
            .. columns.Index().Where(column => IsAsked ? column.Item.Reading == ColumnReading.Group
                : column.Item.Name != question.Target && !question.Readings.ContainsKey(column.Item.Name)
                    && LikelyGroups.MayBe(column.Item, scan.Columns[column.Index]))
                .Select(column => (column.Index, column.Item.Name, new GroupReader())),
        ];
    }

    /// <summary>Whether a user named the column.</summary>
    public bool IsAsked { get; }

    /// <summary>Reads the next row.</summary>
    public void Add(CsvRecords records)
    {
        foreach ((int field, _, GroupReader reader) in readers)
            reader.Add(records.Characters(field));
    }

    /// <summary>A table with its groups, where a user named their column.</summary>
    /// <param name="dataset">The table, all rows read.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="DatasetException">There are too few groups to test on new ones.</exception>
    public Dataset Of(Dataset dataset, string path)
    {
        if (!IsAsked)
            return dataset;
        (_, string name, GroupReader reader) = readers[0];
        return reader.Texts >= LikelyGroups.Fewest ? dataset with { GroupName = name, Groups = reader.Finish() }
            : throw new DatasetException(
                path, $"'{name}' has {Counting.Of(reader.Texts, "value")}; expected at least {LikelyGroups.Fewest}: with fewer, "
                    + "no test on new ones means anything");
    }

    /// <summary>The column that names things with several rows each, and how many; the one with most where there are several.</summary>
    /// <param name="dataset">The table, all rows read.</param>
    /// <param name="sources">The column of each of its inputs.</param>
    public (string Name, int Count)? Likely(Dataset dataset, IReadOnlyList<string> sources) => IsAsked ? null : readers
        .OrderByDescending(column => column.Reader.Texts)
        .Where(column => LikelyGroups.Are(
            column.Name, column.Reader.Known, dataset,
            Enumerable.Range(0, sources.Count).Where(input => sources[input] != column.Name)))
        .Select(column => ((string, int)?)(column.Name, column.Reader.Texts)).FirstOrDefault();
}
