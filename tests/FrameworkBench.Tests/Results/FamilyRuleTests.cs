using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Results.Suite;

namespace FrameworkBench.Tests.Results;

public sealed class FamilyRuleTests
{
    [Fact]
    public void What_rows_decide_is_found_and_holds_on_left_out_tables()
    {
        int[] rows = [100, 200, 300, 400, 500, 2000, 3000, 4000, 5000, 6000];

        var rule = FamilyRule.Of([.. rows.Select((count, table) => On(table, count, count < 1000 ? -0.01 : 0.02))]);

        Assert.Equal(("rows", 1250.0, -1, 1), (rule.Question!.Trait, rule.Question.Value, rule.Below, rule.Above));
        Assert.Equal((0.0, 10), (rule.Errors, rule.Tables));
        Assert.True(rule.Helps);
        Assert.Equal(5, rule.ErrorsOfMajority);
    }

    [Fact]
    public void Where_one_side_always_leads_nothing_is_asked()
    {
        var rule = FamilyRule.Of([.. Enumerable.Range(0, 8).Select(table => On(table, 100 * (table + 1), 0.01))]);

        Assert.Null(rule.Question);
        Assert.Equal((0.0, 0.0, false), (rule.Errors, rule.ErrorsOfMajority, rule.Helps));
    }

    [Fact]
    public void Sides_by_chance_are_not_predicted()
    {
        var random = new Random(11);
        double errors = 0, tables = 0;
        for (int sample = 0; sample < 40; sample++)
        {
            var rule = FamilyRule.Of(
                [.. Enumerable.Range(0, 20).Select(table => On(table, random.Next(100, 10_000), random.NextDouble() - 0.5))]);
            errors += rule.Errors;
            tables += rule.Tables;
        }

        Assert.InRange(errors / tables, 0.42, 0.7);
    }

    [Fact]
    public void A_table_without_a_leader_is_half_an_error()
    {
        var rule = FamilyRule.Of([On(0, 100, 0.1), On(1, 200, 0.1), On(2, 300, 0), On(3, 400, 0.1)]);

        Assert.Equal(0.5, rule.Errors);
    }

    private static LedTable On(int table, int rows, double lead) => new(
        new TableTraits(new TableFacts($"t{table}", rows, 5, IsMixed: false, IsClassification: true), IsSmooth: null), 0.9, lead);
}
