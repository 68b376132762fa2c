using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public sealed class ExpectedShareTests
{
    [Fact]
    public void Sets_without_an_error_do_not_promise_that_there_will_be_none()
    {
        MeanDifference expected = ExactShare.Expected([.. Enumerable.Repeat(1.0, 20)], 0.25, 44);

        Assert.Equal(1, expected.Difference);
        Assert.Equal(ExactShare.Of(44, 44).Interval, expected.Interval);
        Assert.Equal(0.9196, expected.Interval.Low, 4);
    }

    [Fact]
    public void With_five_errors_the_interval_is_that_of_the_sets_within_0_and_1()
    {
        double[] shares = [0.9, 1, 0.9, 1, 0.7, 1, 0.9, 1, 0.7, 0.9];
        var corrected = CorrectedResampledTTest.Of(shares, 1.0 / 9);

        Assert.Equal(corrected.Interval.ClippedTo(0, 1), ExactShare.Expected(shares, 1.0 / 9, 60).Interval);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.98)]
    public void A_share_near_an_end_covers_the_exact_interval_too(double share)
    {
        double[] shares = [share, share, share + 0.01, share - 0.01];
        Interval exact = ExactShare.Of((int)Math.Round(share * 100), 100).Interval;
        Interval interval = ExactShare.Expected(shares, 0.25, 100).Interval;

        Assert.True(interval.Low <= exact.Low && interval.High >= exact.High);
        Assert.True(interval.Low >= 0 && interval.High <= 1);
    }

    [Fact]
    public void One_set_has_no_interval() => Assert.False(ExactShare.Expected([1], 0.25, 10).Interval.IsBounded);
}
