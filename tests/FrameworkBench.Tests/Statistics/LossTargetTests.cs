using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public sealed class LossTargetTests
{
    [Fact]
    public void The_target_lies_nine_tenths_of_the_way_down_on_a_logarithmic_scale()
    {
        LossTarget target = LossTarget.Of([[[1, 0.1, 0.01]]])!;

        Assert.Equal((1, 0.01), (target.First, target.Lowest));
        Assert.Equal(Math.Pow(10, -1.8), target.Value, 1e-15);
    }

    [Fact]
    public void It_rests_on_the_median_engine_by_its_median_trial_however_many_trials_an_engine_has()
    {
        double[][] slow = [[4, 0.4], [5, 0.5], [900, 90]];
        double[][] fast = [.. Enumerable.Repeat(new[] { 2, 0.1 }, 50)];
        double[][] middle = [[3, 0.2]];

        LossTarget target = LossTarget.Of([slow, fast, middle])!;

        Assert.Equal((3, 0.2), (target.First, target.Lowest));
    }

    [Fact]
    public void The_lowest_loss_counts_and_not_the_last_and_none_that_is_not_finite() =>
        Assert.Equal(
            (8, 2), LossTarget.Of([[[8, 2, 7, double.NaN], [double.NaN]], []]) is { } target ? (target.First, target.Lowest) : default);

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new[] { 1.0 })]
    [InlineData(new[] { 1.0, 2.0 })]
    [InlineData(new[] { 1.0, 0.91 })]
    [InlineData(new[] { 1.0, 0.0 })]
    [InlineData(new[] { double.NaN, double.PositiveInfinity })]
    public void A_loss_that_falls_by_less_than_a_tenth_or_to_nothing_has_no_target(double[] losses) =>
        Assert.Null(LossTarget.Of([[losses]]));

    [Theory]
    [InlineData(new[] { 9.0, 3.0, 5.0, 1.0 }, 2)]
    [InlineData(new[] { 2.0 }, 1)]
    [InlineData(new[] { 9.0, double.NaN, 2.9 }, 3)]
    [InlineData(new[] { 9.0, 3.1 }, null)]
    [InlineData(new double[] { }, null)]
    public void The_epochs_to_it_end_with_the_first_at_or_below_it(double[] losses, int? epochs) =>
        Assert.Equal(epochs, new LossTarget(9, 2.7, 3).Epochs(losses));
}
