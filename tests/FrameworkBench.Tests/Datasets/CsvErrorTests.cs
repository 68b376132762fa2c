using FrameworkBench.Datasets;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Datasets;

/// <summary>Every message that a wrong CSV file can cause, word for word; PATH stands for the file's path.</summary>
public sealed class CsvErrorTests
{
    [Theory]
    [InlineData("", "PATH: the file is empty; expected a header line and rows")]
    [InlineData("\n\n", "PATH: the file is empty; expected a header line and rows")]
    [InlineData("a,y\n", "PATH: only a header; expected at least one row")]
    [InlineData("a,b,y\n1,2,no\n1,yes\n1,2,3,yes\n", "PATH:3: found 2 fields, the header has 3\nPATH:4: found 4 fields, the header has 3")]
    [InlineData("a,b,a,y\n1,2,3,no\n", "PATH:1: column 'a': duplicate column name, in fields 1 and 3")]
    [InlineData("a,,y\n1,2,no\n", "PATH:1: field 2 of the header is empty; every column needs a name")]
    [InlineData("a,yy\n1,no\n", "PATH:1: no column 'y' to predict; did you mean 'yy'?")]
    [InlineData("alpha,beta\n1,no\n", "PATH:1: no column 'y' to predict; choose from alpha, beta")]
    [InlineData("y\nno\nyes\n", "PATH:1: no column to predict 'y' from")]
    [InlineData("a,y\n1,no\n2,no\n", "PATH: column 'y': only one class, 'no'; a classification needs at least two")]
    [InlineData("a,y\n1,no\n2,\n3,?\n4,yes\n", "PATH:3: column 'y': the field is empty; every row needs a target\nPATH:4: column 'y': "
        + "'?' means a missing value; every row needs a target")]
    [InlineData("a,y\n1,no\ninf,yes\n-Infinity,no\n1e999,no\n", "PATH:3: column 'a': 'inf' is infinite; expected a finite number, or an "
        + "empty field for a missing value\nPATH:4: column 'a': '-Infinity' is infinite; expected a finite number, or an empty field "
        + "for a missing value\nPATH:5: column 'a': '1e999' is infinite; expected a finite number, or an empty field for a missing value")]
    [InlineData("a,y\n3.4e38,no\n-3.5e38,yes\n1e39,no\n2,yes\n",
        "PATH:3: column 'a': '-3.5e38' is beyond ±3.4e38, the range of 32-bit floats; divide the column by a power of ten\n"
        + "PATH:4: column 'a': '1e39' is beyond ±3.4e38, the range of 32-bit floats; divide the column by a power of ten")]
    [InlineData("a,y\n1,p\n2,q\n3,r\n", "PATH: column 'y': 3 different classes in 3 rows; is the target another column, or a regression?")]
    [InlineData("a,y\n1,1.5\n2,1.5\n", "PATH: column 'y': every row has the value 1.5; there is nothing to predict")]
    public void A_wrong_file_is_reported_with_line_and_column(string text, string message)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("table.csv", text);
        DatasetException exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y"));
        Assert.Equal(message.Replace("PATH", path, StringComparison.Ordinal), exception.Message);
    }

    [Fact]
    public void A_regression_target_that_is_no_number_is_reported()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("table.csv", "a,y\n1,1.5\n2,abc\n3,inf\n4,-1e39\n");
        DatasetException exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y", TaskKind.Regression));
        Assert.Equal($"{path}:3: column 'y': 'abc' is not a number; the target of a regression is numeric\n{path}:4: column 'y': 'inf' "
            + $"is infinite; expected a finite number\n{path}:5: column 'y': '-1e39' is beyond ±3.4e38, the range of 32-bit floats; "
            + "divide the column by a power of ten", exception.Message);
    }

    [Fact]
    public void A_binary_target_with_three_classes_is_reported()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("table.csv", "a,y\n1,p\n2,q\n3,r\n");
        DatasetException exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y", TaskKind.Binary));
        Assert.Equal($"{path}: column 'y': 3 classes (p, q, r); a binary task has two", exception.Message);
    }

    [Fact]
    public void A_slip_in_a_column_of_numbers_is_reported_and_not_taken_for_a_category()
    {
        using var folder = new TemporaryFolder();
        string rows = string.Concat(Enumerable.Range(0, 99).Select(i => $"{i}.5,{(i % 2 == 0 ? "no" : "yes")}\n"));
        string path = folder.Write("table.csv", $"a,y\n{rows}12;5,no\n");
        DatasetException exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y"));
        Assert.Equal($"{path}:101: column 'a': '12;5' is not a number; 99 of the column's 100 values are numbers (a missing value is an "
            + "empty field)", exception.Message);
    }

    [Fact]
    public void Columns_named_as_categorical_or_ignored_must_exist()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("table.csv", "age,town,y\n1,2,no\n2,3,yes\n");
        DatasetException exception =
            Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y", categorical: ["twon"], ignored: ["id"]));
        Assert.Equal(
            $"{path}:1: no column 'twon'; did you mean 'town'?\n{path}:1: no column 'id'; choose from age, town, y", exception.Message);
    }

    [Theory]
    [InlineData("frm", null, "PATH:1: no column 'frm'; did you mean 'farm'?")]
    [InlineData(null, "y", "PATH:1: 'y' is the target; expected another column as the time")]
    [InlineData("farm", "day", "PATH: a table has a group or a time, not both")]
    [InlineData("a", null, "PATH: column 'a': every row is of the group '1'; expected at least two groups")]
    [InlineData("farm", null, "PATH:3: column 'farm': the field is empty; every row needs a group")]
    [InlineData(null, "a", "PATH: column 'a': every row has the same time; expected at least two times")]
    [InlineData(null, "day", "PATH:3: column 'day': '03/04/2001' is neither a number nor a date; expected a number, or a date such as "
        + "2016-08-28\nPATH:4: column 'day': 'NA' means a missing value; every row needs a time\nPATH:5: column 'day': '7' is a number, "
        + "the first row has a date; expected one of the two")]
    public void A_wrong_group_or_time_is_reported(string? group, string? time, string message)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write(
            "table.csv", "farm,day,a,y\np,2001-04-03,1,no\n,03/04/2001,1,yes\nq,NA,1,no\nq,7,1,yes\n");
        DatasetException exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y", group: group, time: time));
        Assert.Equal(message.Replace("PATH", path, StringComparison.Ordinal), exception.Message);
    }

    [Fact]
    public void Problems_beyond_twenty_are_counted()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("table.csv", "a,y\n" + string.Concat(Enumerable.Repeat("1\n", 25)));
        DatasetException exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y"));
        Assert.Equal(20, exception.Problems.Count);
        Assert.Equal(5, exception.Unlisted);
        Assert.EndsWith($"\n{path}: and 5 more like it", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_is_counted_as_an_editor_counts_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("table.csv", "a,y\r\n\"one\r\ntwo\",no\r\n\r\n1\r\n");
        DatasetException exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y"));
        Assert.Equal($"{path}:5: found 1 field, the header has 2", exception.Message);
    }

    [Fact]
    public void An_absent_file_is_reported()
    {
        DatasetException exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv("nowhere/table.csv", "y"));
        Assert.Equal("nowhere/table.csv: no such file", exception.Message);
    }

    [Fact]
    public void A_file_that_is_no_gzip_file_is_reported()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("table.csv", "a,y\n1,no\n2,yes\n");
        string renamed = path + ".gz";
        File.Move(path, renamed);
        DatasetException exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv(renamed, "y"));
        Assert.Equal($"{renamed}: not an intact gzip file, though its name ends in .gz", exception.Message);
    }
}
