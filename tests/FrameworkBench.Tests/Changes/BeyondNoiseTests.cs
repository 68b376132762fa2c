using FrameworkBench.Changes.Noise;
using FrameworkBench.Experiments;

namespace FrameworkBench.Tests.Changes;

/// <summary>Which figures are reported: those beyond noise, corrected for their number, and beyond the margin.</summary>
public sealed class BeyondNoiseTests
{
    [Fact]
    public void A_fall_far_beyond_the_spread_is_reported()
    {
        ComparedFigure figure = Figure("accuracy", 0.95, 0.92);

        FigureChange change = Assert.Single(BeyondNoise.Among([figure]));

        Assert.Equal(figure, change.Figure);
        Assert.True(figure.IsWorse);
        Assert.InRange(change.PValue, 0, BeyondNoise.AlarmsOfUsual);
    }

    [Fact]
    public void A_change_within_the_margin_is_not_reported_however_sure() =>
        Assert.Empty(BeyondNoise.Among([Figure("accuracy", 0.95, 0.942)]));

    [Fact]
    public void Without_any_spread_every_change_is_reported() =>
        Assert.Single(BeyondNoise.Among([Figure("accuracy", 0.95, 0.949, deviation: 0)]));

    [Fact]
    public void A_change_within_noise_is_not_reported() =>
        Assert.Empty(BeyondNoise.Among([Figure("accuracy", 0.95, 0.92, deviation: 0.1)]));

    [Fact]
    public void What_one_comparison_shows_many_may_hide()
    {
        ComparedFigure doubtful = Figure("accuracy", 0.95, 0.93, deviation: 0.015);
        ComparedFigure[] others = [.. Enumerable.Range(0, 500).Select(_ => Figure("accuracy", 0.95, 0.951, deviation: 0.05))];

        Assert.Single(BeyondNoise.Among([doubtful]));
        Assert.Empty(BeyondNoise.Among(others.Append(doubtful)));
    }

    [Fact]
    public void Figures_that_are_the_same_do_not_hide_others()
    {
        ComparedFigure doubtful = Figure("accuracy", 0.95, 0.93, deviation: 0.015);
        ComparedFigure[] same = [.. Enumerable.Range(0, 500).Select(_ => Figure("accuracy", 0.95, 0.95, deviation: 0))];

        Assert.Single(BeyondNoise.Among(same.Append(doubtful)));
    }

    [Fact]
    public void Other_figures_do_not_hide_the_usual_score()
    {
        ComparedFigure doubtful = Figure("accuracy", 0.95, 0.93, deviation: 0.015);
        ComparedFigure[] losses = [.. Enumerable.Range(0, 500).Select(_ => Figure("log_loss", 0.3, 0.301, deviation: 0.05))];

        Assert.Equal([doubtful], BeyondNoise.Among(losses.Append(doubtful)).Select(change => change.Figure));
    }

    [Theory]
    [InlineData("accuracy", 0.95, 0.93, true, 0.01)]
    [InlineData("r2", 0.5, 0.6, false, 0.01)]
    [InlineData("rmse", 200, 210, true, 4)]
    [InlineData("log_loss", 0.5, 0.4, false, 0.01)]
    [InlineData("brier", 0.2, 0.3, true, 0.01)]
    public void The_margin_is_absolute_where_a_figure_has_an_upper_end_and_a_share_elsewhere(
        string metric, double before, double after, bool isWorse, double margin)
    {
        ComparedFigure figure = Figure(metric, before, after);

        Assert.Equal(isWorse, figure.IsWorse);
        Assert.Equal(margin, figure.OwnMargin, 9);
    }

    // Twenty seeds around a mean, evenly spread so that their standard deviation is about the given one.
    private static ComparedFigure Figure(string metric, double before, double after, double deviation = 0.002)
    {
        return new ComparedFigure(
            new ModelPlace("digits", "digits", "network", "scratch"), new MetricReference(metric), FigureContrast.Of(Series(before, 0),
            Series(after, 100))!);

        FigureSeries Series(double mean, int first) => new(
            [.. Enumerable.Range(0, 20).Select(i => new SeedFigure(0, first + i, mean + (deviation * (i - 9.5) / 5.77)))], "rows", 0.25);
    }
}
