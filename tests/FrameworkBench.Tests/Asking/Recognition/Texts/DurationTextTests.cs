using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Tests.Asking.Recognition.Texts;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("1:23", 83, 2)]
    [InlineData("16:06", 966, 2)]
    [InlineData("100:00", 6000, 2)]
    [InlineData("1:02:03", 3723, 3)]
    [InlineData("1:23.45", 83.45, 2)]
    [InlineData("-0:30", -30, 2)]
    [InlineData("12:05 AM", 5, 2)]
    [InlineData("12:05pm", 725, 2)]
    [InlineData("4:30:10 PM", 59410, 3)]
    public void A_duration_is_read_in_units_of_its_last_part(string text, double expected, int parts)
    {
        Assert.True(DurationText.TryParse(text, out double value, out int found));
        Assert.Equal((expected, parts), (value, found));
    }

    [Theory]
    [InlineData("16:9")]
    [InlineData("1:60")]
    [InlineData("1:100")]
    [InlineData("1:61:10")]
    [InlineData("13:00 PM")]
    [InlineData(":30")]
    [InlineData("1:2:3")]
    [InlineData("1:30.")]
    [InlineData("1:00:00:00")]
    [InlineData("a:30")]
    public void Another_text_is_none(string text) => Assert.False(DurationText.TryParse(text, out _, out _));
}
