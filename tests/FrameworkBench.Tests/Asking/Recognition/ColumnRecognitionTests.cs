using FrameworkBench.Asking.Recognition;
using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Tests.Asking.Recognition;

public sealed class ColumnRecognitionTests
{
    private const int Rows = 60;

    [Fact]
    public void Numbers_with_a_decimal_comma_are_told_from_thousands_by_any_that_cannot_be_both()
    {
        UnderstoodColumn decimals = Of(row => row == 7 ? "3,5" : $"{row},125");
        UnderstoodColumn thousands = Of(row => row == 7 ? "1,234.5" : $"{row + 1},125");

        Assert.Equal((ColumnReading.Number, NumberFormat.Comma), (decimals.Reading, decimals.Format));
        Assert.Equal((ColumnReading.Number, NumberFormat.Point), (thousands.Reading, thousands.Format));
    }

    [Theory]
    [InlineData(NumberFormat.Comma)]
    [InlineData(NumberFormat.Point)]
    public void Where_all_texts_could_be_both_the_other_columns_decide(NumberFormat usual) =>
        Assert.Equal(usual, Of(row => $"{row + 1},125", usual: usual).Format);

    [Fact]
    public void A_few_slips_among_many_different_numbers_are_missing_and_told()
    {
        UnderstoodColumn column = Of(row => row == 3 ? "twelve" : $"{row * 1.5}");

        Assert.Equal(ColumnReading.Number, column.Reading);
        Assert.Contains("1 text read as missing: 'twelve'", column.Notes);
    }

    [Fact]
    public void A_word_for_missing_is_missing_among_numbers_and_a_category_among_words()
    {
        Assert.Equal(ColumnReading.Number, Of(row => row % 2 == 0 ? "none" : $"{row % 5}").Reading);
        Assert.Equal(ColumnReading.Category, Of(row => row % 2 == 0 ? "none" : "attached").Reading);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("N/A")]
    [InlineData("null")]
    [InlineData("-")]
    [InlineData("NaN")]
    public void A_marker_of_a_missing_value_is_counted_and_nothing_else(string marker)
    {
        UnderstoodColumn column = Of(row => row % 10 == 0 ? marker : $"{row}.5");

        Assert.Equal(ColumnReading.Number, column.Reading);
        Assert.Equal(["6 missing"], column.Notes);
    }

    [Theory]
    [InlineData("yes", "no")]
    [InlineData("TRUE", "FALSE")]
    [InlineData("t", "f")]
    [InlineData("ja", "nein")]
    public void Two_answers_are_yes_and_no(string yes, string no) =>
        Assert.Equal(ColumnReading.YesNo, Of(row => row % 3 == 0 ? yes : no).Reading);

    [Theory]
    [InlineData("red", "green")]
    [InlineData("yes", "maybe")]
    public void Two_other_words_are_categories(string one, string other) =>
        Assert.Equal(ColumnReading.Category, Of(row => row % 3 == 0 ? one : other).Reading);

    [Fact]
    public void Days_above_12_tell_whether_day_or_month_comes_first()
    {
        UnderstoodColumn dayFirst = Of(row => $"{(row % 28) + 1}/{(row % 12) + 1}/2016");
        UnderstoodColumn monthFirst = Of(row => $"{(row % 12) + 1}/{(row % 28) + 1}/2016");
        UnderstoodColumn either = Of(row => $"{(row % 12) + 1}/{(row * 7 % 12) + 1}/2016");

        Assert.Equal((ColumnReading.Date, DateOrder.DayFirst), (dayFirst.Reading, dayFirst.Order));
        Assert.Equal((ColumnReading.Date, DateOrder.MonthFirst), (monthFirst.Reading, monthFirst.Order));
        Assert.Contains("could be day first", either.Notes);
    }

    [Theory]
    [InlineData("customer", "C{0}", "an id: different in every row")]
    [InlineData("id", "{0}", "an id: it numbers the rows")]
    [InlineData("customer_id", "9{0}7", "an id: it numbers the rows")]
    [InlineData("a", "same", "the same value in every row")]
    [InlineData("a", "", "empty")]
    public void A_column_of_which_nothing_can_be_learned_is_left_out_with_the_reason(string name, string pattern, string why)
    {
        UnderstoodColumn column = Of(row => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, row + 1), name);

        Assert.Equal(ColumnReading.Ignored, column.Reading);
        Assert.Equal([why], column.Notes);
    }

    [Theory]
    [InlineData("population", "9{0}7")]
    [InlineData("paid", "{0}")]
    [InlineData("day", "{0}")]
    public void Numbers_that_all_differ_stay_numbers_unless_their_name_says_that_they_are_an_id(string name, string pattern) =>
        Assert.Equal(
            ColumnReading.Number,
            Of(row => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, row + 1), name).Reading);

    [Fact]
    public void Texts_of_which_most_differ_are_names() =>
        Assert.Equal("45 different texts, like names", Of(row => $"Smith {Math.Min(row, 44)}").Notes[0]);

    [Fact]
    public void A_column_is_read_as_it_was_asked_to()
    {
        ColumnScan scan = Scan(row => $"{row % 3}");

        Assert.Equal(ColumnReading.Number, ColumnRecognition.Of("a", scan, NumberFormat.Point).Reading);
        Assert.Equal("category (3)", ColumnRecognition.As("a", scan, ColumnReading.Category, NumberFormat.Point).Words);
    }

    private static UnderstoodColumn Of(Func<int, string> text, string name = "a", NumberFormat usual = NumberFormat.Point) =>
        ColumnRecognition.Input(name, Scan(text), usual);

    private static ColumnScan Scan(Func<int, string> text)
    {
        var scan = new ColumnScan();
        for (int row = 0; row < Rows; row++)
            scan.Add(text(row));
        return scan;
    }
}
