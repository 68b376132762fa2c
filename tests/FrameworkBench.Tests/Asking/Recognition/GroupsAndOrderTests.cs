using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Asking.Recognition;

/// <summary>Rows that belong together, and rows in order of time.</summary>
public sealed class GroupsAndOrderTests : IDisposable
{
    private const string Warned = "'who' has 20 values, and training and test rows can share one: expect lower scores on a new one. "
        + "To test that: --as who=group";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("who", "P{0}", "{0}.5", true)] // age hardly differs between rows of one
    [InlineData("who", "P{0}", "{1}.5", true)] // each has equally many rows
    [InlineData("who_id", "{0}", "{1}.5", true)] // a number that is called an id
    [InlineData("subject", "{0}", "{0}.5", true)] // or by what it stands for
    [InlineData("score", "{0}", "{1}.5", false)] // a number that is not
    public void A_column_that_names_things_with_several_rows_is_warned_of(string name, string text, string age, bool isWarned)
    {
        UnderstoodTable table = Read(Rows(
            $"{name},age,y",
            row => $"{string.Format(null, text, row % 20)},{string.Format(null, age, row % 20, row * 7 % 31)},{row}.5"));

        Assert.Equal(isWarned ? [Warned.Replace("who", name, StringComparison.Ordinal)] : [], table.Warnings.Where(IsOfGroups));
    }

    [Theory]
    [InlineData("year", "{0}", 2004, 1, true)]
    [InlineData("timestamp", "{0}", 1_600_000_000, 86_400, true)]
    [InlineData("when", "{0}", 1_600_000_000_000, 86_400_000, true)]
    [InlineData("year_built", "{0}", 1960, 1, false)]
    [InlineData("price", "{0}", 200_000, 1_000, false)]
    [InlineData("year", "{0}.5", 2004, 1, false)]
    public void A_time_in_a_column_of_numbers_is_warned_of(string name, string text, long first, long step, bool isWarned)
    {
        UnderstoodTable table = Read(Rows(
            $"{name},a,y", row => $"{string.Format(null, text, first + (step * (row % 40)))},{row * 7 % 23},{row % 13}.5"));

        Assert.Equal(isWarned, table.Warnings.Any(
            warning => warning.StartsWith($"'{name}' says when a row was observed, ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(9)] // fewer than can be tested
    [InlineData(20)] // unequally many rows each, which nothing else has in common
    public void A_category_is_not(int values)
    {
        var random = new Random(1);

        UnderstoodTable table = Read(Rows(
            "kind,a,y", row => $"K{Math.Min(random.Next(values), random.Next(values))},{random.Next(50)},{row}.5"));

        Assert.DoesNotContain(table.Warnings, IsOfGroups);
    }

    [Fact]
    public void A_column_that_the_user_reads_as_a_category_is_not_warned_of() =>
        Assert.DoesNotContain(Read(Rows("who,y", row => $"P{row % 20},{row}.5"), ("who", ColumnReading.Category)).Warnings, IsOfGroups);

    [Fact]
    public void A_group_is_no_input_and_a_row_without_one_stands_alone()
    {
        UnderstoodTable table = Read(
            Rows("who,a,y", row => $"{(row is 7 or 8 ? "" : $"P{row % 20}")},{row},{row}.5"), ("who", ColumnReading.Group));

        Assert.Equal(["a"], table.Dataset.Columns.Select(column => column.Name));
        Assert.Equal("who", table.Dataset.GroupName);
        int[] groups = table.Dataset.Groups!;
        Assert.Equal(groups[0], groups[20]);
        Assert.Equal(1, groups.Count(group => group == groups[7]));
        Assert.NotEqual(groups[7], groups[8]);
        Assert.Equal("group (20)", table.Columns[0].Words);
        Assert.Contains("no input; 2 missing, each a group of its own", table.Columns[0].Notes);
        Assert.DoesNotContain(table.Warnings, IsOfGroups);
    }

    [Theory]
    [InlineData("'who' has 4 values; expected at least 10: with fewer, no test on new ones means anything", "who")]
    [InlineData("'a' and 'who' are to group the rows; give one column that does", "a", "who")]
    [InlineData("'y' is the target; read it as a number or a category", "y")]
    public void A_group_that_cannot_be_one_is_an_error(string message, params string[] columns)
    {
        DatasetException error = Assert.Throws<DatasetException>(() => Read(
            Rows("who,a,y", row => $"P{row % 4},{row},{row}.5"), [.. columns.Select(column => (column, ColumnReading.Group))]));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_in_order_of_the_column_with_the_latest_dates()
    {
        UnderstoodTable table = Read(Rows(
            "born,seen,y",
            row => $"{1950 + (row % 50)}-03-01,{(row == 5 ? "" : $"{new DateOnly(2020, 1, 1).AddDays(199 - row):yyyy-MM-dd}")},{row}.5"));

        Assert.Equal("seen", table.Dataset.TimeName);
        Assert.Equal((199, 0), (table.Dataset.Times![0], table.Dataset.Times[5]));
        Assert.Equal(new DateTime(2020, 1, 1), table.Dates[1]);
        Assert.Contains(table.Warnings, warning => warning.StartsWith("Rows have a date, 'seen'.", StringComparison.Ordinal));
    }

    [Fact]
    public void Few_dates_are_no_order()
    {
        UnderstoodTable table = Read(Rows("seen,a,y", row => $"2020-01-{(row % 19) + 1:00},{row},{row}.5"));

        Assert.Null(table.Dataset.Times);
        Assert.Contains(table.Warnings, warning => warning.EndsWith("expect lower scores on later dates.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_date_that_few_rows_have_is_no_order()
    {
        UnderstoodTable table = Read(Rows(
            "ordered,recalled,y",
            row => $"{new DateOnly(2020, 1, 1).AddDays(row):yyyy-MM-dd},"
                + $"{(row % 6 == 0 ? $"{new DateOnly(2024, 1, 1).AddDays(row):yyyy-MM-dd}" : "")},{row}.5"));

        Assert.Equal("ordered", table.Dataset.TimeName);
    }

    [Fact]
    public void An_input_without_a_value_in_the_rows_that_count_shares_nothing()
    {
        var random = new Random(1);

        UnderstoodTable table = Read(Rows(
            "kind,late,y", row => row < 150 ? $"K{Math.Min(random.Next(20), random.Next(20))},,{row}.5" : $"K1,{row},"));

        Assert.DoesNotContain(table.Warnings, IsOfGroups);
    }

    [Fact]
    public void Missing_values_are_no_values_of_a_group()
    {
        DatasetException error = Assert.Throws<DatasetException>(() => Read(
            Rows("who,a,y", row => $"{(row % 4 == 0 ? $"P{row % 3}" : "")},{row},{row}.5"), ("who", ColumnReading.Group)));

        Assert.Contains("'who' has 3 values; expected at least 10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_share_of_variance_between_groups_is_that_of_an_analysis_of_variance()
    {
        var dataset = new Dataset
        {
            Name = "a",
            Task = TaskKind.Regression,
            Columns = [DatasetColumn.Numeric("a"), DatasetColumn.Categorical("b", ["x", "y"])],
            Features = new FeatureMatrix(7, 2, [1, 0, 2, 0, 4, 0, 6, 1, 8, 1, 7, 1, double.NaN, 1]),
            TargetName = "y",
            Values = new double[7],
            Checksum = "",
        };
        int[] groups = [0, 0, 1, 1, 2, 2, 2], rows = [0, 1, 2, 3, 4, 5, 6];

        // Around the means 1.5, 5 and 7.5: 0.5 + 2 + 0.5 over 3 degrees; around 4⅔: 39⅓ over 5.
        Assert.Equal(1 - (3.0 / 3 / (39 + (1 / 3.0)) * 5), LikelyGroups.ShareBetween(dataset, 0, groups, rows), 12);

        // Gini: 0, ½ of 2 rows, 0 over 4 degrees; 3⁄7 · 4⁄7 · 2 of 7 rows over 6.
        Assert.Equal(1 - (1.0 / 4 / (24.0 / 7) * 6), LikelyGroups.ShareBetween(dataset, 1, groups, rows), 12);
    }

    private static bool IsOfGroups(string warning) => warning.Contains("=group", StringComparison.Ordinal);

    private static string Rows(string header, Func<int, string> line) =>
        header + "\n" + string.Concat(Enumerable.Range(0, 200).Select(row => line(row) + "\n"));

    private UnderstoodTable Read(string text, params (string Column, ColumnReading Reading)[] readings) => TableReader.Read(
        new TableQuestion(folder.Write("own.csv", text), "y")
        {
            Readings = readings.ToDictionary(pair => pair.Column, pair => pair.Reading),
        });
}
