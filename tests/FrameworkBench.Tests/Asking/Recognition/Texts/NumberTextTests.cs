using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Tests.Asking.Recognition.Texts;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("-0.5", -0.5)]
    [InlineData("1e-3", 0.001)]
    [InlineData("1,234", 1234)]
    [InlineData("1,234,567.89", 1234567.89)]
    [InlineData("1 234.5", 1234.5)]
    [InlineData("1'234", 1234)]
    [InlineData("$1,234.50", 1234.5)]
    [InlineData("-$12", -12)]
    [InlineData("$-12", -12)]
    [InlineData("12 €", 12)]
    [InlineData("USD 7", 7)]
    [InlineData("($3,000)", -3000)]
    [InlineData("12.5%", 12.5)]
    [InlineData("12.5 %", 12.5)]
    [InlineData("−3", -3)]
    [InlineData(".5", 0.5)]
    public void A_number_with_a_decimal_point_is_read(string text, double expected)
    {
        Assert.True(NumberText.TryParse(text, NumberFormat.Point, out double value, out _));
        Assert.Equal(expected, value, 1e-12);
    }

    [Theory]
    [InlineData("12,5", 12.5)]
    [InlineData("1.234", 1234)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1 234,56 €", 1234.56)]
    [InlineData("0,125", 0.125)]
    [InlineData("-3,5 %", -3.5)]
    public void A_number_with_a_decimal_comma_is_read(string text, double expected)
    {
        Assert.True(NumberText.TryParse(text, NumberFormat.Comma, out double value, out _));
        Assert.Equal(expected, value, 1e-12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("$")]
    [InlineData("%")]
    [InlineData("abc")]
    [InlineData("12abc")]
    [InlineData("12,5")]
    [InlineData("1,23,456")]
    [InlineData("1234,567")]
    [InlineData("0,123")]
    [InlineData("1.2.3")]
    [InlineData("--3")]
    [InlineData("(-3)")]
    [InlineData("1e999")]
    [InlineData("NaN")]
    [InlineData("2016-08-28")]
    public void Another_text_is_no_number_with_a_decimal_point(string text) =>
        Assert.False(NumberText.TryParse(text, NumberFormat.Point, out _, out _));

    [Fact]
    public void A_text_longer_than_any_number_is_none() =>
        Assert.False(NumberText.TryParse(new string('1', 10_000), NumberFormat.Point, out _, out _));

    [Theory]
    [InlineData("1.234,5 €", NumberFormat.Comma, NumberMarks.DecimalComma | NumberMarks.Thousands | NumberMarks.Currency)]
    [InlineData("12 %", NumberFormat.Point, NumberMarks.Percent)]
    [InlineData("12.5", NumberFormat.Point, NumberMarks.None)]
    public void What_stands_in_a_number_is_told(string text, NumberFormat format, NumberMarks expected)
    {
        Assert.True(NumberText.TryParse(text, format, out _, out NumberMarks marks));
        Assert.Equal(expected, marks);
    }
}
