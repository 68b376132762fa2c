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
    [InlineData(0.8, 0.95, 16)]
    [InlineData(0.9, 0.95, 35)]
    [InlineData(0.95, 0.95, 73)]
    [InlineData(0.8, 0.99, 27)]
    [InlineData(0.05, 0.95, 1)]
    public void The_fewest_trials_that_prove_a_share_do_and_one_fewer_do_not(double share, double confidence, int fewest)
    {
        Assert.Equal(fewest, Proportion.FewestFor(share, confidence));
        Assert.True(Proportion.Of(fewest, fewest, confidence).Interval.Low >= share);
        Assert.True(Proportion.Of(fewest - 1, fewest - 1, confidence).Interval.Low < share);
    }

    [Fact]
    public void Splits_that_share_training_rows_count_for_fewer_trials()
    {
        // 1 / (1/6 + 1/3) = 2 independent trials.
        Assert.Equal(Proportion.Of(2, 2).Interval, Proportion.OverSplits(60, 60, splits: 6, testTrainRatio: 1.0 / 3).Interval);
        Assert.Equal(Proportion.Of(45, 60), Proportion.OverSplits(45, 60, splits: 1, testTrainRatio: 1.0 / 3));
        // Never for more than there are: two splits whose ratio is tiny.
        Assert.Equal(Proportion.Of(1, 2), Proportion.OverSplits(1, 2, splits: 2, testTrainRatio: 0));
    }

    [Theory]
    [InlineData(1, 0.5, 0.000107511177)] // 2 · scipy.stats.norm.cdf(−0.25 / √(0.25 / 60))
    [InlineData(6, 0.5, 0.479500122187)] // … √(0.25 / 2)
    public void The_p_value_counts_the_independent_trials(int splits, double threshold, double expected)
    {
        var share = Proportion.OverSplits(45, 60, splits, testTrainRatio: 1.0 / 3);

        Assert.Equal(expected, share.PValueOf(threshold), 11);
        Assert.Equal(threshold, Proportion.OverSplits(45, 60, splits, 1.0 / 3, 1 - share.PValueOf(threshold)).Interval.Low, 9);
    }

    [Theory]
    [InlineData(-1, 5, "-1 successes of 5 cannot be. (Parameter 'successes')")]
    [InlineData(6, 5, "6 successes of 5 cannot be. (Parameter 'successes')")]
    [InlineData(0, -1, "A count of -1 is below 0. (Parameter 'count')")]
    public void Impossible_counts_are_refused(int successes, int count, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Proportion.Of(successes, count)).Message);
}
