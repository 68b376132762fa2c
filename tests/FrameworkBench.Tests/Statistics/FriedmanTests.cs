using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Tests.Statistics;

public class FriedmanTests
{
    /// <summary>C4.5, with m, with cf and with both tuned, on 14 data sets: Demšar (2006), table 6.</summary>
    private static readonly double[][] Demsar =
    [
        [0.763, 0.768, 0.771, 0.798], [0.599, 0.591, 0.590, 0.569], [0.954, 0.971, 0.968, 0.967],
        [0.628, 0.661, 0.654, 0.657], [0.882, 0.888, 0.886, 0.898], [0.936, 0.931, 0.916, 0.931],
        [0.661, 0.668, 0.609, 0.685], [0.583, 0.583, 0.563, 0.625], [0.775, 0.838, 0.866, 0.875],
        [1.000, 1.000, 1.000, 1.000], [0.940, 0.962, 0.965, 0.962], [0.619, 0.666, 0.614, 0.669],
        // The paper ranks the third above the fourth here: they differ beyond the printed digits.
        [0.972, 0.981, 0.9751, 0.975], [0.957, 0.978, 0.946, 0.970],
    ];

    [Fact]
    public void Statistics_and_ranks_agree_with_SciPy_ties_included()
    {
        foreach (var golden in Golden.Cases("ranks", "friedman"))
        {
            var table = RankTable.Of(golden.Table("scores"));
            var test = FriedmanTest.Of(table);

            foreach (var (expected, actual) in golden.Numbers("ranks").Zip(table.Average))
                Golden.Agree(expected, actual);
            Golden.Agree(golden.Number("chiSquare"), test.ChiSquare);
            Golden.Agree(golden.Number("chiSquarePValue"), test.ChiSquarePValue);
            Golden.Agree(golden.Number("f"), test.F);
            Golden.Agree(golden.Number("pValue"), test.PValue);
        }
    }

    [Fact]
    public void Demsars_worked_example_has_his_ranks_statistics_and_critical_difference()
    {
        var table = RankTable.Of(Demsar);
        var test = FriedmanTest.Of(table, correctTies: false);

        Assert.Equal([3.143, 2.000, 2.893, 1.964], table.Average.Select(rank => Math.Round(rank, 3)));
        Assert.Equal(9.28, test.ChiSquare, 0.005);
        Assert.Equal(3.69, test.F, 0.005);
        Assert.Equal((3, 39), (test.NumeratorDegreesOfFreedom, test.DenominatorDegreesOfFreedom));
        Assert.Equal(1.25, NemenyiTest.Of(table).CriticalDifference, 0.005);
        Assert.Equal(1.12, NemenyiTest.Of(table, significance: 0.1).CriticalDifference, 0.005);
    }

    [Fact]
    public void Demsars_example_has_one_group_at_5_percent_and_two_at_10()
    {
        var table = RankTable.Of(Demsar);

        Assert.Equal([[3, 1, 2, 0]], NemenyiTest.Of(table).Groups);
        Assert.Equal([[3, 1, 2], [2, 0]], NemenyiTest.Of(table, significance: 0.1).Groups.Select(g => g.ToArray()).ToArray());
    }

    [Fact]
    public void A_pair_differs_by_the_critical_difference_exactly_when_its_p_value_is_below_alpha()
    {
        var table = RankTable.Of(Demsar);
        var test = NemenyiTest.Of(table, significance: 0.1);

        for (int one = 0; one < 4; one++)
        {
            for (int other = 0; other < 4; other++)
            {
                Assert.Equal(Math.Abs(table.Average[one] - table.Average[other]) > test.CriticalDifference,
                    test.PValues[one][other] < 0.1);
            }
        }
    }

    [Fact]
    public void The_studentised_range_agrees_with_SciPy()
    {
        foreach (var golden in Golden.Cases("ranks", "studentizedRange"))
            Golden.Agree(golden.Number("cumulative"), StudentizedRange.Cumulative(golden.Number("q"), golden.Integer("groups")), 1e-8);
        foreach (var golden in Golden.Cases("ranks", "quantiles"))
            Golden.Agree(golden.Number("q"), StudentizedRange.Quantile(golden.Number("p"), golden.Integer("groups")), 1e-7);
    }

    [Fact]
    public void With_two_groups_the_studentised_range_is_a_folded_normal() =>
        Assert.Equal(1.959963984540054, StudentizedRange.Quantile(0.95, 2) / Math.Sqrt(2), 1e-10);

    [Fact]
    public void One_order_on_all_data_sets_is_certain()
    {
        var test = FriedmanTest.Of(RankTable.Of([[3, 2, 1], [9, 8, 7], [0.3, 0.2, 0.1]]));

        Assert.Equal(double.PositiveInfinity, test.F);
        Assert.Equal(0, test.PValue);
    }

    [Fact]
    public void Equal_scores_everywhere_and_a_single_data_set_are_no_evidence()
    {
        var equal = FriedmanTest.Of(RankTable.Of([[1, 1, 1], [2, 2, 2]]));
        Assert.Equal((0, 1, 1), (equal.ChiSquare, equal.ChiSquarePValue, equal.PValue));

        Assert.Equal(1, FriedmanTest.Of(RankTable.Of([[3, 2, 1]])).PValue);
    }

    [Fact]
    public void Failures_are_refused_dropped_or_ranked_last_as_asked()
    {
        double[][] scores = [[0.9, 0.8, 0.7], [0.9, double.NaN, double.NaN]];

        Assert.Equal("Data set 2 has a missing score; drop it or rank it last. (Parameter 'scores')",
            Assert.Throws<ArgumentException>(() => RankTable.Of(scores)).Message);

        var complete = RankTable.Of(scores, missing: MissingScores.DropDataSet);
        Assert.Equal([1, 2, 3], complete.Average);
        Assert.Equal((1, 1), (complete.DataSets, complete.DroppedDataSets));

        Assert.Equal([1, 2.25, 2.75], RankTable.Of(scores, missing: MissingScores.RankLast).Average);
        Assert.Equal([2, 2.25, 1.75], RankTable.Of(scores, higherIsBetter: false, MissingScores.RankLast).Average);
    }

    [Fact]
    public void Tables_that_cannot_be_ranked_are_refused()
    {
        Assert.Equal("There is no data set to rank. (Parameter 'scores')", Message([]));
        Assert.Equal("Ranking needs at least two models, not 1. (Parameter 'scores')", Message([[0.5]]));
        Assert.Equal("Data set 2 has 1 scores, but the first has 2. (Parameter 'scores')", Message([[1, 2], [1]]));
        Assert.Equal("No data set has a score of every model. (Parameter 'scores')",
            Assert.Throws<ArgumentException>(() => RankTable.Of([[1, double.NaN]], missing: MissingScores.DropDataSet)).Message);

        static string Message(double[][] scores) => Assert.Throws<ArgumentException>(() => RankTable.Of(scores)).Message;
    }
}
