using System.Text.Json;
using FrameworkBench.Statistics.Hierarchical;

namespace FrameworkBench.Tests.Statistics;

/// <summary>The golden values are sums over a grid, made by tests/fixtures/hierarchical.py without any random number.</summary>
public class HierarchicalModelTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Golden.Cases("hierarchical", "hierarchical").Count())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_answers_agree_with_numerical_quadrature(int number)
    {
        JsonElement golden = Golden.Cases("hierarchical", "hierarchical").ElementAt(number);
        TableLead[] tables =
        [
            .. golden.Numbers("leads").Zip(golden.Numbers("errors"), golden.Numbers("degrees"))
                .Select(table => new TableLead(table.First, table.Second, table.Third)),
        ];

        HierarchicalAnswers answers = HierarchicalModel.Of(tables).Answer(golden.Number("margin"));

        double width = golden.Number("meanHigh") - golden.Number("meanLow");
        Assert.Equal(golden.Number("mean"), answers.MeanLead, 0.02 * width);
        Assert.Equal(golden.Number("meanLow"), answers.MeanInterval.Low, 0.06 * width);
        Assert.Equal(golden.Number("meanHigh"), answers.MeanInterval.High, 0.06 * width);
        Agree("meanAbove", answers.Mean.Above, 0.01);
        Agree("meanBelow", answers.Mean.Below, 0.01);
        Agree("nextAbove", answers.NextTable.Above, 0.01);
        Agree("nextBelow", answers.NextTable.Below, 0.01);
        Agree("shareLow", answers.ShareAbove.Low, 0.025);
        Agree("shareHigh", answers.ShareAbove.High, 0.025);
        Agree("chanceOfShare", answers.ChanceOfShare(golden.Number("share")), 0.02);

        void Agree(string name, double actual, double tolerance) => Assert.Equal(golden.Number(name), actual, tolerance);
    }

    [Fact]
    public void Leads_far_on_both_sides_have_a_mean_near_zero_and_no_table_within_the_margin()
    {
        TableLead[] tables = [.. Enumerable.Range(0, 36).Select(table => new TableLead(table < 18 ? 0.3 : -0.3, 0.02, 9))];

        HierarchicalAnswers answers = HierarchicalModel.Of(tables).Answer(0.01);

        Assert.Equal(0, answers.MeanLead, 0.02);
        Assert.InRange(answers.NextTable.Within, 0, 0.05);
        Assert.InRange(answers.ShareAbove.Low, 0.25, 0.5);
        Assert.InRange(answers.ShareBelow.High, 0.5, 0.75);
    }

    [Fact]
    public void Turning_all_signs_swaps_the_sides()
    {
        TableLead[] other = [.. Some.Select(table => table with { Lead = -table.Lead })];
        HierarchicalAnswers answers = HierarchicalModel.Of(Some).Answer(0.01), turned = HierarchicalModel.Of(other).Answer(0.01);

        Assert.Equal(answers.MeanLead, -turned.MeanLead, 0.0005);
        Assert.Equal(answers.Mean.Above, turned.Mean.Below, 0.02);
        Assert.Equal(answers.NextTable.Above, turned.NextTable.Below, 0.02);
        Assert.Equal(answers.ShareAbove.Low, turned.ShareBelow.Low, 0.03);
    }

    [Fact]
    public void A_shift_of_all_leads_shifts_the_mean()
    {
        TableLead[] other = [.. Some.Select(table => table with { Lead = table.Lead + 0.25 })];
        HierarchicalAnswers answers = HierarchicalModel.Of(Some).Answer(0), shifted = HierarchicalModel.Of(other).Answer(0.25);

        Assert.Equal(answers.MeanLead + 0.25, shifted.MeanLead, 1e-6);
        Assert.Equal(answers.MeanInterval.High + 0.25, shifted.MeanInterval.High, 1e-6);
        Assert.Equal(answers.NextTable.Above, shifted.NextTable.Above, 1e-6);
    }

    [Fact]
    public void Another_unit_changes_no_probability()
    {
        TableLead[] percent = [.. Some.Select(table => new TableLead(100 * table.Lead, 100 * table.StandardError, table.DegreesOfFreedom))];

        HierarchicalAnswers answers = HierarchicalModel.Of(Some).Answer(0.01), scaled = HierarchicalModel.Of(percent).Answer(1);

        Assert.Equal(100 * answers.MeanLead, scaled.MeanLead, 1e-6);
        Assert.Equal(answers.Mean.Above, scaled.Mean.Above, 1e-6);
        Assert.Equal(answers.ShareAbove.Low, scaled.ShareAbove.Low, 1e-6);
    }

    [Fact]
    public void A_noisy_table_far_away_moves_the_mean_less_than_a_sure_one()
    {
        HierarchicalAnswers With(double error) => HierarchicalModel.Of([.. Some, new TableLead(0.2, error, 9)]).Answer(0.01);

        Assert.True(With(0.2).NextTable.Above < With(0.005).NextTable.Above);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        Assert.Equal(HierarchicalModel.Of(Some, seed: 7).Draws, HierarchicalModel.Of(Some, seed: 7).Draws);
        Assert.NotEqual(HierarchicalModel.Of(Some, seed: 7).Draws, HierarchicalModel.Of(Some, seed: 8).Draws);
    }

    [Fact]
    public void A_table_whose_splits_all_agree_takes_the_smallest_standard_error_of_the_others()
    {
        TableLead[] agreeing = [.. Some, new TableLead(0.02, 0, 9)], known = [.. Some, new TableLead(0.02, 0.004, 9)];

        Assert.Equal(HierarchicalModel.Of(known).Draws, HierarchicalModel.Of(agreeing).Draws);
    }

    [Fact]
    public void A_table_of_one_split_takes_the_median_standard_error_and_one_degree_of_freedom()
    {
        TableLead[] single = [.. Some, new TableLead(0.02, double.NaN, 0)], known = [.. Some, new TableLead(0.02, 0.009, 1)];

        HierarchicalAnswers expected = HierarchicalModel.Of(known).Answer(0.01), answers = HierarchicalModel.Of(single).Answer(0.01);

        Assert.Equal(expected.MeanLead, answers.MeanLead, 1e-3);
        Assert.Equal(expected.NextTable.Above, answers.NextTable.Above, 0.02);
    }

    [Fact]
    public void Leads_without_any_error_still_have_a_spread_between_tables()
    {
        TableLead[] bare = [.. Some.Select(table => new TableLead(table.Lead, double.NaN, 0))];

        HierarchicalAnswers answers = HierarchicalModel.Of(bare).Answer(0.01);

        Assert.InRange(answers.Mean.Above, 0.05, 0.95);
        Assert.True(answers.MeanInterval.Width > 0);
    }

    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.01, 0)]
    public void The_same_lead_everywhere_without_any_error_is_certain(double lead, double above)
    {
        HierarchicalAnswers answers = HierarchicalModel.Of([.. Enumerable.Repeat(new TableLead(lead, 0, 9), 5)]).Answer(0.01);

        var certain = new RopeProbabilities(0, 1 - above, above);
        Assert.Equal((lead, certain, certain), (answers.MeanLead, answers.Mean, answers.NextTable));
        Assert.Equal((above, above, above), (answers.ShareAbove.Low, answers.ShareAbove.High, answers.ChanceOfShare(0.5)));
    }

    [Fact]
    public void What_has_no_answer_is_refused()
    {
        Assert.Equal("Tables: 2; a spread between tables needs at least 3. (Parameter 'tables')",
            Assert.Throws<ArgumentException>(() => HierarchicalModel.Of(Some[..2])).Message);
        Assert.Equal("Value 3 of 3 is NaN; leave failed trials out, or impute them, before a statistic. (Parameter 'tables')",
            Assert.Throws<ArgumentException>(() => HierarchicalModel.Of([.. Some[..2], new TableLead(double.NaN, 0.1, 9)])).Message);
        Assert.Equal("A standard error is below 0. (Parameter 'tables')",
            Assert.Throws<ArgumentException>(() => HierarchicalModel.Of([.. Some[..2], new TableLead(0.1, -0.1, 9)])).Message);
        Assert.Equal("0 draws are too few. (Parameter 'draws')",
            Assert.Throws<ArgumentException>(() => HierarchicalModel.Of(Some, draws: 0)).Message);
        Assert.Equal("-1 is not a finite number of at least 0. (Parameter 'margin')",
            Assert.Throws<ArgumentException>(() => HierarchicalModel.Of(Some, draws: 10).Answer(-1)).Message);
    }

    private static TableLead[] Some { get; } =
    [
        .. new[] { 0.02, -0.01, 0.03, 0.005, 0.04, -0.02, 0.01, 0.015, 0.0, 0.025, -0.005 }
            .Select((lead, table) => new TableLead(lead, 0.004 + (0.001 * table), table % 2 == 0 ? 9 : 4)),
    ];
}
