using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public class BootstrapTests
{
    private static readonly double[] Skewed = [0.1, 0.2, 0.2, 0.3, 0.4, 0.5, 0.9, 1.4, 2.5, 5.1];

    [Fact]
    public void Intervals_of_SciPys_resamples_agree_with_SciPys_intervals()
    {
        foreach (var golden in Golden.Cases("resampling", "bootstrap"))
        {
            var interval = Bootstrap.IntervalOf(
                golden.Numbers("distribution"), golden.Number("estimate"), [golden.Numbers("leftOut")], golden.Number("confidence"),
                golden.GetProperty("method").GetString() == "BCa" ? BootstrapMethod.BiasCorrectedAccelerated : BootstrapMethod.Percentile);

            Golden.Agree(golden.Number("low"), interval.Low);
            Golden.Agree(golden.Number("high"), interval.High);
        }
    }

    [Fact]
    public void Intervals_of_a_difference_from_SciPys_resamples_agree_with_SciPys_intervals()
    {
        foreach (var golden in Golden.Cases("resampling", "differences"))
        {
            var interval = Bootstrap.IntervalOf(
                golden.Numbers("distribution"), golden.Number("estimate"), golden.Table("leftOut"), golden.Number("confidence"),
                BootstrapMethod.BiasCorrectedAccelerated);

            Golden.Agree(golden.Number("low"), interval.Low);
            Golden.Agree(golden.Number("high"), interval.High);
            Assert.All(
                golden.Table("leftOut").Zip(Bootstrap.WithoutOne(golden.Numbers("first"), golden.Numbers("second"))),
                sample => Assert.All(sample.First.Zip(sample.Second), one => Golden.Agree(one.First, one.Second)));
        }
    }

    [Fact]
    public void A_difference_of_two_samples_has_the_interval_that_SciPy_draws()
    {
        foreach (var golden in Golden.Cases("resampling", "differences"))
        {
            var difference = Bootstrap.OfDifference(golden.Numbers("first"), golden.Numbers("second"));

            Golden.Agree(golden.Number("estimate"), difference.Estimate);
            // 10,000 resamples of ours and 200,000 of SciPy's leave a few hundredths of the width to chance.
            double width = golden.Number("highOfMany") - golden.Number("lowOfMany");
            Assert.Equal(golden.Number("lowOfMany"), difference.Interval.Low, 0.04 * width);
            Assert.Equal(golden.Number("highOfMany"), difference.Interval.High, 0.04 * width);
        }
    }

    [Fact]
    public void A_difference_from_a_single_value_has_no_interval_and_the_same_seed_gives_the_same_one()
    {
        Assert.False(Bootstrap.OfDifference([0.3], Skewed).Interval.IsBounded);
        Assert.False(Bootstrap.OfDifference(Skewed, [0.3]).Interval.IsBounded);
        Assert.Equal(Bootstrap.OfDifference(Skewed, [0.1, 0.4], seed: 5), Bootstrap.OfDifference(Skewed, [0.1, 0.4], seed: 5));
        Assert.Equal(new Interval(0.25, 0.25, 0.95), Bootstrap.OfDifference([0.5, 0.5], [0.25, 0.25]).Interval);
    }

    [Fact]
    public void The_standard_error_of_a_mean_is_near_its_formula()
    {
        var estimate = Bootstrap.Of(Skewed, seed: 3);

        Assert.Equal(Skewed.Average(), estimate.Estimate);
        // The bootstrap divides by n and not by n − 1.
        Assert.Equal(MeanEstimate.Of(Skewed).StandardError * Math.Sqrt(0.9), estimate.StandardError, 0.01);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval() =>
        Assert.Equal(Bootstrap.Of(Skewed, seed: 11), Bootstrap.Of(Skewed, seed: 11));

    [Fact]
    public void The_corrected_interval_of_a_right_skewed_mean_lies_further_right()
    {
        var plain = Bootstrap.Of(Skewed, method: BootstrapMethod.Percentile).Interval;
        var corrected = Bootstrap.Of(Skewed).Interval;

        Assert.True(corrected.Low > plain.Low);
        Assert.True(corrected.High > plain.High);
    }

    [Fact]
    public void A_ratio_of_two_columns_is_resampled_row_by_row()
    {
        double[] trees = [1, 2, 3, 4], networks = [2, 4, 6, 8];

        var ratio = Bootstrap.OfRows(4, rows => rows.Sum(row => trees[row]) / rows.Sum(row => networks[row]));

        Assert.Equal(new Interval(0.5, 0.5, 0.95), ratio.Interval);
    }

    [Fact]
    public void One_value_has_an_unbounded_interval_and_equal_values_a_point()
    {
        Assert.False(Bootstrap.Of([0.3]).Interval.IsBounded);
        Assert.Equal(new Interval(0.25, 0.25, 0.95), Bootstrap.Of([0.25, 0.25, 0.25]).Interval);
    }

    [Fact]
    public void A_statistic_that_is_not_finite_is_refused() =>
        Assert.StartsWith("Value 1 of 10000 is NaN",
            Assert.Throws<ArgumentException>(() => Bootstrap.Of([1, 2], _ => double.NaN)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public void The_unit_of_the_values_changes_nothing(int power)
    {
        double unit = Math.ScaleB(1, power);
        double[] other = [.. Skewed.Select(value => value * unit)];

        Interval own = Bootstrap.OfDifference(Skewed, [1, 2, 3]).Interval,
            scaled = Bootstrap.OfDifference(other, [unit, 2 * unit, 3 * unit]).Interval;

        Assert.Equal(own.Low, scaled.Low / unit, 1e-9);
        Assert.Equal(own.High, scaled.High / unit, 1e-9);
    }
}
