using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public sealed class SplitRatioTests
{
    [Fact]
    public void Even_splits_have_the_ratio_of_the_first() =>
        Assert.Equal(89.0 / 353, SplitRatio.Of([(0, 89.0 / 353), (0, 89.0 / 353), (1, 88.0 / 354), (2, 88.0 / 354)]));

    // 240 rows, 130 of them in one group: five folds of 130, 30, 30, 25 and 25 rows.
    [Theory]
    [InlineData(130, 30, 30, 25, 25)]
    [InlineData(25, 130, 30, 25, 30)]
    public void Uneven_splits_have_the_ratio_of_all_together_whichever_comes_first(params int[] tested) =>
        Assert.Equal(0.25, SplitRatio.Of(tested.Select((rows, split) => (split, rows / (240.0 - rows)))), 1e-12);
}
