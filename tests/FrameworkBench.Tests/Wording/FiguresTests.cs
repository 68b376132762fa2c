using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Tests.Wording;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0.9667, "0.9667")]
    [InlineData(87, "87")]
    [InlineData(0.00001, "1e-5")]
    [InlineData(1500000, "1.5e+6")]
    [InlineData(0, "0")]
    [InlineData(-0.5, "−0.5")]
    public void Numbers_are_written_short(double value, string expected) => Assert.Equal(expected, Figures.Number(value));

    [Theory]
    [InlineData(0.96612, 0.96, 0.972, "0.9661 [0.9600, 0.9720]")]
    [InlineData(87.4, 80, 95, "87.4 [80.0, 95.0]")]
    [InlineData(0.5, 0.5, 0.5, "0.5 [no spread]")]
    [InlineData(-0.00001, -0.01, 0.01, "0.000 [−0.010, 0.010]")]
    [InlineData(0.00000012, 0.00000010, 0.00000014, "1.2e-7 [1e-7, 1.4e-7]")]
    public void Estimates_are_rounded_at_their_uncertainty(double estimate, double low, double high, string expected) =>
        Assert.Equal(expected, Figures.WithInterval(estimate, new Interval(low, high, 0.95)));

    [Theory]
    [InlineData(0.0104, 0.00031, 0.0205, 0, "0.010 [0.0003, 0.021]")]
    [InlineData(-0.22, -0.43, -0.0031, 0, "−0.22 [−0.43, −0.003]")]
    [InlineData(0.22, 0, 0.43, 0, "0.22 [0.00, 0.43]")]
    [InlineData(0.22, 1e-17, 0.43, 0, "0.22 [0.00, 0.43]")]
    [InlineData(0.86, 0.8496, 0.87, 0.85, "0.860 [0.8496, 0.870]")]
    [InlineData(0.86, 0.8511, 0.87, 0.85, "0.8600 [0.8511, 0.8700]")]
    [InlineData(20.4, 9.96, 30.8, 10, "20 [9.96, 31]")]
    public void An_end_beside_a_value_that_decides_is_not_written_as_that_value(
        double estimate, double low, double high, double threshold, string expected) =>
        Assert.Equal(expected, Figures.WithInterval(estimate, new Interval(low, high, 0.95), threshold));

    [Fact]
    public void An_estimate_without_an_interval_says_so() =>
        Assert.Equal("0.9667 [no interval: one trial]", Figures.WithInterval(0.9667, Interval.Unbounded(0.95)));
}
