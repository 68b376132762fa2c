using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using MathNet.Numerics.Distributions;

namespace FrameworkBench.Tests.Claims;

public sealed class PracticallyBetterTests
{
    private const double Margin = 0.01, StandardError = 0.012;

    private static readonly ClaimSpec Mean = new()
    {
        Id = "claim",
        Says = "something",
        Kind = "practically_better",
        Model = "trees",
        Against = "net",
        Metric = new MetricReference("score"),
    };

    private static readonly ClaimSpec NextTable = Mean with { Asks = TablesQuestion.NextTable };

    private static readonly ClaimSpec Share = Mean with { Asks = TablesQuestion.Share, Share = 0.5 };

    // Half of the tables far ahead, half far behind: their mean says nothing about any of them.
    private static readonly double[] Apart = [.. Enumerable.Range(0, 36).Select(table => table < 18 ? 0.3 : -0.3)];

    [Fact]
    public void A_mean_lead_of_exactly_the_margin_rarely_holds()
    {
        // 40 runs over 36 tables of a spread as in practice; the share of draws in which one region is the largest of three holds in a
        // quarter.
        int holds = Enumerable.Range(0, 40).Count(run => Judge(Mean, Drawn(new Random(run), Margin, spread: 0.04)).Ruling == Ruling.Holds);

        Assert.InRange(holds, 0, 4);
    }

    [Fact]
    public void Tables_that_lead_far_on_both_sides_are_not_called_equal()
    {
        IReadOnlyList<Finding> found = Judge([Mean, NextTable, Share], Apart);

        Assert.All(found, finding => Assert.Equal(Ruling.Inconclusive, finding.Ruling));
        Assert.Matches(
            @"; next table: lead above 0\.01 with probability \d\d %, within ±0\.01 [0-4] %, behind \d\d %; "
            + @"share of tables with a lead above 0\.01: \d\d % \[[2-4]\d %, [5-7]\d %\]$",
            found[0].Evidence);
    }

    [Theory]
    [InlineData(0.05, Ruling.Holds)]
    [InlineData(0.01, Ruling.Inconclusive)]
    [InlineData(0, Ruling.DoesNotHold)]
    [InlineData(-0.05, Ruling.DoesNotHold)]
    public void A_clear_mean_lead_holds_and_a_small_one_does_not(double lead, Ruling expected) =>
        Assert.Equal(expected, Judge(Mean, Drawn(new Random(1), lead, spread: 0.01)).Ruling);

    [Theory]
    [InlineData(26, Ruling.Inconclusive)] // 72.2 % [54.8 %, 85.8 %] by SciPy's exact interval
    [InlineData(20, Ruling.DoesNotHold)] // 55.6 % [38.1 %, 72.1 %]
    [InlineData(36, Ruling.Holds)] // 100 % [90.3 %, 100 %]
    public void A_share_is_decided_where_the_tables_that_were_counted_agree(int ahead, Ruling expected)
    {
        double[] leads = [.. Enumerable.Range(0, 36).Select(table => table < ahead ? 0.06 + (0.0005 * table) : -0.04)];

        Finding finding = Judge(Share with { Share = 0.8 }, leads);

        Assert.Equal(expected, finding.Ruling);
        Assert.Contains($"; counted: {ahead} of 36 tables, ", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_the_counted_tables_leave_open_is_not_refuted_by_the_model_alone()
    {
        // Leads that grow by a fifth from table to table: the model says 65 % [54 %, 76 %], the count 91.7 % [77.5 %, 98.2 %].
        double[] leads = [.. Enumerable.Range(0, 36).Select(table => table < 33 ? 0.012 * Math.Pow(1.2, table) : -0.1)];

        Finding finding = Judge(Share with { Share = 0.9 }, leads);

        Assert.Equal(Ruling.Inconclusive, finding.Ruling);
        Assert.Matches(@"lead above 0\.01: \d\d % \[\d\d %, [67]\d %\]", finding.Evidence);
    }

    [Fact]
    public void A_sure_mean_lead_leaves_the_next_table_open()
    {
        double[] leads = Drawn(new Random(2), lead: 0.05, spread: 0.06);

        Assert.Equal(
            [Ruling.Holds, Ruling.Inconclusive, Ruling.Holds, Ruling.DoesNotHold],
            Judge([Mean, NextTable, Share, Share with { Share = 0.95 }], leads).Select(finding => finding.Ruling));
    }

    [Fact]
    public void Tables_that_all_lead_decide_the_next_one()
    {
        Assert.Equal(Ruling.Holds, Judge(NextTable, Drawn(new Random(3), lead: 0.1, spread: 0.01)).Ruling);
        Assert.Equal(Ruling.DoesNotHold, Judge(NextTable, Drawn(new Random(3), lead: -0.1, spread: 0.01)).Ruling);
    }

    [Fact]
    public void The_evidence_answers_all_three_and_says_what_the_claims_own_requires()
    {
        double[] leads = Drawn(new Random(2), lead: 0.05, spread: 0.06);
        const string Start = @"^“trees” against “net” in score over 36 tables: mean lead 0\.0\d\d \[0\.0\d\d, 0\.0\d\d\]";
        const string Next = @"next table: lead above 0\.01 with probability \d\d %";
        const string Rest = @", within ±0\.01 \d+ %, behind \d+ %; share of tables with a lead above 0\.01: \d\d % \[\d\d %, \d\d %\]";
        const string Counted = @"; counted: \d\d of 36 tables, [\d.]+ % \[[\d.]+ %, [\d.]+ %\]";

        Assert.Collection(
            Judge([Mean, NextTable, Share], leads).Select(finding => finding.Evidence),
            mean => Assert.Matches($@"{Start} \(required: > 0\.01\); {Next}{Rest}$", mean),
            next => Assert.Matches($@"{Start}; {Next} \(required: ≥ 95 %\){Rest}$", next),
            share => Assert.Matches($@"{Start}; {Next}{Rest} \(required: ≥ 50 %\){Counted}$", share));
    }

    [Fact]
    public void A_verdict_is_decided_exactly_where_its_p_value_is_small_enough()
    {
        foreach (int run in Enumerable.Range(0, 10))
        {
            double[] leads = Drawn(new Random(run), 0.004 * run, spread: 0.03);
            Assert.All(
                Judge([Mean, NextTable, Share], leads),
                finding => Assert.Equal(finding.PValue <= 0.05, finding.Ruling != Ruling.Inconclusive));
        }
    }

    [Fact]
    public void Two_tables_have_no_answer()
    {
        Finding finding = Judge(Mean with { Tables = new TableSlice { RowsBelow = 1000 } }, 0.3, 0.2);

        Assert.Equal(
            new Finding(Ruling.Inconclusive, "“trees” against “net” in score over 2 tables; a verdict needs at least 5 tables"), finding);
    }

    [Fact]
    public void The_same_figures_give_the_same_finding() => Assert.Equal(Judge(Mean, Apart), Judge(Mean, Apart));

    private static double[] Drawn(Random random, double lead, double spread) =>
        [.. Enumerable.Range(0, 36).Select(_ => Normal.Sample(random, lead, spread) + Normal.Sample(random, 0, StandardError))];

    private static Finding Judge(ClaimSpec claim, params double[] leads) => Assert.Single(Judge([claim], leads));

    // Claims about the same tables share one posterior, which is what takes the time.
    private static IReadOnlyList<Finding> Judge(ClaimSpec[] claims, double[] leads) => ClaimKinds.FindAcrossTables(Mean.Kind)!.Judge(
        [.. claims.Select(claim => new TablesEvidence(claim, [.. leads.Select(Figure)], []))]);

    private static TableFigure Figure(double lead, int table) =>
        new(new(new($"table-{table}", 100, 4, IsMixed: false, IsClassification: true), IsSmooth: null), lead, 0, StandardError, 9);
}
