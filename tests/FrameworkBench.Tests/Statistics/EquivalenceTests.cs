using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public class EquivalenceTests
{
    [Fact]
    public void Both_one_sided_tests_of_pairs_agree_with_SciPy()
    {
        foreach (var golden in Golden.Cases("t-tests", "paired"))
        {
            var test = Equivalence.Of(PairedTTest.Of(golden.Numbers("first"), golden.Numbers("second")), margin: 0.01);

            Golden.Agree(golden.Number("lower"), test.LowerPValue);
            Golden.Agree(golden.Number("upper"), test.UpperPValue);
        }
    }

    [Fact]
    public void Both_one_sided_tests_of_two_samples_agree_with_SciPy()
    {
        foreach (var golden in Golden.Cases("t-tests", "welch"))
        {
            var test = Equivalence.Of(WelchTTest.Of(golden.Numbers("first"), golden.Numbers("second")), margin: 0.01);

            Golden.Agree(golden.Number("lower"), test.LowerPValue);
            Golden.Agree(golden.Number("upper"), test.UpperPValue);
        }
    }

    [Theory]
    [InlineData(0.005)]
    [InlineData(0.012)]
    [InlineData(0.02)]
    [InlineData(0.05)]
    public void The_interval_lies_inside_the_margin_exactly_when_both_tests_reject(double margin)
    {
        double[] first = [0.91, 0.92, 0.9, 0.93, 0.92, 0.91], second = [0.9, 0.93, 0.9, 0.91, 0.92, 0.92];

        var test = Equivalence.Of(PairedTTest.Of(first, second), margin);

        Assert.Equal(test.PValue < 0.05, test.IsEquivalent);
    }

    [Fact]
    public void A_difference_that_is_not_significant_is_not_yet_an_equivalence()
    {
        var test = Equivalence.Of(PairedTTest.Of([0.9, 0.5, 0.7], [0.6, 0.8, 0.7]), margin: 0.01);

        Assert.True(test.Difference.PValue > 0.9);
        Assert.False(test.IsEquivalent);
    }

    [Fact]
    public void Equal_scores_are_equivalent_and_one_pair_is_not()
    {
        Assert.True(Equivalence.Of(PairedTTest.Of([0.9, 0.9], [0.9, 0.9]), margin: 0.01).IsEquivalent);

        var single = Equivalence.Of(PairedTTest.Of([0.9], [0.9]), margin: 0.01);
        Assert.False(single.IsEquivalent);
        Assert.Equal(1, single.PValue);
    }

    [Fact]
    public void A_difference_of_exactly_the_margin_is_not_equivalent()
    {
        var test = Equivalence.Of(PairedTTest.Of([0.75, 0.75], [0.5, 0.5]), margin: 0.25);

        Assert.False(test.IsEquivalent);
        Assert.Equal(1, test.PValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    public void A_margin_that_is_not_above_zero_is_refused(double margin) =>
        Assert.Equal($"A margin of {margin} is not above 0. (Parameter 'margin')",
            Assert.Throws<ArgumentException>(() => Equivalence.Of(PairedTTest.Of([1, 2], [1, 2]), margin)).Message);
}
