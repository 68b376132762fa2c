using FrameworkBench.Scoring;

namespace FrameworkBench.Tests.Scoring;

public sealed class CalibrationErrorTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    [InlineData(99, 9)]
    [InlineData(100, 10)]
    [InlineData(5000, 10)]
    public void A_bin_has_at_least_ten_rows_and_there_are_at_most_ten_bins(int rows, int bins) =>
        Assert.Equal(bins, CalibrationError.Bins(rows));

    [Fact]
    public void Probabilities_as_often_right_as_they_say_have_none() =>
        Assert.Equal(0, Of(Rows(50, 0.8, right: 40)), 12);

    [Fact]
    public void Errors_cancel_within_a_bin_and_add_up_over_bins()
    {
        // Too sure by 0.3 and not sure enough by 0.3: of one bin together, of two bins each for itself.
        Assert.Equal(0, Of([.. Rows(5, 0.9, right: 3), .. Rows(5, 0.7, right: 5)]), 12);
        Assert.Equal(0.3, Of([.. Rows(10, 0.9, right: 6), .. Rows(10, 0.7, right: 10)]), 12);
    }

    [Fact]
    public void A_bin_counts_by_its_rows()
    {
        // 15 tied rows begin in the first bin of two, so the second has the other 5.
        Assert.Equal(((15 * 0.2) + (5 * 0.1)) / 20, Of([.. Rows(15, 0.8, right: 9), .. Rows(5, 0.9, right: 5)]), 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4e-7)]
    public void Tied_rows_share_a_bin_in_whatever_order_they_come(double rounding)
    {
        // Over two bins of ten, the first ten rows alone would be too sure and the last ten not sure enough.
        (double, bool)[] rows = [.. Rows(10, 0.6, right: 2), .. Rows(10, 0.6 + rounding, right: 10)];

        Assert.Equal(0, Of(rows), 6);
        Assert.Equal(Of(rows), Of([.. rows.Reverse()]), 12);
    }

    [Fact]
    public void Rows_that_are_not_tied_fall_into_bins_of_equally_many()
    {
        (double Probability, bool IsRight)[] rows =
            [.. Enumerable.Range(0, 100).Select(row => (0.6 + (0.003 * row), row / 10 % 2 == 0))];
        double expected = rows.Chunk(10)
            .Average(bin => Math.Abs(bin.Average(row => row.Probability) - (bin[0].IsRight ? 1 : 0)));
        var random = new Random(5);

        Assert.Equal(expected, Of([.. rows.OrderBy(_ => random.Next())]), 12);
    }

    [Fact]
    public void Of_several_classes_it_is_about_the_predicted_one()
    {
        // The second class at 0.5, right in one of two rows; how the rest is spread does not matter.
        Assert.Equal(0, CalibrationError.Of([1, 0], [0.3, 0.5, 0.2, 0.1, 0.5, 0.4], 3), 12);
        Assert.Equal(0.5, CalibrationError.Of([1, 1], [0.3, 0.5, 0.2, 0.1, 0.5, 0.4], 3), 12);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(300)]
    public void Chance_alone_gives_calibrated_probabilities_an_error_that_is_at_most_the_documented_one(int rows)
    {
        const int Samples = 2000;
        double least = Mean(_ => 0.8), spread = Mean(random => 0.6 + (0.4 * random.NextDouble()));
        double told = CalibrationError.ByChance(rows, 0.8);

        Assert.InRange(spread, 0.75 * told, told);
        Assert.True(least < spread, "tied rows are one bin, which errs less");

        double Mean(Func<Random, double> draw)
        {
            var random = new Random(rows);
            return Enumerable.Range(0, Samples).Average(_ => Of([.. Enumerable.Range(0, rows).Select(_ => Row(random, draw(random)))]));
        }

        static (double, bool) Row(Random random, double probability) => (probability, random.NextDouble() < probability);
    }

    private static (double Probability, bool IsRight)[] Rows(int count, double probability, int right) =>
        [.. Enumerable.Range(0, count).Select(row => (probability, row < right))];

    // The first of two classes is predicted everywhere.
    private static double Of((double Probability, bool IsRight)[] rows) => CalibrationError.Of(
        [.. rows.Select(row => row.IsRight ? 0 : 1)], [.. rows.SelectMany(row => new[] { row.Probability, 1 - row.Probability })], 2);
}
