using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public class ProportionTests
{
    [Fact]
    public void Wilsons_interval_agrees_with_SciPy()
    {
        foreach (var golden in Golden.Cases("proportions", "wilson"))
        {
            var proportion = Proportion.Of(
                golden.Integer("successes"), golden.Integer("count"), golden.Number("confidence"));

            Golden.Agree(golden.Number("low"), proportion.Interval.Low);
            Golden.Agree(golden.Number("high"), proportion.Interval.High);
        }
    }

    [Fact]
    public void Twenty_of_twenty_is_not_certainty()
    {
        var proportion = Proportion.Of(20, 20);

        Assert.Equal(1, proportion.Share);
        Assert.Equal(1, proportion.Interval.High);
        Assert.InRange(proportion.Interval.Low, 0.83, 0.84);
    }

    [Fact]
    public void No_trial_at_all_leaves_every_share_possible()
    {
        var proportion = Proportion.Of(0, 0);

        Assert.True(double.IsNaN(proportion.Share));
        Assert.Equal(new Interval(0, 1, 0.95), proportion.Interval);
    }

    [Theory]
    [InlineData(-1, 5, "-1 successes of 5 cannot be. (Parameter 'successes')")]
    [InlineData(6, 5, "6 successes of 5 cannot be. (Parameter 'successes')")]
    [InlineData(0, -1, "A count of -1 is below 0. (Parameter 'count')")]
    public void Impossible_counts_are_refused(int successes, int count, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Proportion.Of(successes, count)).Message);
}
