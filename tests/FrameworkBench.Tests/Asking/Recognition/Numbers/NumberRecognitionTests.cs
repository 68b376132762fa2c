using FrameworkBench.Asking.Recognition;
using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Tests.Asking.Recognition.Numbers;

public sealed class NumberRecognitionTests
{
    private const int Rows = 60;

    [Fact]
    public void Durations_are_numbers()
    {
        UnderstoodColumn column = Of(row => $"{row / 60:00}:{row % 60:00}");

        Assert.Equal(("number", NumberFormat.Duration), (column.Words, column.Format));
        Assert.Equal(["duration or time of day: '00:00' is read as 0"], column.Notes);
    }

    [Fact]
    public void Times_of_two_and_of_three_parts_are_left_out_unless_they_are_asked_for()
    {
        string Time(int row) => row < 20 ? $"{row + 1}:05" : $"1:{row:00}:05";

        Assert.Equal(["times of two parts in 20, of three in 40; --as a=number reads all in seconds"], Of(Time).Notes);
        Assert.Equal(NumberFormat.Duration, ColumnRecognition.As("a", Scan(Time), ColumnReading.Number, NumberFormat.Point).Format);
    }

    [Theory]
    [InlineData("{0}.5 kg", "kg")]
    [InlineData("{0}cm", "cm")]
    [InlineData("{0} °C", "°C")]
    public void Numbers_with_one_unit_are_numbers(string pattern, string unit)
    {
        UnderstoodColumn column = Of(row => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, row));

        Assert.Equal(("number", unit), (column.Words, column.Unit));
        Assert.Equal([$"unit '{unit}'"], column.Notes);
    }

    [Fact]
    public void The_plural_of_a_unit_a_missing_value_and_a_few_slips_are_no_other_unit()
    {
        UnderstoodColumn column = Of(row => row switch { 1 => "1 year", 2 => "", 3 => "many", _ => $"{row} years" });

        Assert.Equal(["unit 'years'", "1 missing", "1 text read as missing: 'many'"], column.Notes);
    }

    [Fact]
    public void A_decimal_comma_before_a_unit_is_found()
    {
        UnderstoodColumn column = Of(row => $"{row},75 kg");

        Assert.Equal((NumberFormat.Comma, "kg"), (column.Format, column.Unit));
        Assert.Equal(["unit 'kg'", "decimal comma"], column.Notes);
    }

    [Fact]
    public void Numbers_in_different_units_are_left_out_for_that_reason_and_are_no_id()
    {
        UnderstoodColumn column = Of(row => row % 3 == 0 ? $"{row} lb" : $"{row}.5 kg");

        Assert.Equal((ColumnReading.Ignored, false), (column.Reading, column.IsIdentifier));
        Assert.Equal(["numbers in different units: 'kg' in 40, 'lb' in 20"], column.Notes);
        Assert.Equal(
            ["numbers in different units: 'kg' in 40, none in 20"], Of(row => row % 3 == 0 ? $"{row}" : $"{row}.5 kg").Notes);
    }

    [Theory]
    [InlineData("few amounts", "500 mg", "1 g", "1 kg")]
    [InlineData("sizes", "1XL", "2XXL", "M")]
    public void Few_texts_with_different_units_are_categories(string what, params string[] texts) =>
        Assert.True(Of(row => texts[row % 3]).Reading == ColumnReading.Category, what);

    [Theory]
    [InlineData("a quarter", "20{0}Q{1}", "an id: different in every row")]
    [InlineData("a code", "{0}{2}{2}", "an id: different in every row")]
    public void Texts_that_only_begin_with_a_number_are_names(string what, string pattern, string why) =>
        Assert.True(
            Of(row => string.Format(
                System.Globalization.CultureInfo.InvariantCulture, pattern, row + 10, (row % 4) + 1, (char)('A' + (row % 26))))
                .Notes.SequenceEqual([why]), what);

    private static UnderstoodColumn Of(Func<int, string> text) => ColumnRecognition.Input("a", Scan(text), NumberFormat.Point);

    private static ColumnScan Scan(Func<int, string> text)
    {
        var scan = new ColumnScan();
        for (int row = 0; row < Rows; row++)
            scan.Add(text(row));
        return scan;
    }
}
