using FrameworkBench.Claims;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;

namespace FrameworkBench.Tests.Claims;

/// <summary>Claims whose margin is a share of the way from the constant model to the best one.</summary>
public sealed class MarginShareTests
{
    private static readonly ClaimSpec Better = new()
    {
        Id = "better",
        Says = "Trees are better.",
        Kind = "practically_better",
        Model = "trees",
        Against = "net",
        Metric = new MetricReference("score"),
        Tables = new TableSlice { RowsBelow = 1000 },
    };

    // Trees lead by about a tenth of the way, whatever its length.
    private static readonly TrialResult[] Results =
    [
        .. new[] { 0.05, 0.04, 0.06, 0.045, 0.055, 0.05, 0.04, 0.06 }
            .SelectMany((way, table) => Table($"t{table}", way, lead: (0.1 + (0.001 * table)) * way)),
    ];

    [Fact]
    public void A_lead_of_a_tenth_of_the_way_is_beyond_a_margin_of_a_twentieth_and_small_in_score()
    {
        Finding share = Judge(Results, Better with { MarginShare = 0.05 }), raw = Judge(Results, Better with { Margin = 0.01 });

        Assert.Equal((Ruling.Holds, Ruling.DoesNotHold), (share.Ruling, raw.Ruling));
        Assert.InRange(share.Estimate!.Value, 0.1, 0.107);
        Assert.InRange(raw.Estimate!.Value, 0.004, 0.007);
    }

    [Fact]
    public void A_lead_of_a_tenth_of_the_way_is_not_beyond_a_margin_of_a_fifth() =>
        Assert.Equal(Ruling.DoesNotHold, Judge(Results, Better with { MarginShare = 0.2 }).Ruling);

    [Fact]
    public void The_evidence_says_leads_and_margin_in_percent_of_the_way()
    {
        const string Start = @"^“trees” against “net” in score over 8 tables: mean lead 10\.\d+ % \[[\d.]+ %, [\d.]+ %\] "
            + "of the way from the constant model to the best one";
        const string Next = @"next table: lead above 5 % of the way with probability \d+ %";
        const string Share = @"within ±5 % \d+ %, behind \d+ %; share of tables with a lead above 5 % of the way: \d+ % \[\d+ %, \d+ %\]";

        Assert.Matches($@"{Start} \(required: > 5 %\); {Next}, {Share}$", Evidence(TablesQuestion.Mean));
        Assert.Matches($@"{Start}; {Next} \(required: ≥ 95 %\), {Share}$", Evidence(TablesQuestion.NextTable));
        Assert.Matches($@"{Start}; {Next}, {Share} \(required: ≥ 80 %\); counted: 8 of 8 tables", Evidence(TablesQuestion.Share));

        static string Evidence(TablesQuestion asks) => Judge(Results, Better with { MarginShare = 0.05, Asks = asks }).Evidence;
    }

    [Fact]
    public void A_table_without_a_way_is_left_out_and_counted()
    {
        Finding finding = Judge([.. Results, .. Table("short", 0.015, lead: 0.01)], Better with { MarginShare = 0.05 });

        Assert.Contains(" over 8 tables: ", finding.Evidence, StringComparison.Ordinal);
        Assert.EndsWith(
            "; 1 table left out because a figure is missing or the way is below 0.02", finding.Evidence, StringComparison.Ordinal);
        Assert.Contains(
            " over 9 tables: ", Judge([.. Results, .. Table("short", 0.015, lead: 0.01)], Better).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_without_a_constant_model_cannot_judge_it()
    {
        Finding finding = Judge(
            [.. Results.Where(result => result.Trial.Model.Name != "constant")], Better with { MarginShare = 0.05 });

        Assert.Equal(
            (Ruling.NotJudged, "no tables of fewer than 1,000 rows with score of “trees” and “net” and a way of 0.02 from the constant "
                + "model to the best one"),
            (finding.Ruling, finding.Evidence));
    }

    private static IEnumerable<TrialResult> Table(string name, double way, double lead)
    {
        Dataset table = SampleTables.Table(name);
        return
        [
            .. SampleTables.Results(table, "constant", new ConstantSpec(), 0.5, 0.5),
            .. SampleTables.Results(table, "trees", new ForestSpec(), 0.5 + way, 0.5 + way),
            .. SampleTables.Results(table, "net", new ForestSpec(), 0.5 + way - (0.98 * lead), 0.5 + way - (1.02 * lead)),
        ];
    }

    private static Finding Judge(IReadOnlyList<TrialResult> results, ClaimSpec claim)
    {
        var folds = new KFold(2);
        var experiment = new Experiment
        {
            Name = "e",
            Path = "e.yaml",
            Title = "e",
            Datasets = [.. results.Select(result => result.Trial.Dataset).Distinct()],
            Split = new ByProfile<SplitPlan>(folds, folds, folds),
            Models = [],
            Claims = [claim],
        };
        return Assert.Single(ClaimJudge.Judge(experiment, results, ["scratch"])).Finding;
    }
}
