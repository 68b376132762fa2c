using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Tests.Asking.Recognition.Texts;

public sealed class UnitTextTests
{
    [Theory]
    [InlineData("5.23 kg", "5.23", "kg")]
    [InlineData("12cm", "12", "cm")]
    [InlineData("-3 °C", "-3", "°C")]
    [InlineData("70 km/h", "70", "km/h")]
    [InlineData("1 200 m²", "1 200", "m²")]
    [InlineData("12 sq. ft", "12", "sq. ft")]
    public void A_number_is_parted_from_its_unit(string text, string number, string unit)
    {
        Assert.True(UnitText.TrySplit(text, out ReadOnlySpan<char> found, out ReadOnlySpan<char> of));
        Assert.Equal((number, unit), (found.ToString(), of.ToString()));
    }

    [Theory]
    [InlineData("kg")]
    [InlineData("12")]
    [InlineData("007A")]
    [InlineData("- kg")]
    [InlineData("12 (old)")]
    [InlineData("12 of the long streets")]
    public void Another_text_is_not_parted(string text) => Assert.False(UnitText.TrySplit(text, out _, out _));

    [Theory]
    [InlineData("years", "year")]
    [InlineData("lbs.", "lb")]
    [InlineData("ms", "ms")]
    [InlineData("gauss", "gauss")]
    public void The_plural_of_a_unit_is_the_same_unit(string unit, string expected) =>
        Assert.Equal(expected, UnitText.Singular(unit).ToString());
}
