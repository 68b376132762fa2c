using FrameworkBench.Datasets;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Datasets;

public sealed class CsvReadingTests
{
    [Fact]
    public void Columns_of_numbers_are_numeric_and_others_categorical()
    {
        Dataset table = Read("age,town,y\n41,Rome,yes\n-1.5e2,Bern,no\n+3,Bern,yes\n");
        Assert.Equal([ColumnKind.Numeric, ColumnKind.Categorical], table.Columns.Select(column => column.Kind));
        Assert.Equal(["Bern", "Rome"], table.Columns[1].Categories);
        Assert.Equal([41, 1, -150, 0, 3, 0], table.Features.Values);
        Assert.Equal(["no", "yes"], table.ClassNames);
        Assert.Equal([1, 0, 1], table.Labels);
        Assert.Equal(TaskKind.Binary, table.Task);
        Assert.Empty(table.Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("NA")]
    [InlineData("NaN")]
    [InlineData("  ")]
    public void A_missing_field_is_NaN_in_numbers_and_in_categories(string missing)
    {
        Dataset table = Read($"age,town,y\n41,Rome,yes\n{missing},{missing},no\n");
        Assert.Equal([41, 0, double.NaN, double.NaN], table.Features.Values);
        Assert.Equal(["Rome"], table.Columns[1].Categories);
        Assert.Equal(2, table.MissingCount);
    }

    [Fact]
    public void A_column_with_no_value_at_all_is_numeric_and_missing()
    {
        Dataset table = Read("a,b,y\n,1,yes\n,2,no\n");
        Assert.Equal(ColumnKind.Numeric, table.Columns[0].Kind);
        Assert.True(double.IsNaN(table.Features[0, 0]));
    }

    [Fact]
    public void Classes_that_are_numbers_are_in_numeric_order()
    {
        Dataset table = Read("a,y\n1,10\n2,9\n3,10\n4,9\n5,2\n6,2\n");
        Assert.Equal(["2", "9", "10"], table.ClassNames);
        Assert.Equal([2, 1, 2, 1, 0, 0], table.Labels);
        Assert.Equal(TaskKind.Multiclass, table.Task);
    }

    [Fact]
    public void Fractions_and_many_whole_numbers_make_a_regression()
    {
        Assert.Equal([1.5, 2], Read("a,y\n1,1.5\n2,2\n").Values);
        Dataset counts = Read("a,y\n" + string.Concat(Enumerable.Range(0, 42).Select(i => $"1,{i / 2}\n")));
        Assert.Equal(TaskKind.Regression, counts.Task);
        Assert.Empty(counts.ClassNames);
    }

    [Fact]
    public void The_task_and_the_roles_of_columns_can_be_given()
    {
        Dataset table = Read("id,code,y\n7,10,1\n8,9,2\n9,10,2\n", TaskKind.Regression, categorical: ["code"], ignored: ["id"]);
        Assert.Equal("code", Assert.Single(table.Columns).Name);
        Assert.Equal(["9", "10"], table.Columns[0].Categories);
        Assert.Equal([1, 0, 1], table.Features.Values);
        Assert.Equal([1, 2, 2], table.Values);
    }

    [Fact]
    public void A_text_that_differs_in_every_row_is_left_out_as_an_identifier()
    {
        Dataset table =
            Read("key,a,y\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"k{i},{i % 3},{(i % 2 == 0 ? "no" : "yes")}\n")));
        Assert.Equal("a", Assert.Single(table.Columns).Name);
        Assert.Equal(
            "column 'key' is left out: 30 distinct values in 30 rows, like names rather than categories", Assert.Single(table.Notes));
    }

    [Fact]
    public void A_numbering_of_the_rows_is_left_out_but_not_a_count_of_days()
    {
        Dataset table =
            Read("PassengerId,day,y\n"
                + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i + 7},{i},{(i % 2 == 0 ? "no" : "yes")}\n")));
        Assert.Equal("day", Assert.Single(table.Columns).Name);
        Assert.Equal("column 'PassengerId' is left out: it numbers the rows", Assert.Single(table.Notes));
    }

    [Fact]
    public void Texts_too_many_for_categories_are_left_out()
    {
        Dataset table =
            Read("street,a,y\n"
                + string.Concat(Enumerable.Range(0, 4000).Select(i => $"s{i % 1500},{i % 3},{(i % 2 == 0 ? "no" : "yes")}\n")));
        Assert.Equal("a", Assert.Single(table.Columns).Name);
        Assert.Equal(
            "column 'street' is left out: 1000 or more distinct values in 4000 rows, like names rather than categories",
            Assert.Single(table.Notes));
    }

    [Theory]
    [InlineData("a;y\n1;no\n2;yes\n")]
    [InlineData("a\ty\n1\tno\n2\tyes\n")]
    [InlineData("a|y\n1|no\n2|yes\n")]
    [InlineData("\uFEFFa,y\n1,no\n2,yes\n")]
    [InlineData("\"a\",\"y\"\r\n\"1\",\"no\"\r\n\r\n2 , yes\r\n")]
    public void Separators_marks_quotes_and_blank_lines_are_understood(string text)
    {
        Dataset table = Read(text);
        Assert.Equal("a", Assert.Single(table.Columns).Name);
        Assert.Equal([1, 2], table.Features.Values);
        Assert.Equal(["no", "yes"], table.ClassNames);
    }

    [Fact]
    public void Commas_inside_the_fields_of_a_semicolon_file_stay_in_them()
    {
        Dataset table = Read("a, in words;y\none, two, three;no\nfour, five, six;yes\none, two, three;no\n");
        Assert.Equal("a, in words", Assert.Single(table.Columns).Name);
        Assert.Equal(["four, five, six", "one, two, three"], table.Columns[0].Categories);
    }

    [Fact]
    public void A_quote_inside_a_field_is_a_mark_of_inches_and_swallows_no_rows()
    {
        Dataset table = Read("pipe,y\n5\" steel,no\n6\" steel,yes\n5\" steel,yes\n6\" steel,no\n");
        Assert.Equal(["5\" steel", "6\" steel"], table.Columns[0].Categories);
        Assert.Equal([0, 1, 0, 1], table.Features.Values);
    }

    [Fact]
    public void A_gzip_file_reads_as_the_plain_one_and_has_its_checksum()
    {
        const string Text = "a,y\n1,no\n2,yes\n";
        using var folder = new TemporaryFolder();
        var plain = Dataset.FromCsv(folder.Write("table.csv", Text), "y");
        var packed = Dataset.FromCsv(folder.Write("table.csv.gz", Text), "y");
        Assert.Equal("table", packed.Name);
        Assert.Equal(plain.Checksum, packed.Checksum);
        Assert.Equal(plain.Features.Values, packed.Features.Values);
    }

    [Fact]
    public void Rows_with_equal_inputs_share_a_group_whatever_their_targets()
    {
        Dataset table = Read("a,b,y\n1,,no\n1,x,no\n1,,no\n1,,yes\n-0,x,no\n0,x,no\n");
        Assert.Equal([0, 1, 0, 0, 2, 2], table.DuplicateGroups);
        Assert.Equal(3, table.DuplicateCount);
    }

    [Fact]
    public void A_group_is_a_text_and_may_be_an_ignored_column()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("table.csv", "a,farm,y\n1,7,no\n2,07,yes\n3,7,no\n4,x,yes\n");

        var table = Dataset.FromCsv(path, "y", ignored: ["farm"], group: "farm");

        Assert.Equal(("farm", "a"), (table.GroupName, Assert.Single(table.Columns).Name));
        Assert.Equal([0, 1, 0, 2], table.Groups!);
        Assert.Null(table.Times);
        Assert.Equal([0, 1, 0, 2], Dataset.FromCsv(path, "y", group: "farm").Groups!);
    }

    [Theory]
    [InlineData("2001-04,1999-12-31,2001-04-01T00:00,2001-04-01 00:00:00.5", new[] { 1, 0, 1, 2 })]
    [InlineData("2001-04-01T00:00Z,2001-04-01T01:00+02:00,2001-04-01T00:00:00,2002-01-01", new[] { 1, 0, 1, 2 })]
    [InlineData("10,9,9.5,-1e1", new[] { 3, 1, 2, 0 })]
    public void Times_are_numbers_or_dates_and_count_from_the_earliest(string times, int[] places)
    {
        using var folder = new TemporaryFolder();
        string rows = string.Concat(times.Split(',').Select((time, row) => $"{row},{time},{(row % 2 == 0 ? "no" : "yes")}\n"));

        Assert.Equal(places, Dataset.FromCsv(folder.Write("table.csv", "a,day,y\n" + rows), "y", time: "day").Times);
    }

    private static Dataset Read(string text, TaskKind? task = null, string[]? categorical = null, string[]? ignored = null)
    {
        using var folder = new TemporaryFolder();
        return Dataset.FromCsv(folder.Write("table.csv", text), "y", task, categorical, ignored);
    }

    [Fact]
    public void Infinity_among_categories_and_classes_of_numbers_stands_at_the_end_of_their_order()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("table.csv", "a,y\ninf,inf\n10,10\n-Inf,9\n9,10\n10,inf\n9,9\n");

        var table = Dataset.FromCsv(path, "y", TaskKind.Multiclass, categorical: ["a"]);

        Assert.Equal(["-Inf", "9", "10", "inf"], table.Columns[0].Categories);
        Assert.Equal(["9", "10", "inf"], table.ClassNames);
        Assert.Equal([2, 1, 0, 1, 2, 0], table.Labels);
    }
}
