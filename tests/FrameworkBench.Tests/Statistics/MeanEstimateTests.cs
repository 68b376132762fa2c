using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public class MeanEstimateTests
{
    [Fact]
    public void The_mean_and_its_t_interval_agree_with_SciPy()
    {
        foreach (var golden in Golden.Cases("t-tests", "means"))
        {
            var estimate = MeanEstimate.Of(golden.Numbers("values"), golden.Number("confidence"));

            Golden.Agree(golden.Number("mean"), estimate.Mean);
            Golden.Agree(golden.Number("standardDeviation"), estimate.StandardDeviation);
            Golden.Agree(golden.Number("low"), estimate.Interval.Low);
            Golden.Agree(golden.Number("high"), estimate.Interval.High);
        }
    }

    [Fact]
    public void The_t_distribution_agrees_with_SciPy_far_into_the_lower_tail()
    {
        foreach (var golden in Golden.Cases("t-tests", "students"))
            Golden.Agree(golden.Number("cumulative"), Student.Cumulative(golden.Number("t"), golden.Number("degreesOfFreedom")));
    }

    [Fact]
    public void One_value_has_a_mean_but_an_unbounded_interval()
    {
        var estimate = MeanEstimate.Of([0.9]);

        Assert.Equal(0.9, estimate.Mean);
        Assert.True(double.IsNaN(estimate.StandardError));
        Assert.False(estimate.Interval.IsBounded);
        Assert.True(estimate.Interval.Contains(1e300));
    }

    [Fact]
    public void Equal_values_have_no_spread_at_all_even_when_their_sum_is_rounded()
    {
        var estimate = MeanEstimate.Of([.. Enumerable.Repeat(0.1, 7)]);

        Assert.Equal(0.1, estimate.Mean);
        Assert.Equal(0, estimate.StandardDeviation);
        Assert.Equal(new Interval(0.1, 0.1, 0.95), estimate.Interval);
    }

    [Fact]
    public void A_large_offset_does_not_spoil_the_variance() =>
        Assert.Equal(1, MeanEstimate.Of([1e9 + 1, 1e9 + 2, 1e9 + 3]).StandardDeviation, 1e-12);

    [Fact]
    public void No_value_is_refused() =>
        Assert.Equal("There are no values; at least one is needed. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => MeanEstimate.Of([])).Message);

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_value_that_is_not_finite_is_refused_by_its_place(double value, string shown) =>
        Assert.Equal(
            $"Value 2 of 3 is {shown}; leave failed trials out, or impute them, before a statistic. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => MeanEstimate.Of([0.5, value, 0.5])).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void A_confidence_outside_0_to_1_is_refused(double confidence) =>
        Assert.Equal($"{confidence} is not between 0 and 1, such as 0.95. (Parameter 'confidence')",
            Assert.Throws<ArgumentException>(() => MeanEstimate.Of([0.5, 0.6], confidence)).Message);
}
