using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;

namespace FrameworkBench.Tests.Asking.Recognition;

public sealed class ReadingsFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_table_that_is_read_by_the_file_of_its_readings_is_the_same_table()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(row =>
            $"{row};{(row % 28) + 1:00}.0{(row % 9) + 1}.2016;{row + 30},5;{(row % 3 == 0 ? "ja" : "nein")};{"abc"[row % 3]};{row % 2};"
            + $"1.{row + 100},50 €\n"));
        string path = folder.Write("houses.csv", $"id;sold;area;garden;kind;floors;price\n{rows}");
        UnderstoodTable first = TableReader.Read(new TableQuestion(path, "price"));

        string readings = folder.Write("readings.yaml", ReadingsFile.Write(first, "houses"));
        UnderstoodTable second = TableReader.Read(new TableQuestion(path, "price") { Readings = ReadingsFile.Read(readings) });

        Assert.Equal(
            [
                ColumnReading.Ignored, ColumnReading.Date, ColumnReading.Number, ColumnReading.YesNo, ColumnReading.Category,
                ColumnReading.Number, ColumnReading.Number,
            ],
            first.Columns.Select(column => column.Reading));
        Assert.Equal(first.Columns.Select(column => column.Reading), second.Columns.Select(column => column.Reading));
        Assert.Equal(first.Dataset.Checksum, second.Dataset.Checksum);
        Assert.Equal(first.Dataset.Features.Values, second.Dataset.Features.Values);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("- a: [b]")]
    [InlineData("# price, \"in €\" \\ and 'more'")]
    [InlineData("two\nlines")]
    [InlineData("<<")]
    [InlineData("")]
    public void A_column_of_any_name_keeps_its_name(string name)
    {
        var table = new UnderstoodTable
        {
            Dataset = new Dataset
            {
                Name = "t",
                Task = default,
                Columns = [],
                Features = new FeatureMatrix(0, 0, []),
                TargetName = "y",
                Checksum = "",
            },
            Columns = [new UnderstoodColumn(name, ColumnReading.YesNo), new UnderstoodColumn("other", ColumnReading.Ignored)],
            RowsInFile = 0,
            Sources = [],
        };

        IReadOnlyDictionary<string, ColumnReading> read = ReadingsFile.Read(folder.Write("r.yaml", ReadingsFile.Write(table, "a\nb: c")));

        Assert.Equal([(name, ColumnReading.YesNo), ("other", ColumnReading.Ignored)], read.Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData("price: numbr\n", "r.yaml:1: price: 'numbr' is not a kind of column; did you mean 'number'?")]
    [InlineData("a: date\nb: [1]\n", "r.yaml:2: b: '' is not a kind of column; choose from number, category, yes_no, date, group, ignore")]
    [InlineData("- price\n", "r.yaml:1: expected columns and how to read each; give a line for each column, such as price: number")]
    [InlineData("", "r.yaml: the file is empty; give a line for each column, such as price: number")]
    public void A_file_that_is_wrong_is_reported_with_its_line(string text, string expected)
    {
        string path = folder.Write("r.yaml", text);

        DatasetException error = Assert.Throws<DatasetException>(() => ReadingsFile.Read(path));

        Assert.Equal(expected, error.Message[(folder.Path.Length + 1)..]);
    }
}
