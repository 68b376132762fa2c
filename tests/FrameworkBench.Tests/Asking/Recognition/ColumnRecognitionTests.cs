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
    public void Whole_numbers_that_rounding_would_merge_are_categories_or_an_id()
    {
        UnderstoodColumn codes = Of(row => $"{1_152_921_504_606_846_976 + (row % 3)}");

        Assert.Equal(("category (3)", 3), (codes.Words, codes.Distinct));
        Assert.Equal(["whole numbers beyond 2^53 kept as texts: rounded, different ones could be the same"], codes.Notes);
        Assert.Equal(["an id: different in every row"], Of(row => $"{1_152_921_504_606_846_976 + row}").Notes);
        Assert.Equal(
            ["45 different numbers beyond 2^53, like ids"], Of(row => $"{1_152_921_504_606_846_976 + Math.Min(row, 44)}").Notes);
        Assert.Equal(ColumnReading.Number, Of(row => $"{9_007_199_254_740_992 - row}").Reading);
        Assert.Equal(ColumnReading.Number, Of(row => $"{row + 1}e20").Reading);
    }

    [Fact]
    public void Whole_numbers_beyond_the_exact_ones_can_be_asked_for_and_a_note_says_that_they_are_rounded() =>
        Assert.Equal(
            ["as asked", "rounded: beyond 2^53, different whole numbers can be the same"],
            ColumnRecognition.As(
                "a", Scan(row => $"{1_152_921_504_606_846_976 + row}"), ColumnReading.Number, NumberFormat.Point).Notes);

    [Theory]
    [InlineData("01", "1")]
    [InlineData("00", "0")]
    public void Codes_that_differ_in_leading_zeros_alone_are_categories(string padded, string plain)
    {
        UnderstoodColumn column = Of(row => (row % 3) switch { 0 => padded, 1 => plain, _ => "2" });

        Assert.Equal("category (3)", column.Words);
        Assert.Equal([$"'{padded}' and '{plain}' kept as different codes"], column.Notes);
    }

    [Fact]
    public void Numbers_with_leading_zeros_of_which_none_is_the_same_as_another_or_most_differ_stay_numbers()
    {
        Assert.Equal("number", Of(row => $"{row % 12:00}").Words);
        Assert.Equal(("number", "'05' and '5' are the same number"), Of(row => row == 7 ? "05" : $"{row}") is var column
            ? (column.Words, Assert.Single(column.Notes)) : default);
    }

    [Fact]
    public void A_percent_sign_in_some_numbers_is_told_with_the_count_and_how_they_are_read()
    {
        Assert.Equal(
            ["percent sign in 20 of 60: '40.5%' is read as 40.5, numbers without the sign as they are"],
            Of(row => row % 3 == 0 ? $"{row + 40}.5%" : $"0.{row + 100}").Notes);
        Assert.Equal(["percent"], Of(row => $"{row}.5%").Notes);
    }

    [Fact]
    public void Amounts_in_two_currencies_are_told_with_their_counts()
    {
        Assert.Equal(
            ["2 currencies, not converted: $ in 40, € in 20"],
            Of(row => (row % 3) switch { 0 => $"${row}.5", 1 => $"{row}.5 USD", _ => $"{row}.5 €" }).Notes);
        Assert.Equal(["currency"], Of(row => row % 2 == 0 ? $"EUR {row}.5" : $"{row}.5 €").Notes);
    }

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
