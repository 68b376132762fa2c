using FrameworkBench.Claims;

namespace FrameworkBench.Tests.Claims;

public sealed class PooledEquivalenceTests
{
    [Fact]
    public void Small_leads_to_both_sides_make_engines_equivalent()
    {
        PooledEquivalence pooled =
            Assert.Single(PooledEquivalence.Of(Tables(0.004, -0.003, 0.002, -0.001, 0, 0.001, -0.002, 0.003, -0.004, 0.001)));

        // Mean 0.0001; s = 0.0026013, t(9, 0.975) = 2.2621572: ± 0.0018608 (scipy.stats.t.interval).
        Assert.Equal(0.0001, pooled.Lead.Mean, 10);
        Assert.Equal(-0.0017608, pooled.Lead.Interval.Low, 6);
        Assert.Equal(0.0019608, pooled.Lead.Interval.High, 6);
        Assert.Equal(Ruling.Holds, pooled.Ruling);
        Assert.Equal(("table-8", -0.004), pooled.Behind);
        Assert.Equal(("table-0", 0.004), pooled.Ahead);
    }

    [Fact]
    public void A_lead_on_every_table_makes_them_different()
    {
        PooledEquivalence pooled =
            Assert.Single(PooledEquivalence.Of(Tables([.. Enumerable.Range(0, 12).Select(table => 0.02 + (0.001 * (table % 3)))])));

        Assert.Equal(Ruling.DoesNotHold, pooled.Ruling);
    }

    [Fact]
    public void Leads_that_scatter_widely_decide_nothing()
    {
        PooledEquivalence pooled =
            Assert.Single(PooledEquivalence.Of(Tables(0.04, -0.05, 0.03, -0.02, 0.06, -0.04, 0.02, 0.01, -0.03, -0.02)));

        Assert.Equal(Ruling.Inconclusive, pooled.Ruling);
    }

    [Fact]
    public void Few_tables_are_not_pooled() =>
        Assert.Empty(PooledEquivalence.Of(Tables(0.001, 0.002, 0.001, 0.002, 0.001, 0.002, 0.001, 0.002, 0.001)));

    [Fact]
    public void Tables_that_were_not_judged_do_not_count()
    {
        EngineEquivalence[] unjudged =
            [.. Enumerable.Range(0, 5).Select(table => Table($"unjudged-{table}", Finding.NotJudged("model boosted_trees")))];

        Assert.Empty(PooledEquivalence.Of([.. Tables(0, 0, 0, 0, 0, 0), .. unjudged]));
    }

    private static EngineEquivalence[] Tables(params double[] leads) =>
        [.. leads.Select((lead, table) => Table($"table-{table}", new Finding(Ruling.Inconclusive, "", lead)))];

    private static EngineEquivalence Table(string dataset, Finding finding) =>
        new("suite", dataset, "by-rows", "sklearn", "accuracy", finding);
}
