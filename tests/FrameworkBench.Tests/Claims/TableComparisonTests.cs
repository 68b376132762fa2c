using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Claims;

public sealed class TableComparisonTests
{
    private static readonly MetricReference Score = new("score");

    [Fact]
    public void The_lead_is_paired_by_split_and_corrected_for_shared_training_rows()
    {
        TrialResult[] results =
            [.. SampleTables.Results("one", "trees", new ForestSpec(), 0.9, 0.8, 0.85),
                .. SampleTables.Results("one", "net", new ForestSpec(), 0.7, 0.8, 0.75)];

        TableComparison table = Assert.Single(TableComparison.Of(TrialEvidence.Of(results), "trees", "net", Score));

        MeanDifference expected = CorrectedResampledTTest.Of([0.9, 0.8, 0.85], [0.7, 0.8, 0.75], 20.0 / 40);
        Assert.Equal(expected.Difference, table.Lead.Difference, 12);
        Assert.Equal(expected.Interval.Low, table.Lead.Interval.Low, 12);
        Assert.Equal((0.85, 0.75, 0), (Math.Round(table.ModelMean, 12), Math.Round(table.AgainstMean, 12), table.Incomplete));
    }

    [Fact]
    public void A_table_that_one_model_was_not_run_on_is_left_out_and_a_failed_pair_is_counted()
    {
        TrialResult[] results =
        [
            .. SampleTables.Results("one", "trees", new ForestSpec(), 0.9, 0.8),
            .. SampleTables.Results("one", "net", new ForestSpec(), 0.7, null),
            .. SampleTables.Results("two", "trees", new ForestSpec(), 0.9, 0.8),
        ];

        TableComparison table = Assert.Single(TableComparison.Of(TrialEvidence.Of(results), "trees", "net", Score));

        Assert.Equal(("one", 1, 0.9), (table.Traits.Dataset, table.Incomplete, Math.Round(table.ModelMean, 12)));
    }

    [Theory]
    [InlineData(0.86, true)]
    [InlineData(0.84, false)]
    public void A_table_is_smooth_when_a_straight_line_comes_nine_tenths_of_the_way(double linear, bool smooth)
    {
        TrialResult[] results =
        [
            .. SampleTables.Results("one", "constant", new ConstantSpec(), 0.4),
            .. SampleTables.Results("one", "trees", new ForestSpec(), 0.9),
            .. SampleTables.Results("one", "line", new LinearSpec(), linear),
        ];

        Assert.Equal(smooth, TableTraits.Of(TrialEvidence.Of(results)).IsSmooth);
    }

    [Fact]
    public void Smoothness_is_unknown_without_a_linear_model() =>
        Assert.Null(TableTraits.Of(TrialEvidence.Of(SampleTables.Results("one", "trees", new ForestSpec(), 0.9))).IsSmooth);
}
