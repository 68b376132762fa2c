using FrameworkBench.Asking;

namespace FrameworkBench.Tests.Asking;

public sealed class SuspectedLeakTests
{
    private static readonly ModelScores[] Models =
    [
        FamilyAnswerTests.ScoresOf("constant", [0, 0, 0, 0, 0]),
        FamilyAnswerTests.ScoresOf("boosted", [0.95, 0.96, 0.94, 0.95, 0.95]),
    ];

    [Fact]
    public void A_column_that_alone_predicts_as_well_as_all_is_one()
    {
        SuspectedLeak? leak = Judge(0.5, [0.955, 0.95, 0.945, 0.94, 0.95]);

        Assert.Equal((true, "tax"), (leak!.IsNear, leak.Column));
    }

    [Fact]
    public void A_column_with_almost_all_importance_is_one_although_it_is_not_near() =>
        Assert.False(Judge(0.95, [0.8, 0.8, 0.8, 0.8, 0.8])!.IsNear);

    [Theory]
    [InlineData(0.5, 0.8)]
    [InlineData(0.95, 0.1)]
    public void A_column_that_tells_less_is_none(double share, double score) =>
        Assert.Null(Judge(share, [score, score, score, score, score]));

    [Fact]
    public void Where_nothing_can_be_predicted_no_column_is_one() =>
        Assert.Null(SuspectedLeak.Of(
            new ColumnWeight("tax", 1, 1, [0]), FamilyAnswerTests.ScoresOf("tree", [0.02, 0, -0.01, 0.01, 0]),
            [Models[0], FamilyAnswerTests.ScoresOf("boosted", [0.01, 0, 0, 0.02, 0])]));

    [Fact]
    public void Only_heavy_columns_of_several_are_looked_at()
    {
        ColumnWeight[] weights =
        [
            new("a", 0.5, 0, [0]), new("b", 0.3, 0, [1]), new("c", 0.02, 0.95, [2]), new("d", 0.01, 0, [3]), new("e", 0.17, 0, [4]),
        ];

        Assert.Equal(["a", "b", "c"], SuspectedLeak.Candidates(weights).Select(column => column.Column));
        Assert.Empty(SuspectedLeak.Candidates([new("a", 1, 1, [0])]));
    }

    private static SuspectedLeak? Judge(double share, double[] alone) =>
        SuspectedLeak.Of(new ColumnWeight("tax", share, 0, [0]), FamilyAnswerTests.ScoresOf("tree", alone), Models);
}
