using FrameworkBench.Results.Suite;
using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Results;

public sealed class TableVerdictsTests
{
    [Theory]
    [InlineData(0.001, 0.004, "trees")]
    [InlineData(-0.3, -0.001, "networks")]
    [InlineData(-0.01, 0.01, "equal within 0.01")]
    [InlineData(0, 0.01, "equal within 0.01")]
    [InlineData(0, 0.011, "undecided")]
    [InlineData(-0.011, 0.002, "undecided")]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, "undecided")]
    public void The_interval_alone_decides(double low, double high, string word) =>
        Assert.Equal(word, TableVerdicts.Word(TableVerdicts.Of(Lead(low, high)), new PairSides("trees", "networks")));

    private static MeanDifference Lead(double low, double high) => new(6, 0, 1, 5, 0, 1, new Interval(low, high, 0.95));
}
