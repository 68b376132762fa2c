using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Tests.Claims;

public sealed class TablesClaimKindTests
{
    private static readonly ClaimSpec Base = new()
    {
        Id = "claim",
        Says = "something",
        Kind = "better_across",
        Model = "trees",
        Against = "net",
        Metric = new MetricReference("score"),
    };

    private static readonly TableSlice Small = new() { RowsBelow = 1000 }, Large = new() { RowsFrom = 2000 };

    // 24 leads of 0.001 to 0.024, of which those listed are the other model's.
    private static double[] Leads(params int[] lost) => [.. Enumerable.Range(1, 24).Select(i => (lost.Contains(i) ? -i : i) / 1000.0)];

    [Theory]
    [InlineData(36, 36, 0.9, Ruling.Holds)]
    [InlineData(35, 36, 0.9, Ruling.Inconclusive)]
    [InlineData(27, 36, 0.9, Ruling.DoesNotHold)]
    [InlineData(25, 36, 0.5, Ruling.Holds)]
    [InlineData(24, 36, 0.5, Ruling.Inconclusive)]
    [InlineData(8, 36, 0.5, Ruling.DoesNotHold)]
    [InlineData(19, 19, 0.5, Ruling.Inconclusive)]
    public void A_share_of_tables_is_judged_by_its_exact_interval_from_20_tables_on(int wins, int tables, double share, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = "better_on_share", Share = share };

        Assert.Equal(expected, Judge(claim, [.. Enumerable.Range(0, tables).Select(table => table < wins ? 0.03 : -0.02)]).Ruling);
    }

    [Fact]
    public void Tables_too_few_to_prove_a_share_are_said_to_be() =>
        Assert.EndsWith("; required: ≥ 90 %; 34 tables cannot prove 90 %; at least 36 are needed", Judge(Base with
        {
            Kind = "better_on_share",
            Share = 0.9,
        }, [.. Enumerable.Repeat(0.03, 34)]).Evidence, StringComparison.Ordinal);

    [Fact]
    public void A_tie_is_reported_and_counts_against_the_better_one()
    {
        ClaimSpec claim = Base with { Kind = "better_on_share", Share = 0.5, Margin = 0.01 };

        Finding finding = Judge(claim, [.. Enumerable.Range(0, 36).Select(table => table < 20 ? 0.03 : table < 30 ? 0.01 : -0.02)]);

        // The exact interval of 20 in 36: 0.381 to 0.7206 (SciPy).
        Assert.Equal("“trees” leads “net” in score by more than 0.01 on 20 of 36 tables (10 within ±0.01): 55.6 % [38.1 %, 72.1 %]; "
            + "required: ≥ 50 %", finding.Evidence);
        Assert.Equal(Ruling.Inconclusive, finding.Ruling);
    }

    [Fact]
    public void A_mean_lead_is_reported_with_median_and_Wilcoxons_p()
    {
        Finding finding = Judge(Base, Leads(2, 5, 7, 9, 14, 16));

        // Mean and median by hand, p = 0.00434 by SciPy's exact test.
        Assert.Equal(Ruling.Holds, finding.Ruling);
        Assert.Equal(0.0080833, finding.Estimate!.Value, 6);
        Assert.Matches(
            @"^“trees” leads “net” by 0\.0081 \[0\.00\d\d, 0\.01\d\d\] in score over 24 tables, median lead 0\.0105, Wilcoxon p = 0\.0043$",
            finding.Evidence);
    }

    [Fact]
    public void The_other_models_lead_contradicts() =>
        Assert.Equal(Ruling.DoesNotHold, Judge(Base, [.. Leads(2, 5, 7, 9, 14, 16).Select(lead => -lead)]).Ruling);

    [Fact]
    public void A_lead_smaller_than_the_margin_contradicts() =>
        Assert.Equal(Ruling.DoesNotHold, Judge(Base with { Margin = 0.05 }, Leads()).Ruling);

    [Fact]
    public void Several_claims_need_more_evidence_each()
    {
        double[] leads = Leads(12, 13, 14, 16, 18);

        Finding alone = Judge(Base, leads);
        IReadOnlyList<Finding> together =
            ClaimKinds.FindAcrossTables("better_across")!.Judge([Evidence(Base, leads), Evidence(Base, Leads()), Evidence(Base, leads)]);

        Assert.Equal(Ruling.Holds, alone.Ruling);
        Assert.Equal([Ruling.Inconclusive, Ruling.Holds, Ruling.Inconclusive], together.Select(finding => finding.Ruling));
        // By SciPy's exact test p = 0.0269, of which Holm asks twice, being the second and third smallest of three.
        Assert.Contains("Wilcoxon p = 0.027 (Holm-adjusted for 3 claims: p = 0.054)", together[0].Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_in_what_should_be_small_is_said_to_be_one() =>
        Assert.StartsWith("“trees” leads “net” in overfit (lower is better) on 3 of 4 tables", Judge(Base with
        {
            Kind = "better_on_share",
            Metric = new MetricReference("overfit"),
        }, [1, 1, 1, -1]).Evidence, StringComparison.Ordinal);

    [Fact]
    public void One_table_far_from_the_others_decides_nothing()
    {
        // The mean is 0.11, Wilcoxon's test says that the other one is usually better.
        double[] leads = [.. Enumerable.Range(1, 23).Select(i => -i / 1000.0), 3];

        Assert.Equal(Ruling.Inconclusive, Judge(Base, leads).Ruling);
        Assert.Equal(Ruling.Inconclusive, Judge(Base, [.. leads.Select(lead => -lead)]).Ruling);
    }

    [Theory]
    [InlineData(0.02, Ruling.Holds)]
    [InlineData(0.042, Ruling.Inconclusive)] // by the bootstrap alone it holds
    [InlineData(0.08, Ruling.Inconclusive)]
    [InlineData(0.114, Ruling.Inconclusive)] // by the bootstrap alone it does not hold
    [InlineData(0.2, Ruling.DoesNotHold)]
    public void A_mean_over_a_slice_is_judged_from_5_tables_on(double value, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = "mean_across", Against = null, Value = value, Tables = Small };
        double[] figures = [0.05, 0.08, 0.11, 0.02, 0.09, 0.12];

        Finding finding = Judge(claim, figures);

        // Student's interval by SciPy: 0.0388 to 0.1178.
        Assert.Equal(expected, finding.Ruling);
        Assert.Matches(
            @"^“trees” has a mean score of 0\.078 \[0\.\d{3}, 0\.\d{3}\] over 6 tables, t interval \[0\.039, 0\.118\]; required: ≥ ",
            finding.Evidence);
        Assert.Equal(Ruling.Inconclusive, Judge(claim, figures[..4]).Ruling);
        Assert.EndsWith("; a verdict needs at least 5 tables", Judge(claim, figures[..4]).Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, Ruling.Holds)]
    [InlineData(0.027, Ruling.Inconclusive)] // by the bootstrap alone it holds
    [InlineData(0.06, Ruling.Inconclusive)]
    [InlineData(0.099, Ruling.Inconclusive)] // by the bootstrap alone it does not hold
    [InlineData(0.2, Ruling.DoesNotHold)]
    public void Two_slices_are_compared_by_Welchs_interval_and_the_bootstraps(double margin, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = "larger_on", Against = null, Margin = margin, Tables = Small, AgainstTables = Large };

        Finding finding = Judge(claim, [0.05, 0.08, 0.11, 0.02, 0.09, 0.12], [0.01, 0.02, 0, 0.03, 0.015]);

        // Welch's interval by SciPy: 0.0238 to 0.1028.
        Assert.Equal(expected, finding.Ruling);
        Assert.Matches(
            @"^“trees” has a mean score of 0\.078 over 6 tables of fewer than 1,000 rows and 0\.015 over 5 tables of 2,000 rows or more: "
                + @"difference 0\.063 \[0\.\d{3}, 0\.\d{3}\], Welch interval \[0\.024, 0\.103\]",
            finding.Evidence);
    }

    [Fact]
    public void Both_slices_need_5_tables()
    {
        ClaimSpec claim = Base with { Kind = "larger_on", Against = null, Tables = Small, AgainstTables = Large };
        double[] many = [0.5, 0.6, 0.7, 0.5, 0.6], few = [0.01, 0.02, 0.03, 0.01];

        Assert.Equal(Ruling.Holds, Judge(claim, many, [.. few, 0.02]).Ruling);
        Assert.Equal(Ruling.Inconclusive, Judge(claim, many, few).Ruling);
        Assert.Equal(Ruling.Inconclusive, Judge(claim, few, many).Ruling);
    }

    [Fact]
    public void Tables_left_out_and_failed_pairs_are_reported()
    {
        ClaimSpec claim = Base with { Kind = "better_on_share", Share = 0.5, Tables = Small };
        TableFigure[] tables = [.. Enumerable.Range(0, 3).Select(table => new TableFigure(Traits(table), 0.1, table))];

        Finding finding = ClaimKinds.FindAcrossTables(claim.Kind)!.Judge([new TablesEvidence(claim, tables, [], LeftOut: 1)])[0];

        Assert.EndsWith(
            "required: ≥ 50 %; 1 table left out because a figure is missing; 3 pairs incomplete; a verdict needs at least 5 tables",
            finding.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("better_across")]
    public void The_same_figures_give_the_same_finding(string kind) =>
        Assert.Equal(Judge(Base with { Kind = kind }, Leads(3, 20)), Judge(Base with { Kind = kind }, Leads(3, 20)));

    private static Finding Judge(ClaimSpec claim, IReadOnlyList<double> figures, params double[] against) =>
        Assert.Single(ClaimKinds.FindAcrossTables(claim.Kind)!.Judge([Evidence(claim, figures, against)]));

    private static TablesEvidence Evidence(ClaimSpec claim, IReadOnlyList<double> figures, params double[] against) =>
        new(claim, Tables(figures), Tables(against));

    private static TableFigure[] Tables(IReadOnlyList<double> figures) =>
        [.. figures.Select((figure, table) => new TableFigure(Traits(table), figure, 0))];

    private static TableTraits Traits(int table) =>
        new(new TableFacts($"table-{table}", 100, 4, IsMixed: false, IsClassification: true), IsSmooth: null);
}
