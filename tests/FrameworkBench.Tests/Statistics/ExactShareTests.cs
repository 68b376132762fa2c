using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public sealed class ExactShareTests
{
    // scipy.stats.binomtest(successes, count).proportion_ci(confidence, "exact"), SciPy 1.10.1.
    [Theory]
    [InlineData(0, 36, 0.95, 0, 0.0973937559145927)]
    [InlineData(12, 36, 0.95, 0.18556180982587867, 0.5097025466518912)]
    [InlineData(24, 36, 0.95, 0.4902974533481088, 0.8144381901741213)]
    [InlineData(36, 36, 0.95, 0.9026062440854073, 1)]
    [InlineData(5, 20, 0.9, 0.10408083591013606, 0.45558240400174993)]
    [InlineData(19, 20, 0.99, 0.6828582652429046, 0.9997494043131783)]
    public void Its_interval_is_that_of_SciPy(int successes, int count, double confidence, double low, double high)
    {
        Interval interval = ExactShare.Of(successes, count, confidence).Interval;

        Assert.Equal(low, interval.Low, 1e-9);
        Assert.Equal(high, interval.High, 1e-9);
    }

    // 2 min(scipy.stats.binom.cdf(k, n, t), scipy.stats.binom.sf(k − 1, n, t)), at most 1.
    [Theory]
    [InlineData(24, 36, 0.8, 0.08485544661088823)]
    [InlineData(23, 36, 0.8, 0.036433510951180956)]
    [InlineData(12, 36, 0.5, 0.06524533522315325)]
    [InlineData(36, 36, 0.9, 0.04505679908987837)]
    [InlineData(0, 10, 0.2, 0.2147483648)]
    [InlineData(18, 36, 0.5, 1)]
    [InlineData(4, 4, 0.9, 1)]
    [InlineData(1, 1, 0.8, 1)]
    [InlineData(16, 16, 0.95, 0.8802533373035307)]
    public void Its_p_value_is_that_of_the_binomial_distribution(int successes, int count, double threshold, double expected) =>
        Assert.Equal(expected, ExactShare.Of(successes, count).PValueOf(threshold), 1e-12);

    [Fact]
    public void A_tiny_p_value_keeps_its_digits() => Assert.Equal(2e-36, ExactShare.Of(36, 36).PValueOf(0.1), 1e-46);

    [Theory]
    [InlineData(7, 30, 0.4)]
    [InlineData(28, 36, 0.55)]
    public void The_interval_of_confidence_one_minus_p_ends_at_the_threshold(int successes, int count, double threshold)
    {
        double p = ExactShare.Of(successes, count).PValueOf(threshold);

        Interval interval = ExactShare.Of(successes, count, 1 - p).Interval;

        Assert.Equal(threshold, (double)successes / count < threshold ? interval.High : interval.Low, 1e-9);
    }

    [Theory]
    [InlineData(0.9, 0.95, 36)]
    [InlineData(0.5, 0.95, 6)]
    [InlineData(0.8, 0.99, 24)]
    public void The_fewest_cases_that_prove_a_share_do_and_one_fewer_do_not(double share, double confidence, int fewest)
    {
        Assert.Equal(fewest, ExactShare.FewestFor(share, confidence));
        Assert.True(ExactShare.Of(fewest, fewest, confidence).Interval.Low >= share);
        Assert.True(ExactShare.Of(fewest - 1, fewest - 1, confidence).Interval.Low < share);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    [InlineData(0, 0)]
    public void Counts_that_cannot_be_are_refused(int successes, int count) =>
        Assert.Throws<ArgumentException>(() => ExactShare.Of(successes, count));
}
