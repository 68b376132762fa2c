using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Tests.Statistics;

public class KruskalWallisTests
{
    [Fact]
    public void Statistic_and_p_value_agree_with_SciPy_ties_included()
    {
        foreach (var golden in Golden.Cases("ranks", "kruskalWallis"))
        {
            var test = KruskalWallisTest.Of(golden.Numbers("values"), [.. golden.Numbers("groups").Select(group => (int)group)]);

            Golden.Agree(golden.Number("h"), test.H);
            Golden.Agree(golden.Number("pValue"), test.PValue);
        }
    }

    [Fact]
    public void Groups_that_do_not_overlap_explain_nearly_all()
    {
        var test = KruskalWallisTest.Of([1, 2, 3, 4, 5, 6, 7, 8], [0, 0, 0, 0, 1, 1, 1, 1]);

        // H = 7 · (4 · 2² + 4 · 2²) / 42 = 16/3, so (16/3 − 1) / 6.
        Assert.Equal(16.0 / 3, test.H, 12);
        Assert.Equal(13.0 / 18, test.Explained, 12);
    }

    [Fact]
    public void Groups_that_are_alike_explain_nothing_rather_than_less() =>
        Assert.Equal(0, KruskalWallisTest.Of([1, 2, 3, 4, 5, 6, 7, 8], [0, 1, 1, 0, 0, 1, 1, 0]).Explained);

    [Fact]
    public void Equal_values_and_a_single_group_have_no_effect()
    {
        Assert.Equal(
            (0, 1, 0), (KruskalWallisTest.Of([5, 5, 5, 5], [0, 0, 1, 1]) is var equal ? equal.H : -1, equal.PValue, equal.Explained));
        Assert.Equal(1, KruskalWallisTest.Of([1, 2, 3], [7, 7, 7]).PValue);
    }

    [Fact]
    public void With_no_more_values_than_groups_no_share_can_be_reported() =>
        Assert.Equal(double.NaN, KruskalWallisTest.Of([1, 2, 3], [0, 1, 2]).Explained);

    [Fact]
    public void A_value_without_its_group_is_refused() =>
        Assert.StartsWith(
            "Each value needs its group, but there are 2 values and 1 groups",
            Assert.Throws<ArgumentException>(() => KruskalWallisTest.Of([1, 2], [0])).Message, StringComparison.Ordinal);
}
