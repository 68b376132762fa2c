using System.Text.Json;
using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public class MeanDifferenceTests
{
    [Fact]
    public void The_paired_test_agrees_with_SciPy()
    {
        foreach (var golden in Golden.Cases("t-tests", "paired"))
        {
            var test = PairedTTest.Of(golden.Numbers("first"), golden.Numbers("second"));

            AgreeWith(golden, test);
            Golden.Agree(golden.Number("greater"), test.PValueGreaterThan(0.005));
            Golden.Agree(golden.Number("less"), test.PValueLessThan(0.005));
            Golden.Agree(2 * Math.Min(golden.Number("greater"), golden.Number("less")), test.PValueOf(0.005));
        }
    }

    [Fact]
    public void Another_unit_changes_the_difference_and_no_test()
    {
        var test = PairedTTest.Of([0.1, 0.3, 0.2], [0.05, 0.1, 0.2]);
        var inHalves = test.In(0.5);

        var doubled = PairedTTest.Of([0.2, 0.6, 0.4], [0.1, 0.2, 0.4]);
        Assert.Equal(doubled.Difference, inHalves.Difference, 12);
        Assert.Equal(doubled.StandardError, inHalves.StandardError, 12);
        Assert.Equal(doubled.Interval.Low, inHalves.Interval.Low, 12);
        Assert.Equal(doubled.PValue, inHalves.PValue, 12);
        Assert.Equal(Interval.Unbounded(0.95), PairedTTest.Of([0.1], [0.2]).In(0.5).Interval);
        Assert.Throws<ArgumentOutOfRangeException>(() => test.In(0));
    }

    [Fact]
    public void Welchs_test_agrees_with_SciPy()
    {
        foreach (var golden in Golden.Cases("t-tests", "welch"))
        {
            var test = WelchTTest.Of(golden.Numbers("first"), golden.Numbers("second"));

            AgreeWith(golden, test);
            Golden.Agree(golden.Number("degreesOfFreedom"), test.DegreesOfFreedom);
        }
    }

    [Fact]
    public void The_corrected_resampled_test_agrees_with_the_formula_of_Nadeau_and_Bengio()
    {
        foreach (var golden in Golden.Cases("t-tests", "corrected"))
            AgreeWith(golden, CorrectedResampledTTest.Of(golden.Numbers("differences"), golden.Number("testTrainRatio")));
    }

    [Fact]
    public void Welchs_test_of_two_means_over_splits_agrees_with_SciPy()
    {
        foreach (var golden in Golden.Cases("t-tests", "twoEstimates"))
        {
            double ratio = golden.Number("testTrainRatio");
            var test = WelchTTest.Of(Estimate("first"), Estimate("second"));

            AgreeWith(golden, test);
            Golden.Agree(golden.Number("degreesOfFreedom"), test.DegreesOfFreedom);

            MeanDifference Estimate(string name) =>
                MeanOverSplits.Of(golden.Numbers(name).Select((value, split) => (split, value)), ratio);
        }
    }

    [Fact]
    public void What_a_test_can_detect_agrees_with_SciPy()
    {
        foreach (var golden in Golden.Cases("t-tests", "detectable"))
        {
            Golden.Agree(
                golden.Number("detectable"),
                PairedTTest.Of(golden.Numbers("differences")).Detectable(golden.Number("significance"), golden.Number("power")));
        }
    }

    [Fact]
    public void One_pair_detects_nothing_and_a_power_below_one_half_is_refused()
    {
        Assert.Equal(double.PositiveInfinity, PairedTTest.Of([0.9], [0.7]).Detectable(0.05, 0.8));
        Assert.Throws<ArgumentException>(() => PairedTTest.Of([0.9, 0.7]).Detectable(0.05, 0.4));
    }

    [Fact]
    public void The_corrected_test_without_test_rows_is_the_paired_test()
    {
        double[] first = [0.9, 0.8, 0.95, 0.7], second = [0.85, 0.81, 0.9, 0.6];

        Assert.Equal(PairedTTest.Of(first, second), CorrectedResampledTTest.Of(first, second, testTrainRatio: 0));
    }

    [Fact]
    public void The_correction_widens_the_interval()
    {
        double[] differences = [0.02, 0.03, 0.01, 0.02, 0.025, 0.015, 0.02, 0.03, 0.01, 0.02];

        Assert.True(CorrectedResampledTTest.Of(differences, 1.0 / 9).Interval.Width > PairedTTest.Of(differences).Interval.Width);
    }

    [Fact]
    public void The_interval_excludes_zero_exactly_when_the_test_rejects()
    {
        foreach (var golden in Golden.Cases("t-tests", "paired"))
        {
            var test = PairedTTest.Of(golden.Numbers("first"), golden.Numbers("second"));
            Assert.Equal(test.PValue < 0.05, !test.Interval.Contains(0));
        }
    }

    [Fact]
    public void One_pair_says_nothing()
    {
        var test = PairedTTest.Of([0.9], [0.7]);

        Assert.Equal(0.2, test.Difference, 1e-12);
        Assert.True(double.IsNaN(test.Statistic));
        Assert.Equal(1, test.PValue);
        Assert.Equal(1, test.PValueGreaterThan(0));
        Assert.False(test.Interval.IsBounded);
    }

    [Fact]
    public void Equal_models_have_no_difference_and_a_p_value_of_one()
    {
        var test = PairedTTest.Of([0.9, 0.8, 0.7], [0.9, 0.8, 0.7]);

        Assert.Equal(0, test.Statistic);
        Assert.Equal(1, test.PValue);
        Assert.Equal(new Interval(0, 0, 0.95), test.Interval);
        Assert.Equal(1, test.PValueGreaterThan(0));
    }

    [Fact]
    public void The_same_difference_on_every_pair_is_certain()
    {
        var test = PairedTTest.Of([-0.25, -0.25, -0.25]);

        Assert.Equal(double.NegativeInfinity, test.Statistic);
        Assert.Equal(0, test.PValue);
        Assert.Equal(0, test.PValueLessThan(0));
        Assert.Equal(1, test.PValueGreaterThan(0));
        Assert.Equal(1, test.PValueLessThan(-0.25));
    }

    [Fact]
    public void Two_samples_without_spread_pool_their_degrees_of_freedom()
    {
        var test = WelchTTest.Of([1, 1, 1], [2, 2]);

        Assert.Equal(3, test.DegreesOfFreedom);
        Assert.Equal(0, test.PValue);
        Assert.Equal(new Interval(-1, -1, 0.95), test.Interval);
    }

    [Fact]
    public void A_sample_of_one_leaves_Welchs_test_without_an_answer()
    {
        var test = WelchTTest.Of([1, 2, 3], [2]);

        Assert.Equal(1, test.PValue);
        Assert.False(test.Interval.IsBounded);
    }

    [Fact]
    public void Pairs_that_do_not_match_are_refused() =>
        Assert.Equal("Pairs are needed, but there are 2 first and 1 second values. (Parameter 'second')",
            Assert.Throws<ArgumentException>(() => PairedTTest.Of([1, 2], [1])).Message);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_ratio_below_zero_is_refused(double ratio) =>
        Assert.Equal($"{ratio} is not a finite number of at least 0. (Parameter 'testTrainRatio')",
            Assert.Throws<ArgumentException>(() => CorrectedResampledTTest.Of([1, 2], ratio)).Message);

    private static void AgreeWith(JsonElement golden, MeanDifference test)
    {
        Golden.Agree(golden.Number("statistic"), test.Statistic);
        Golden.Agree(golden.Number("pValue"), test.PValue);
        Golden.Agree(golden.Number("low"), test.Interval.Low);
        Golden.Agree(golden.Number("high"), test.Interval.High);
    }
}
