using FrameworkBench.Changes;
using FrameworkBench.Changes.Noise;
using FrameworkBench.Changes.Times;

namespace FrameworkBench.Tests.Changes;

/// <summary>Which times are reported: those beyond their spread that the machine does not explain.</summary>
public sealed class TimeChangesTests
{
    [Fact]
    public void Fits_that_take_twice_as_long_are_slower_and_the_other_way_round_faster()
    {
        TimeChange slower = Assert.Single(TimeChanges.Among([Fits("scratch", 1, 2)])), faster = Assert.Single(
            TimeChanges.Among([Fits("scratch", 2, 1)]));

        Assert.Equal(("scratch", 1, 1.0, Direction.Worse), (slower.Engine, slower.Compared, slower.Drift, slower.Direction));
        Assert.Equal(Direction.Better, faster.Direction);
    }

    [Fact]
    public void A_change_within_the_ratio_is_not_reported() => Assert.Empty(TimeChanges.Among([Fits("scratch", 1, 1.9)]));

    [Fact]
    public void A_change_within_the_spread_is_not_reported() => Assert.Empty(TimeChanges.Among([Fits("scratch", 1, 2.5, spread: 0.9)]));

    [Fact]
    public void What_slows_every_engine_is_the_machine()
    {
        FitTimes[] machine = [Fits("scratch", 1, 2), Fits("sklearn", 1, 2.1), Fits("xgboost", 1, 1.9)];

        Assert.Empty(TimeChanges.Among(machine));
        TimeChange change = Assert.Single(TimeChanges.Among([.. machine, Fits("scratch", 1, 8, model: "tree")]));
        Assert.Equal(("scratch", 2, 2.1), (change.Engine, change.Compared, change.Drift));
        Assert.Equal("tree", Assert.Single(change.Fits).Place.Model);
    }

    [Fact]
    public void One_engine_of_three_that_is_slower_is_reported()
    {
        FitTimes[] fits = [Fits("scratch", 1, 3), Fits("sklearn", 1, 1), Fits("xgboost", 1, 1.1)];

        Assert.Equal("scratch", Assert.Single(TimeChanges.Among(fits)).Engine);
    }

    [Theory]
    [InlineData(2.5, Direction.Weaker)]
    [InlineData(3.5, Direction.Worse)]
    public void A_single_model_of_many_counts_as_worse_when_it_takes_three_times_as_long(double after, Direction expected)
    {
        FitTimes[] others = [.. Enumerable.Range(0, 9).Select(i => Fits("scratch", 1, 1, model: $"model {i}"))];

        Assert.Equal(expected, Assert.Single(TimeChanges.Among([.. others, Fits("scratch", 1, after)])).Direction);
    }

    // Seconds around a median, up to the spread as a share of it.
    private static FitTimes Fits(string engine, double before, double after, double spread = 0.05, string model = "network")
    {
        return new FitTimes(new ModelPlace("digits", "digits", model, engine), Around(before), Around(after));

        FitSpread Around(double median) => FitSpread.Of(Enumerable.Range(-5, 11).Select(step => median * (1 + (spread * step / 5))));
    }
}
