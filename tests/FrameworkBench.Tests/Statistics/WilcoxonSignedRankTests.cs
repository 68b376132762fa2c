using System.Text.Json;
using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Tests.Statistics;

public class WilcoxonSignedRankTests
{
    /// <summary>C4.5 with m tuned minus C4.5 on 14 data sets: Demšar (2006), table 2.</summary>
    private static readonly double[] Demsar =
    [
        0.768 - 0.763, 0.591 - 0.599, 0.971 - 0.954, 0.661 - 0.628, 0.888 - 0.882, 0.931 - 0.936, 0.668 - 0.661,
        0.583 - 0.583, 0.838 - 0.775, 1.000 - 1.000, 0.962 - 0.940, 0.666 - 0.619, 0.981 - 0.972, 0.978 - 0.957,
    ];

    [Fact]
    public void Without_ties_the_exact_test_agrees_with_SciPy()
    {
        foreach (var golden in Golden.Cases("signed-rank", "exact"))
        {
            var test = WilcoxonSignedRank.Of(golden.Numbers("differences"), method: SignedRankMethod.Exact);

            Golden.Agree(golden.Number("positive"), test.PositiveRanks);
            AgreeWith(golden, test);
        }
    }

    [Fact]
    public void With_ties_and_zeros_the_exact_test_agrees_with_counting_all_signs()
    {
        foreach (var golden in Golden.Cases("signed-rank", "ties"))
        {
            var test = WilcoxonSignedRank.Of(golden.Numbers("differences"), Zeros(golden), SignedRankMethod.Exact);

            Golden.Agree(golden.Number("positive"), test.PositiveRanks);
            Golden.Agree(golden.Number("negative"), test.NegativeRanks);
            AgreeWith(golden, test);
        }
    }

    [Fact]
    public void The_normal_approximation_agrees_with_SciPy_with_and_without_continuity()
    {
        foreach (var golden in Golden.Cases("signed-rank", "normal"))
        {
            AgreeWith(golden, WilcoxonSignedRank.Of(
                golden.Numbers("differences"), Zeros(golden),
                golden.GetProperty("correction").GetBoolean() ? SignedRankMethod.NormalWithContinuity : SignedRankMethod.Normal));
        }
    }

    [Fact]
    public void Demsars_worked_example_has_his_sums_of_ranks_and_is_significant()
    {
        var test = WilcoxonSignedRank.Of(Demsar, ZeroDifferences.Split);

        Assert.Equal(93, test.PositiveRanks);
        Assert.Equal(12, test.NegativeRanks);
        Assert.Equal(12, test.Statistic);
        Assert.True(test.PValue < 0.05);
    }

    [Fact]
    public void Differences_that_only_rounding_tells_apart_are_ties() =>
        Assert.Equal(
            WilcoxonSignedRank.Of([1, 1, -1, 2]),
            WilcoxonSignedRank.Of([0.9 - 0.8, 0.8 - 0.7, 0.5 - 0.6, 0.2]));

    [Fact]
    public void Turning_all_signs_swaps_the_sides()
    {
        var test = WilcoxonSignedRank.Of(Demsar);
        var turned = WilcoxonSignedRank.Of([.. Demsar.Select(d => -d)]);

        Assert.Equal(test.PValue, turned.PValue, 1e-12);
        Assert.Equal(test.PValueGreater, turned.PValueLess, 1e-12);
        Assert.Equal(test.RankBiserial, -turned.RankBiserial, 1e-12);
    }

    [Fact]
    public void All_zeros_are_no_evidence()
    {
        var test = WilcoxonSignedRank.Of([0, 0, 0]);

        Assert.Equal((0, 3, 1.0, 0.0), (test.Count, test.Zeros, test.PValue, test.RankBiserial));
    }

    [Fact]
    public void One_difference_is_no_evidence_either() => Assert.Equal(1, WilcoxonSignedRank.Of([0.2]).PValue);

    [Fact]
    public void Above_200_differences_the_automatic_method_is_the_normal_approximation_and_near_the_exact_one()
    {
        double[] differences = [.. Enumerable.Range(1, 201).Select(i => (i % 3 == 0 ? -1.0 : 1.0) * i * (i % 7))];

        var test = WilcoxonSignedRank.Of(differences, ZeroDifferences.Drop);
        Assert.Equal(SignedRankMethod.Exact, test.Method);

        differences = [.. differences, .. differences];
        test = WilcoxonSignedRank.Of(differences, ZeroDifferences.Drop);
        Assert.Equal(SignedRankMethod.NormalWithContinuity, test.Method);
        Assert.Equal(WilcoxonSignedRank.Of(differences, ZeroDifferences.Drop, SignedRankMethod.Exact).PValue, test.PValue, 1e-4);
    }

    [Fact]
    public void No_difference_is_refused() =>
        Assert.Equal("There are no values; at least one is needed. (Parameter 'differences')",
            Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.Of([])).Message);

    private static ZeroDifferences Zeros(JsonElement golden) => golden.GetProperty("zeros").GetString() switch
    {
        "wilcox" => ZeroDifferences.Drop,
        "pratt" => ZeroDifferences.Pratt,
        _ => ZeroDifferences.Split,
    };

    private static void AgreeWith(JsonElement golden, WilcoxonSignedRank test)
    {
        Golden.Agree(golden.Number("pValue"), test.PValue);
        Golden.Agree(golden.Number("greater"), test.PValueGreater);
        Golden.Agree(golden.Number("less"), test.PValueLess);
    }
}
