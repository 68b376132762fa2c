using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Tests.Wording;

public sealed class LeadWordsTests
{
    [Theory]
    [InlineData(1.032, 0.99, 1.0754, "1.032 [0.990,\u00A01.075]")]
    [InlineData(1.0004, 1.0002, 1.0006, "1.000 [1.0002,\u00A01.001]")]
    [InlineData(0.98, 0.96, 0.9999, "0.980 [0.960,\u00A00.9999]")]
    public void An_end_of_a_ratio_that_is_not_one_is_never_written_as_one(double ratio, double low, double high, string text) =>
        Assert.Equal(text, LeadWords.Ratio(ratio, new Interval(low, high, 0.95)));

    [Fact]
    public void Without_an_interval_the_estimate_stands_alone()
    {
        Assert.Equal("1.032", LeadWords.Ratio(1.032, Interval.Unbounded(0.95)));
        Assert.Equal("0.050", LeadWords.ScoreWithInterval(0.05, Interval.Unbounded(0.95)));
        Assert.Equal("0.050 [0.041,\u00A00.060]", LeadWords.ScoreWithInterval(0.05, new Interval(0.041, 0.06, 0.95)));
    }
}
