using FrameworkBench.Changes.Noise;
using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Changes;

/// <summary>Which trials of two results are compared, and what that says of noise.</summary>
public sealed class FigureContrastTests
{
    [Fact]
    public void Trials_of_the_same_split_and_seed_are_paired()
    {
        FigureContrast contrast = Compare(
            Series((0, 1, 0.90), (0, 2, 0.80), (0, 3, 0.70)), Series((0, 3, 0.71), (0, 2, 0.82), (0, 1, 0.93)));

        Assert.Equal((Pairing.SplitAndSeed, 3), (contrast.Pairing, contrast.Count));
        AgreeWith(PairedTTest.Of([0.03, 0.02, 0.01]), contrast.Difference);
        Assert.Equal(0.80, contrast.Before, 12);
        Assert.Equal(0.82, contrast.After, 12);
    }

    [Fact]
    public void Trials_of_the_same_splits_are_paired_in_the_order_of_their_seeds()
    {
        FigureContrast contrast = Compare(
            Series((0, 1, 0.9), (0, 2, 0.8), (1, 3, 0.5), (1, 4, 0.4)), Series((0, 8, 0.7), (0, 7, 0.6), (1, 9, 0.5), (1, 10, 0.2)));

        Assert.Equal((Pairing.Split, 4), (contrast.Pairing, contrast.Count));
        AgreeWith(PairedTTest.Of([-0.3, -0.1, 0, -0.2]), contrast.Difference);
    }

    [Fact]
    public void Other_seeds_of_one_split_are_two_samples()
    {
        FigureContrast contrast = Compare(Series((0, 1, 0.9), (0, 2, 0.8), (0, 3, 0.7)), Series((0, 4, 0.5), (0, 5, 0.6)));

        Assert.Equal((Pairing.Seeds, 2), (contrast.Pairing, contrast.Count));
        AgreeWith(WelchTTest.Of([0.5, 0.6], [0.9, 0.8, 0.7]), contrast.Difference);
    }

    [Fact]
    public void A_few_common_seeds_of_many_do_not_make_pairs()
    {
        FigureContrast contrast = Compare(
            Series((0, 1, 0.9), (0, 2, 0.8), (0, 3, 0.7), (0, 4, 0.9)), Series((0, 4, 0.5), (0, 5, 0.6), (0, 6, 0.7), (0, 7, 0.7)));

        Assert.Equal(Pairing.Seeds, contrast.Pairing);
    }

    [Fact]
    public void Half_of_the_trials_in_common_make_pairs()
    {
        FigureContrast contrast = Compare(
            Series((0, 1, 0.9), (0, 2, 0.8), (0, 3, 0.7), (0, 4, 0.9)), Series((0, 3, 0.5), (0, 4, 0.6), (0, 6, 0.7), (0, 7, 0.7)));

        Assert.Equal((Pairing.SplitAndSeed, 2), (contrast.Pairing, contrast.Count));
    }

    [Fact]
    public void On_other_rows_the_test_speaks_of_other_splits_and_is_corrected_for_shared_training_rows()
    {
        (int, long, double)[] old = [(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.7)], later = [(0, 1, 0.5), (1, 2, 0.6), (2, 3, 0.4)];

        FigureContrast contrast = Compare(Series(old), Series(later) with { Rows = "other" });

        Assert.Equal((Pairing.Splits, 3), (contrast.Pairing, contrast.Count));
        AgreeWith(
            WelchTTest.Of(
                CorrectedResampledTTest.Of([0.5, 0.6, 0.4], 0.25), CorrectedResampledTTest.Of([0.9, 0.8, 0.7], 0.25)), contrast.Difference);
    }

    [Fact]
    public void The_seeds_of_one_split_say_nothing_of_other_rows() =>
        Assert.Null(FigureContrast.Of(Series((0, 1, 0.9), (0, 2, 0.8)), Series((0, 1, 0.5), (0, 2, 0.6)) with { Rows = "other" }));

    [Fact]
    public void Equal_differences_have_no_spread_whatever_their_last_digits()
    {
        FigureContrast contrast = Compare(
            Series((0, 1, 1), (0, 2, 29.0 / 30), (0, 3, 28.0 / 30)), Series((0, 1, 29.0 / 30), (0, 2, 28.0 / 30), (0, 3, 27.0 / 30)));

        Assert.Equal(0, contrast.Difference.StandardError);
        Assert.False(contrast.IsTestable);
    }

    [Fact]
    public void Without_spread_ten_trials_tell_and_fewer_do_not()
    {
        Assert.True(Compare(Equal(10, 0.9), Equal(10, 0.8)).IsTestable);
        Assert.False(Compare(Equal(9, 0.9), Equal(9, 0.8)).IsTestable);
        Assert.False(Compare(Equal(1, 0.9), Equal(1, 0.8)).IsTestable);
    }

    [Theory]
    [InlineData(0.9, true)]
    [InlineData(0.9 + 1e-12, true)]
    [InlineData(0.9 + 1e-6, false)]
    public void Rounding_is_no_change(double later, bool isNone) => Assert.Equal(isNone, Compare(Equal(3, 0.9), Equal(3, later)).IsNone);

    private static FigureSeries Equal(int count, double value) =>
        Series([.. Enumerable.Range(0, count).Select(seed => (0, (long)seed, value))]);

    private static FigureSeries Series(params (int Split, long Seed, double Value)[] trials) =>
        new([.. trials.Select(trial => new SeedFigure(trial.Split, trial.Seed, trial.Value))], "rows", 0.25);

    private static FigureContrast Compare(FigureSeries before, FigureSeries after) => FigureContrast.Of(before, after)!;

    private static void AgreeWith(MeanDifference expected, MeanDifference found)
    {
        Assert.Equal(expected.Difference, found.Difference, 9);
        Assert.Equal(expected.StandardError, found.StandardError, 9);
        Assert.Equal(expected.DegreesOfFreedom, found.DegreesOfFreedom, 9);
    }
}
