using System.Globalization;
using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Experiments;

namespace FrameworkBench.Tests.Asking;

/// <summary>What was understood of a table reaches experiments as it was understood.</summary>
public sealed class PlainTableTests : IDisposable
{
    private static readonly string[] Colors = ["red", "dark \"blue\"", "green, pale", "7"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_plain_table_is_read_as_it_was_understood()
    {
        UnderstoodTable table = Read(
            "Preis;Fläche;Farbe;Balkon;Tag;Haus\n"
                + Rows(row => $"{row},{row % 7}5 €;1.{row % 10}00,5;{Quoted(Colors[row % 4])};"
                + $"{(row % 3 == 0 ? "ja" : "nein")};{1 + (row % 28)}.03.{2001 + (row % 9)};H{row / 3}"),
            new TableQuestion("", "Preis")
            {
                Readings = new Dictionary<string, ColumnReading> { ["Haus"] = ColumnReading.Group, ["Farbe"] = ColumnReading.Category },
                FindsOrder = false,
            });

        Assert.Null(PlainTable.AsItIs(Path.Combine(folder.Path, "own.csv"), table));
        Dataset read = Rewritten(table);

        Assert.Equal(
            table.Dataset.Columns.Select(column => (column.Name, column.Kind)), read.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal(Colors.Order(StringComparer.Ordinal), read.Columns.Single(column => column.Name == "Farbe").Categories);
        Assert.Equal(table.Dataset.Features.Values, read.Features.Values);
        Assert.Equal(table.Dataset.Values, read.Values);
        Assert.Equal(table.Dataset.Groups, read.Groups);
        Assert.Equal(1_000.5, read.Features[0, 0]);
        Assert.Contains("Tag: year", read.Columns.Select(column => column.Name));
    }

    [Fact]
    public void An_order_by_dates_is_kept_beside_their_parts()
    {
        UnderstoodTable table = Read(
            "day,x,y\n" + Rows(row => $"{new DateOnly(2020, 1, 31).AddDays((row * 37) % 100):dd/MM/yyyy},{row * 3 % 11},{row % 2}"),
            new TableQuestion("", "y") { Order = "day", FindsOrder = false });

        Dataset read = Rewritten(table);

        Assert.Equal("day", read.TimeName);
        Assert.Equal(table.Dataset.Times, read.Times);
        Assert.Equal([37, 74, 11], read.Times![1..4]);
        Assert.DoesNotContain("day", read.Columns.Select(column => column.Name));
        Assert.DoesNotContain(table.Warnings, warning => warning.Contains("have a date", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_experiments_read_as_well_stays_as_it_is()
    {
        UnderstoodTable plain = Read("x,color,y\n" + Rows(row => $"{row * 7 % 23},{"abc"[row % 3]},{row % 2}"), new TableQuestion("", "y"));
        CsvTable? named = PlainTable.AsItIs(Path.Combine(folder.Path, "own.csv"), plain);
        UnderstoodTable withCopy = Read(
            "x,twice,y\n" + Rows(row => $"{row * 7 % 23},{row * 7 % 23},{row % 5}"), new TableQuestion("", "y")
            {
                Readings = new Dictionary<string, ColumnReading> { ["y"] = ColumnReading.Number },
            });
        CsvTable? exact = PlainTable.AsItIs(Path.Combine(folder.Path, "own.csv"), withCopy);

        Assert.Equal((null, 0, 0), (named!.Task, named.Categorical.Count, named.Ignored.Count));
        Assert.Equal((true, "twice"), (exact!.Task is not null, Assert.Single(exact.Ignored)));
    }

    [Theory]
    [InlineData("", "line 5: day: is missing; every row needs its place in the order")]
    [InlineData("soon", "line 5: day: 'soon' is neither a number nor a date; every row needs its place in the order")]
    public void A_row_without_its_place_in_the_order_is_named(string odd, string expected)
    {
        var error = Assert.Throws<DatasetException>(() => Read(
            "day,x,y\n" + Rows(row => $"{(row == 3 ? odd : row.ToString(CultureInfo.InvariantCulture))},{row * 3 % 11},{row % 2}"),
            new TableQuestion("", "y")
            {
                Order = "day",
                Readings = new Dictionary<string, ColumnReading> { ["day"] = ColumnReading.Number },
            }));

        Assert.EndsWith(expected.Replace("line ", "own.csv:", StringComparison.Ordinal), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_count_the_rows_stay_an_input_where_they_were_understood_as_one()
    {
        string text = "paid,x,y\n" + Rows(row => $"{row + 1},{row * 7 % 23},{row % 2}");
        CsvTable? asItIs = PlainTable.AsItIs(Path.Combine(folder.Path, "own.csv"), Read(text, new TableQuestion("", "y")));
        Dataset read = Rewritten(Read(text, new TableQuestion("", "y") { Order = "paid" }));

        Assert.Equal(["paid"], asItIs!.Numeric);
        Assert.Equal(["paid", "x"], read.Columns.Select(column => column.Name));
        Assert.Equal(Enumerable.Range(0, 100), read.Times!);
    }

    [Theory]
    [InlineData("o,x,y", "every row has the same 'o'; expected a column that orders the rows", "o")]
    [InlineData("x,o,y", "'x' is to group the rows and 'o' to order them; expected one of the two", "o", "x")]
    public void An_order_that_orders_nothing_is_refused(string header, string expected, string order, string? group = null)
    {
        var error = Assert.Throws<DatasetException>(() => Read(
            $"{header}\n" + Rows(row => $"7{(row % 2 == 0 ? "" : ".0")},{row * 3 % 11},{row % 2}"), new TableQuestion("", "y")
            {
                Order = order,
                Readings = group is null ? new Dictionary<string, ColumnReading> { ["o"] = ColumnReading.Number }
                    : new Dictionary<string, ColumnReading> { [group] = ColumnReading.Group },
            }));

        Assert.EndsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_date_that_is_called_as_another_column_is_refused()
    {
        UnderstoodTable table = Read(
            "day,day: month,y\n" + Rows(row => $"{1 + (row % 28)}.0{1 + (row % 9)}.2020,{row % 7},{row % 2}"),
            new TableQuestion("", "y") { FindsOrder = false });

        var error = Assert.Throws<DatasetException>(() => PlainTable.Of("plain.csv", "own.csv", table.Dataset));

        Assert.Contains(table.Warnings, warning => warning.EndsWith("To test that: --order day", StringComparison.Ordinal));
        Assert.Equal("own.csv: 'day: month' is a column and a part of a date; rename the column", error.Message);
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Rows(Func<int, string> line) => string.Concat(Enumerable.Range(0, 100).Select(row => line(row) + "\n"));

    private UnderstoodTable Read(string text, TableQuestion question) =>
        TableReader.Read(question with { Path = folder.Write("own.csv", text) });

    // Read from what is to be written, and from the file.
    private Dataset Rewritten(UnderstoodTable table)
    {
        string path = Path.Combine(folder.Path, "plain.csv");
        var named = PlainTable.Of(path, "own.csv", table.Dataset);
        File.WriteAllBytes(path, named.Content!.Bytes);
        Dataset read = (named with { Content = null }).Read();
        Assert.Equal(named.Read().Checksum, read.Checksum);
        return read;
    }
}
