using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Tests.Statistics;

public class DescriptiveTests
{
    [Fact]
    public void Quartiles_and_the_median_absolute_deviation_agree_with_NumPy_and_SciPy()
    {
        foreach (var golden in Golden.Cases("resampling", "summaries"))
        {
            var summary = FiveNumberSummary.Of(golden.Numbers("values"));

            double[] actual = [summary.Minimum, summary.LowerQuartile, summary.Median, summary.UpperQuartile, summary.Maximum];
            foreach (var (expected, number) in golden.Numbers("numbers").Zip(actual))
                Golden.Agree(expected, number);
            Golden.Agree(golden.Number("deviation"), summary.MedianAbsoluteDeviation);
        }
    }

    [Fact]
    public void One_outlier_moves_the_mean_but_not_the_median() =>
        Assert.Equal(2, Quantiles.Median([1, 2, 1e9]));

    [Fact]
    public void Equal_values_share_the_mean_of_their_ranks() =>
        Assert.Equal([2.5, 1, 2.5, 4], Ranks.Of([7, 3, 7, 9]));

    [Fact]
    public void Wins_ties_and_losses_are_counted_beyond_the_margin()
    {
        Assert.Equal(new WinTieLoss(2, 2, 1), WinTieLoss.Of([0.5, 0.25, 0.01, 0, -0.5], margin: 0.01));
        Assert.Equal(new WinTieLoss(0, 0, 0), WinTieLoss.Of([]));
    }

    [Fact]
    public void The_sign_test_agrees_with_SciPys_binomial_test()
    {
        foreach (var golden in Golden.Cases("signed-rank", "signs"))
            Golden.Agree(golden.Number("pValue"), new WinTieLoss(golden.Integer("wins"), 3, golden.Integer("losses")).SignTestPValue);
        Assert.Equal(1, new WinTieLoss(0, 4, 0).SignTestPValue);
    }

    [Theory]
    [InlineData(0.7, 0.7)]
    [InlineData(-12, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(1, 1)]
    public void A_regression_scores_from_0_to_1(double rSquared, double score) =>
        Assert.Equal(score, NormalizedScore.FromRSquared(rSquared));

    [Theory]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void An_R_squared_that_cannot_be_is_refused(double rSquared) =>
        Assert.Equal($"An R² of {rSquared} is not at most 1. (Parameter 'rSquared')",
            Assert.Throws<ArgumentException>(() => NormalizedScore.FromRSquared(rSquared)).Message);

    [Fact]
    public void A_share_outside_0_to_1_has_no_quantile() =>
        Assert.Equal("A share of 1.5 is not from 0 to 1. (Parameter 'share')",
            Assert.Throws<ArgumentException>(() => Quantiles.Of([1, 2], 1.5)).Message);
}
