using System.Text;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Asking.Recognition;

public sealed class TableReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Every_delimiter_is_found(char delimiter)
    {
        UnderstoodTable table = Read(Lines("a,b,y", row => $"{row},{row % 3},{row * 2.5}").Replace(',', delimiter), "y");

        Assert.Equal(["a", "b"], table.Dataset.Columns.Select(column => column.Name));
        Assert.Equal((TaskKind.Regression, 2.5), (table.Dataset.Task, table.Dataset.Values[1]));
    }

    [Fact]
    public void A_file_of_another_country_is_read_with_decimal_commas_dates_and_a_mark_in_front()
    {
        string text = "\uFEFF" + Lines(
            "Datum;Fläche;Garten;Preis",
            row => $"{(row % 28) + 1:00}.0{(row % 9) + 1}.2016;{row + 30},5;{(row % 3 == 0 ? "ja" : "nein")};1.{row + 100},50 €");

        UnderstoodTable table = Read(text, "Preis");

        Assert.Equal(
            ["Datum: month", "Datum: weekday", "Datum: days", "Fläche", "Garten"], table.Dataset.Columns.Select(column => column.Name));
        Assert.Equal((30.5, 1, 1100.5), (table.Dataset.Features[0, 3], table.Dataset.Features[0, 4], table.Dataset.Values[0]));
        Assert.Equal(["Datum", "Datum", "Datum", "Fläche", "Garten"], table.Sources);
    }

    [Theory]
    [InlineData("-17.25", ColumnReading.Number)]
    [InlineData("blue", ColumnReading.Category)]
    [InlineData("yes", ColumnReading.YesNo)]
    public void A_field_that_was_seen_before_is_read_without_allocating(string text, ColumnReading reading)
    {
        const int rows = 1_000;
        var scan = new ColumnScan();
        var input = new InputReader(new UnderstoodColumn("a", reading), rows);
        Read(text);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int row = 1; row < rows; row++)
            Read(text);

        // A string a field would be 32 bytes each.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, rows);

        void Read(ReadOnlySpan<char> field)
        {
            scan.Add(field);
            input.Add(field);
        }
    }

    [Fact]
    public void Texts_in_Latin_1_and_in_UTF_16_are_read()
    {
        string text = Lines("a,café", row => $"{row},{(row % 2 == 0 ? "é" : "n")}");

        UnderstoodTable latin = Read(Encoding.Latin1.GetBytes(text), "café");
        UnderstoodTable wide = Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)], "café");

        Assert.Equal(["n", "é"], latin.Dataset.ClassNames);
        Assert.Equal(["n", "é"], wide.Dataset.ClassNames);
    }

    [Fact]
    public void Texts_in_Windows_1252_are_read_as_such_with_a_note()
    {
        // 0x80 is the euro sign there, and a control character in Latin-1.
        byte[] bytes = [.. Encoding.ASCII.GetBytes(Lines("a,kind", row => $"{row},{(row % 2 == 0 ? "~" : "n")}"))
            .Select(one => one == (byte)'~' ? (byte)0x80 : one)];

        UnderstoodTable table = Read(bytes, "kind");

        Assert.Equal(["n", "€"], table.Dataset.ClassNames);
        Assert.Contains(table.Warnings, warning => warning.Contains("is read as Windows-1252", StringComparison.Ordinal));
    }

    [Fact]
    public void An_archive_is_no_table() => Assert.Contains(
        "save the table as CSV",
        Assert.Throws<DatasetException>(() => Read([(byte)'P', (byte)'K', 3, 4, .. new byte[100]], "a")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Rows_without_a_target_and_torn_rows_are_left_out_with_their_count()
    {
        string text = Lines("a,y", row => row switch { 3 => "1,N/A", 4 => "1,", 5 => "1,2,3", _ => $"{row},{row}.5" }) + "\n\n";

        UnderstoodTable table = Read(text, "y");

        Assert.Equal(37, table.Dataset.Rows);
        Assert.Equal(
            ["1 row left out: more or fewer fields than the header has.", "2 rows left out: no value of 'y'."], table.Warnings.Take(2));
    }

    [Fact]
    public void Copies_of_the_target_and_of_another_column_are_left_out()
    {
        UnderstoodTable table = Read(Lines("a,b,c,y", row => $"{row % 7},{row % 7},{row}.5,{row}.5"), "y");

        Assert.Equal(["a"], table.Dataset.Columns.Select(column => column.Name));
        Assert.Equal(["the same as 'a'", "the same as 'y'"], table.Columns.SelectMany(column => column.Notes));
    }

    [Fact]
    public void Columns_without_a_name_or_with_the_same_one_get_another()
    {
        UnderstoodTable table = Read(Lines(",a,a,y", row => $"{row},{row % 3},{row % 5},{row}.5"), "y");

        Assert.Equal(["column 1", "a", "a (2)", "y"], table.Columns.Select(column => column.Name));
        Assert.Equal(ColumnReading.Ignored, table.Columns[0].Reading);
    }

    [Fact]
    public void Whole_numbers_of_few_kinds_are_classes_unless_asked_otherwise()
    {
        string text = Lines("a,y", row => $"{row},{row % 3}");

        Assert.Equal(TaskKind.Multiclass, Read(text, "y").Dataset.Task);
        Assert.Equal(TaskKind.Regression, Read(text, "y", ("y", ColumnReading.Number)).Dataset.Task);
    }

    [Fact]
    public void Tiny_classes_and_a_frequent_one_are_warned_of()
    {
        string text = Lines("a,y", row => $"{row},{(row < 188 ? "fine" : row < 199 ? "fraud" : "odd")}", rows: 200);

        UnderstoodTable three = Read(text, "y");
        UnderstoodTable two = Read(text.Replace("odd", "fraud", StringComparison.Ordinal), "y");

        Assert.Contains(three.Warnings, warning => warning.StartsWith("1 class with fewer than 10 rows ('odd')", StringComparison.Ordinal));
        Assert.Equal(("accuracy", "roc_auc"), (three.Metric, two.Metric));
        Assert.Contains("94 % of the rows are of class 'fine': accuracy says little; ROC AUC decides.", two.Warnings);
        Assert.Contains("94 % of the rows are of class 'fine': accuracy says little.", three.Warnings);
    }

    [Fact]
    public void Where_settings_are_searched_a_frequent_class_is_warned_of_with_what_chooses_them()
    {
        string path = folder.Write("own.csv", Lines("a,y", row => $"{row},{(row < 188 ? "fine" : "fraud")}", rows: 200));

        Assert.Contains(
            "94 % of the rows are of class 'fine': accuracy says little; settings are chosen by log loss.",
            TableReader.Read(new TableQuestion(path, "y") { IsToTune = true }).Warnings);
    }

    [Theory]
    [InlineData(10, "roc_auc")]
    [InlineData(9, "accuracy")]
    public void The_area_decides_of_more_than_two_classes_where_all_folds_can_have_them(int rarest, string metric)
    {
        UnderstoodTable table = Read(
            Lines("a,y", row => $"{row},{(row < rarest ? "odd" : row < 20 ? "fraud" : "fine")}", rows: 200), "y");

        Assert.Equal((true, metric), (table.IsImbalanced, table.Metric));
    }

    [Theory]
    [InlineData(400, 1_000_000, "One row in a hundred accounts for 99 % of the variance of 'y': R² and RMSE depend on those rows. "
        + "A column of its logarithm may be easier to predict.")]
    [InlineData(400, -1_000_000, "One row in a hundred accounts for 99 % of the variance of 'y': R² and RMSE depend on those rows.")]
    [InlineData(400, 500, null)]
    [InlineData(60, 1_000_000, null)]
    public void A_target_whose_variance_a_few_rows_make_is_warned_of(int rows, int largest, string? expected)
    {
        UnderstoodTable table = Read(Lines("a,y", row => $"{row},{(row % 100 == 7 ? largest : 100 + row)}.5", rows), "y");

        Assert.Equal(expected, table.Warnings.SingleOrDefault(warning => warning.Contains("variance", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(-999, 18, "-999, far from all others (18 to 67)")]
    [InlineData(9999, 18, "9999, far from all others (18 to 67)")]
    [InlineData(-1, 0, "-1, far from all others (0 to 49)")]
    [InlineData(-999, -20, "-999, far from all others (-20 to 29)")]
    [InlineData(0, 100, null)]
    [InlineData(90, 18, null)]
    [InlineData(-21, -20, null)]
    public void A_number_far_from_all_others_that_several_rows_have_may_mean_a_missing_value(int odd, int first, string? expected)
    {
        UnderstoodTable table = Read(Lines("a,y", row => $"{(row % 10 == 3 ? odd : first + (row * 7 % 50))},{row}.5", rows: 200), "y");

        Assert.Equal(
            expected is null ? null : $"10 % of 'a' are {expected}. If that means a missing value, leave those fields empty.",
            table.Warnings.SingleOrDefault(warning => warning.Contains("far from", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_few_different_numbers_one_far_from_the_others_is_no_sign_of_a_missing_value() =>
        Assert.DoesNotContain(
            Read(Lines("a,y", row => $"{(row % 10 == 3 ? 99 : row % 4)},{row}.5", rows: 200), "y").Warnings,
            warning => warning.Contains("far from", StringComparison.Ordinal));

    [Theory]
    [InlineData("0.5,1,2.5", true)]
    [InlineData("0,1,2", false)]
    [InlineData("2021,2022,2023", false)]
    [InlineData("0.5,1,y", false)]
    public void A_header_of_numbers_may_be_the_first_row(string header, bool expected)
    {
        UnderstoodTable table = Read(Lines(header, row => $"{row},{row % 7},{row}.5"), header.Split(',')[^1]);

        Assert.Equal(
            expected,
            table.Warnings.Contains("All names in the header are numbers, such as '0.5': if the file lacks a header line, its first row is "
                + "taken for one."));
    }

    [Fact]
    public void A_share_of_less_than_all_rows_is_not_100_percent()
    {
        UnderstoodTable table = Read(Lines("a,y", row => $"{row},{(row < 2 ? "fraud" : "fine")}", rows: 6_000), "y");

        Assert.Contains("More than 99.9 % of the rows are of class 'fine': accuracy says little.", table.Warnings);
    }

    [Fact]
    public void A_large_table_is_sampled_and_says_of_how_many_rows()
    {
        string path = folder.Write("own.csv", Lines("a,y", row => $"{row},{row}.5", rows: 500));

        UnderstoodTable table = TableReader.Read(new TableQuestion(path, "y") { MostRows = 100 });

        Assert.Equal((100, 500, 500), (table.Dataset.Rows, table.Dataset.SampleOf, table.RowsInFile));
        Assert.All(Enumerable.Range(0, 100), row => Assert.Equal(table.Dataset.Features[row, 0] + 0.5, table.Dataset.Values[row]));
    }

    [Fact]
    public void The_same_bytes_read_in_another_way_are_another_table()
    {
        string text = Lines("a,b,y", row => $"{row % 4},{row},{row}.5");

        Assert.Equal(Read(text, "y").Dataset.Checksum, Read(text, "y").Dataset.Checksum);
        Assert.NotEqual(Read(text, "y").Dataset.Checksum, Read(text, "y", ("a", ColumnReading.Category)).Dataset.Checksum);
    }

    [Theory]
    [InlineData("", "the file is empty; expected a header line and rows")]
    [InlineData("a,y\n", "only a header; expected rows")]
    [InlineData("a,y\n1,2\n",
        "only 1 row of 1 with a value of 'y'; expected at least 20: with fewer, no comparison of models means anything")]
    [InlineData("a,why\n1,2\n", "no column 'y' to predict; choose from a, why")]
    [InlineData("a,y\n*60{0},same\n", "every row that has a 'y' has 'same'; there is nothing to predict")]
    [InlineData("a,y\n*60{0},\n", "column 'y' is empty; there is nothing to predict")]
    [InlineData("a,y\n*60same,{0}.5\n", "no column is left to predict 'y' from: 'a' is the same value in every row")]
    [InlineData("a,y\n*60{0},name {0}\n",
        "'y' has 60 different texts in 60 rows, such as 'name 1'; too many to be classes. Is the target another column?")]
    [InlineData("a,y\n*60{0}e39,{0}.5\n", "column 'a': '1e39' is beyond ±3.4e38, the range of 32-bit floats; divide the column by a "
        + "power of ten, or leave it out: --as a=ignore")]
    [InlineData("the mass,y\n*60{0}e39,{0}.5\n", "column 'the mass': '1e39' is beyond ±3.4e38, the range of 32-bit floats; divide the "
        + "column by a power of ten, or leave it out: --as 'the mass=ignore'")]
    [InlineData("a,y\n*60{0},{0}.5e39\n",
        "column 'y': '1.5e39' is beyond ±3.4e38, the range of 32-bit floats; divide the column by a power of ten")]
    [InlineData("a,y\n*28{0},2016-02-{0:00}\n", "'y' is a date; predict a number or a category, such as the days until it")]
    [InlineData("a,y\n*60{0}\n",
        "60 of 60 rows do not have the 2 fields of the header, the first line 2 with 1 field; is it a CSV file with a header line?")]
    public void Where_nothing_can_be_learned_the_reason_is_told(string text, string expected)
    {
        if (text.Split('*') is [var header, var pattern])
            text = header + string.Concat(Enumerable.Range(1, int.Parse(pattern[..2], System.Globalization.CultureInfo.InvariantCulture))
                .Select(row => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern[2..], row)));

        var error = Assert.Throws<DatasetException>(() => Read(text, "y"));

        Assert.Equal(expected, Assert.Single(error.Problems).Message);
    }

    [Fact]
    public void Rows_are_drawn_among_those_that_have_a_target()
    {
        string path = folder.Write("own.csv", Lines("a,y", row => $"{row},{(row % 10 == 0 ? $"{row}.5" : "")}", 2_000));

        UnderstoodTable table = TableReader.Read(new TableQuestion(path, "y") { MostRows = 150 });
        UnderstoodTable whole = TableReader.Read(new TableQuestion(path, "y") { MostRows = 200 });

        Assert.Equal((150, 200, 2_000), (table.Dataset.Rows, table.Dataset.SampleOf, table.RowsInFile));
        Assert.Equal(((int, int?))(200, null), (whole.Dataset.Rows, whole.Dataset.SampleOf));
        Assert.Contains(table.Warnings, warning => warning.StartsWith("1,800 rows left out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ColumnReading.Date, "--as a=date: found '1', expected dates such as 2024-03-31")]
    [InlineData(ColumnReading.Number, "--as b=number: found 'x1', expected numbers")]
    public void A_column_of_which_nothing_can_be_read_as_it_was_named_is_an_error(ColumnReading reading, string expected)
    {
        string name = reading == ColumnReading.Date ? "a" : "b";

        var error = Assert.Throws<DatasetException>(
            () => Read(Lines("a,b,y", row => $"{row + 1},x{row + 1},{row}.5"), "y", (name, reading)));

        Assert.Equal(expected, Assert.Single(error.Problems).Message);
    }

    [Theory]
    [InlineData("-", "+")]
    [InlineData("NA", "EU")]
    public void A_text_that_counts_as_missing_is_a_class_where_the_target_is_named_a_category(string marker, string other)
    {
        string text = Lines("a,y", row => $"{row},{(row % 3 == 0 ? marker : other)}", 60);

        var error = Assert.Throws<DatasetException>(() => Read(text, "y"));
        UnderstoodTable table = Read(text, "y", ("y", ColumnReading.Category));

        Assert.Equal(
            $"every row that has a 'y' has '{other}'; there is nothing to predict. '{marker}' counts as missing; --as y=category makes "
                + "it a class", Assert.Single(error.Problems).Message);
        Assert.Equal((60, 20), (table.Dataset.Rows, table.Dataset.ClassCounts().Min()));
        Assert.Contains(marker, table.Dataset.ClassNames);
        Assert.Equal(["as asked"], table.Columns[^1].Notes);
    }

    [Fact]
    public void The_texts_of_a_target_that_count_as_missing_are_named()
    {
        UnderstoodTable table = Read(Lines("a,y", row => $"{row},{(row % 3) switch { 0 => "NA", 1 => "EU", _ => "AS" }}", 60), "y");

        Assert.Equal(40, table.Dataset.Rows);
        Assert.Contains("'NA' counts as missing; --as y=category makes it a class", table.Columns[^1].Notes);
    }

    [Theory]
    [InlineData("True", "TRUE", "no", "'TRUE' and 'True' are different classes")]
    [InlineData("1", "1.0", "0", "'1' and '1.0' are different classes")]
    [InlineData("yes", "maybe", "no", null)]
    public void Classes_that_look_alike_are_named(string one, string other, string third, string? note)
    {
        UnderstoodColumn target = Read(
            Lines("a,y", row => $"{row},{(row % 3) switch { 0 => one, 1 => other, _ => third }}", 60), "y").Columns[^1];

        Assert.Equal(note, target.Notes.SingleOrDefault(said => said.EndsWith("are different classes", StringComparison.Ordinal)));
    }

    [Fact]
    public void Grades_with_a_decimal_comma_are_no_whole_numbers_whichever_comes_first()
    {
        string[] grades = ["2", "1,3", "1,7", "2,3", "3"];
        foreach (int first in Enumerable.Range(0, grades.Length))
            Assert.False(Read(Lines("a;y", row => $"{row};{grades[(row + first) % grades.Length]}", 60), "y").Dataset.IsClassification);
    }

    [Fact]
    public void A_file_of_random_bytes_is_refused_in_a_sentence()
    {
        byte[] bytes = new byte[20_000];
        new Random(5).NextBytes(bytes);

        Assert.Throws<DatasetException>(() => Read(bytes, "y"));
    }

    private static string Lines(string header, Func<int, string> line, int rows = 40) =>
        header + "\n" + string.Join('\n', Enumerable.Range(0, rows).Select(line));

    private UnderstoodTable Read(string text, string target, params (string Column, ColumnReading Reading)[] readings) =>
        Read(Encoding.UTF8.GetBytes(text), target, readings);

    private UnderstoodTable Read(byte[] bytes, string target, params (string Column, ColumnReading Reading)[] readings)
    {
        string path = folder.Write("own.csv", "");
        File.WriteAllBytes(path, bytes);
        return TableReader.Read(new TableQuestion(path, target)
        {
            Readings = readings.ToDictionary(reading => reading.Column, reading => reading.Reading),
        });
    }
}
