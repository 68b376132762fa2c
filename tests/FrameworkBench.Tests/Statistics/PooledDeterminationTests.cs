using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public sealed class PooledDeterminationTests
{
    private static readonly (double Error, double Deviation)[] Sets = [(1, 4), (2, 2), (0.5, 9)];

    [Fact]
    public void The_mean_of_the_scores_is_R2_over_all_sets() =>
        Assert.Equal(1 - (3.5 / 15), PooledDetermination.Of(Sets).Average(), 12);

    [Fact]
    public void A_score_is_the_error_of_its_set_with_what_its_deviation_is_above_the_mean_of_all()
    {
        const double Ratio = 3.5 / 15;
        Assert.Equal([.. Sets.Select(set => 1 - ((set.Error - (Ratio * (set.Deviation - 5))) / 5))], PooledDetermination.Of(Sets));
    }

    [Fact]
    public void Errors_that_grow_with_the_deviations_leave_no_spread()
    {
        double[] scores = PooledDetermination.Of([(1, 2), (2, 4), (4, 8)]);
        Assert.All(scores, score => Assert.Equal(0.5, score, 12));
    }

    [Fact]
    public void Of_small_sets_of_a_line_R2_is_that_of_fresh_rows_and_not_the_mean_of_the_sets()
    {
        // y = x + e, both standard normal, predicted by x: R² = 1/2.
        var random = new Random(3);
        double[] pooled =
            [.. Enumerable.Range(0, 200).Select(_ => PooledDetermination.Of([.. Enumerable.Range(0, 5).Select(_ => Set())]).Average())];
        Assert.InRange(pooled.Average(), 0.42, 0.52);

        (double, double) Set()
        {
            double[] errors = [.. Enumerable.Range(0, 4).Select(_ => Normal())], targets = [.. errors.Select(error => error + Normal())];
            return (errors.Average(error => error * error), targets.Average(target => target * target));
        }

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    [Theory]
    [InlineData(0.9, 0.1)]
    [InlineData(-0.4, 0.8)]
    public void The_interval_ends_below_1_and_reaches_further_down(double mean, double half)
    {
        Interval interval = PooledDetermination.Interval(mean, new Interval(mean - half, mean + half, 0.95));
        Assert.True(interval.High < 1);
        Assert.True(mean - interval.Low > half && half > interval.High - mean);
        Assert.Equal(Math.Log(1 - interval.Low) + Math.Log(1 - interval.High), 2 * Math.Log(1 - mean), 12);
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(10, 9)]
    [InlineData(50, 9)]
    public void The_expected_score_has_nine_degrees_of_freedom_at_most(int splits, int degrees)
    {
        double[] scores = [.. Enumerable.Range(0, splits).Select(split => 0.5 + (0.1 * (split % 2)))];
        var corrected = CorrectedResampledTTest.Of(scores, 0.25);
        var expected = PooledDetermination.Expected(scores, 0.25);

        Assert.Equal((corrected.Difference, corrected.StandardError), (expected.Difference, expected.StandardError));
        Assert.Equal(degrees, expected.DegreesOfFreedom);
        double half = Student.Quantile(0.975, degrees) * expected.StandardError, left = 1 - expected.Difference;
        Assert.Equal(1 - (left * Math.Exp(half / left)), expected.Interval.Low, 12);
        Assert.Equal(1 - (left * Math.Exp(-half / left)), expected.Interval.High, 12);
    }
}
