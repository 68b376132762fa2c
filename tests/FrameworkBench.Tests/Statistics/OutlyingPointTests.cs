using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public sealed class OutlyingPointTests
{
    [Fact]
    public void Distances_and_p_values_agree_with_NumPy()
    {
        foreach (var golden in Golden.Cases("outlying", "points"))
        {
            var found = OutlyingPoint.Of(golden.Table("sample"), golden.Numbers("point"));

            Golden.Agree(golden.Number("pValue"), found.PValue);
            Golden.Agree(golden.Number("distance"), found.Distance);
            Golden.Agree(golden.Number("largest"), found.LargestOfRuns);
        }
    }

    [Fact]
    public void A_point_of_the_sample_is_rejected_as_often_as_the_level_says()
    {
        var random = new Random(1);
        int rejected = Enumerable.Range(0, 1000)
            .Count(_ => OutlyingPoint.Of([.. Enumerable.Range(0, 39).Select(_ => Draw())], Draw()).PValue <= 0.05);

        // 50 expected, with a standard deviation of 6.9.
        Assert.InRange(rejected, 25, 75);

        // Skewed and dependent, since the test asks for no normal figures.
        double[] Draw()
        {
            double one = Math.Exp(2 * random.NextDouble());
            return [one, one + random.NextDouble()];
        }
    }

    [Fact]
    public void A_figure_without_spread_must_be_met()
    {
        double[][] sample = [.. Enumerable.Range(0, 30).Select(i => new[] { 1.0, i })];

        Assert.Equal(
            (double.PositiveInfinity, 1.0 / 31), (OutlyingPoint.Of(sample, [2, 15]).Distance, OutlyingPoint.Of(sample, [2, 15]).PValue));
        Assert.True(OutlyingPoint.Of(sample, [1, 15]).PValue > 0.9);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e12)]
    public void The_unit_of_a_figure_changes_nothing(double unit)
    {
        double[][] sample = [.. Enumerable.Range(0, 10).Select(i => new[] { 1 + (0.01 * (i * 7 % 10)) })];

        var own = OutlyingPoint.Of(sample, [1.7]);
        var other = OutlyingPoint.Of([.. sample.Select(point => new[] { unit * point[0] })], [unit * 1.7]);

        Assert.Equal((0, 0), (own.AsFar, other.AsFar));
        Assert.Equal(own.Distance, other.Distance, 1e-6 * own.Distance);
        Assert.Equal(double.PositiveInfinity, OutlyingPoint.Of([[unit], [unit]], [1.1 * unit]).Distance);
    }

    [Fact]
    public void Samples_without_an_answer_are_refused()
    {
        Assert.Equal(
            "The sample has no point. (Parameter 'sample')", Assert.Throws<ArgumentException>(() => OutlyingPoint.Of([], [1])).Message);
        Assert.Equal(
            "The points do not all have 1 figures. (Parameter 'sample')",
            Assert.Throws<ArgumentException>(() => OutlyingPoint.Of([[1, 2]], [1])).Message);
        Assert.Equal(
            "A figure is not finite. (Parameter 'sample')",
            Assert.Throws<ArgumentException>(() => OutlyingPoint.Of([[1]], [double.NaN])).Message);
    }
}
