using FrameworkBench.Claims;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Claims;

public sealed class TablesJudgeTests
{
    private static readonly ClaimSpec Better = new()
    {
        Id = "better",
        Says = "Trees are better.",
        Kind = "better_on_share",
        Model = "trees",
        Against = "net",
        Metric = new MetricReference("score"),
        Share = 0.5,
    };

    [Fact]
    public void A_claim_across_tables_gets_one_verdict_an_engine_and_others_one_a_data_set()
    {
        ClaimSpec each = Better with { Id = "each", Kind = "beats" };
        TrialResult[] results = [.. Enumerable.Range(0, 20).SelectMany(table => Compared(SampleTables.Table($"t{table}"), 0.9, 0.8))];

        IReadOnlyList<Verdict> verdicts = ClaimJudge.Judge(Experiment(results, each, Better), results, ["scratch", "xgboost"]);

        Assert.Equal(42, verdicts.Count);
        Assert.Equal(
            [(null, "scratch", Ruling.Holds), (null, "xgboost", Ruling.NotJudged)],
            verdicts.Skip(40).Select(verdict => (verdict.Dataset, verdict.Engine, verdict.Finding.Ruling)));
        Assert.Equal(
            "“trees” leads “net” in score on 20 of 20 tables: 100 % [83.2 %, 100 %]; required: ≥ 50 %", verdicts[40].Finding.Evidence);
        Assert.Equal("no trials were planned", verdicts[41].Finding.Evidence);
    }

    [Theory]
    [InlineData(null, null, null, null, null, "a b c d e")]
    [InlineData(1000, null, null, null, null, "c d e")]
    [InlineData(null, 1000, null, null, null, "a b")]
    [InlineData(1000, 2000, null, null, null, "c d")]
    [InlineData(null, null, TableColumns.Mixed, null, null, "b e")]
    [InlineData(null, null, TableColumns.Numeric, null, null, "a c d")]
    [InlineData(null, null, null, true, null, "d")]
    [InlineData(null, null, null, false, null, "a b c")]
    [InlineData(null, null, null, null, TableTask.Regression, "c")]
    [InlineData(null, null, null, null, TableTask.Classification, "a b d e")]
    [InlineData(null, 1000, TableColumns.Mixed, false, TableTask.Classification, "b")]
    public void A_slice_has_the_tables_that_it_says(
        int? from, int? below, TableColumns? columns, bool? smooth, TableTask? task, string expected)
    {
        // A lead of 1, 2, 4 … hundredths tells by the sum which tables were taken.
        TrialResult[] results =
        [
            .. Compared(SampleTables.Table("a", 999), 0.51, 0.5, linear: 0.1),
            .. Compared(SampleTables.Table("b", 999, mixed: true), 0.52, 0.5, linear: 0.1),
            .. Compared(SampleTables.Table("c", 1000, values: true), 0.54, 0.5, linear: 0.1),
            .. Compared(SampleTables.Table("d", 1999), 0.58, 0.5, linear: 0.57),
            .. Compared(SampleTables.Table("e", 2000, mixed: true), 0.66, 0.5),
        ];
        TableSlice? slice = from is null && below is null && columns is null && smooth is null && task is null
            ? null
            : new TableSlice { RowsFrom = from, RowsBelow = below, Columns = columns, Smooth = smooth, Task = task };
        int[] hundredths = [1, 2, 4, 8, 16];
        string[] names = expected.Split(' ');

        Finding finding = Judge(results, Better with { Kind = "better_across", Tables = slice });

        Assert.Equal(names.Sum(name => hundredths[name[0] - 'a']) / 100.0 / names.Length, finding.Estimate!.Value, 9);
    }

    [Fact]
    public void A_mean_is_taken_over_splits_first_and_over_tables_then()
    {
        TrialResult[] results =
        [
            .. SampleTables.Results(SampleTables.Table("a"), "net", new ForestSpec(), 0.5, 0.7, null),
            .. SampleTables.Results(SampleTables.Table("b"), "net", new ForestSpec(), 0.9),
        ];

        Finding finding = Judge(results, Better with { Kind = "mean_across", Model = "net", Against = null, Value = 0.1 });

        Assert.Equal(0.75, finding.Estimate!.Value, 9);
        Assert.EndsWith("; 1 trial incomplete; a verdict needs at least 20 tables", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_whose_trials_all_failed_or_were_not_run_is_left_out_and_counted()
    {
        Dataset crashed = SampleTables.Table("crashed"), stopped = SampleTables.Table("stopped");
        TrialResult[] results =
        [
            .. Enumerable.Range(0, 20).SelectMany(table => Compared(SampleTables.Table($"t{table}"), 0.9, 0.8)),
            .. SampleTables.Results(crashed, "trees", new ForestSpec(), 0.9, 0.9),
            .. SampleTables.Results(crashed, "net", new ForestSpec(), null, null),
            .. SampleTables.Results(stopped, "trees", new ForestSpec(), 0.9, 0.9),
            .. SampleTables.Results(stopped, "net", new ForestSpec(), 0.8),
            .. SampleTables.Outcomes(stopped, "net", new ForestSpec(), Outcome.Without(TrialStatus.Missing, "stopped")),
        ];

        Finding finding = Judge(results, Better);

        Assert.Equal("“trees” leads “net” in score on 20 of 20 tables: 100 % [83.2 %, 100 %]; required: ≥ 50 %; 2 tables left out "
            + "because a figure is missing", finding.Evidence);
    }

    [Fact]
    public void What_the_engine_cannot_run_is_not_judged()
    {
        Dataset table = SampleTables.Table("a");
        TrialResult[] results =
        [
            .. SampleTables.Results(table, "trees", new ForestSpec(), 0.9),
            .. SampleTables.Outcomes(table, "net", new ForestSpec(), Outcome.Without(TrialStatus.Unsupported, "model network")),
        ];

        Finding finding = Judge(results, Better);

        Assert.Equal((Ruling.NotJudged, "“net”: the engine does not support model network"), (finding.Ruling, finding.Evidence));
    }

    [Fact]
    public void A_slice_without_tables_is_not_judged_and_is_named()
    {
        TrialResult[] results = [.. Compared(SampleTables.Table("a"), 0.9, 0.8)];

        Finding finding = Judge(results, Better with
        {
            Tables = new TableSlice { RowsFrom = 1000, RowsBelow = 2000, Columns = TableColumns.Mixed },
        });

        Assert.Equal(
            (Ruling.NotJudged, "no mixed tables of 1,000 to 1,999 rows with score of “trees” and “net”"),
            (finding.Ruling, finding.Evidence));
    }

    [Fact]
    public void A_claim_says_what_it_is_judged_on()
    {
        Experiment experiment =
            Experiment([.. Compared(SampleTables.Table("a"), 0.9, 0.8), .. Compared(SampleTables.Table("b"), 0.9, 0.8)], Better);

        Assert.Equal("over 2 tables", ClaimScope.Of(experiment, Better));
        Assert.Equal("over non-smooth regression tables of 50 rows or more", ClaimScope.Of(experiment, Better with
        {
            Tables = new TableSlice { RowsFrom = 50, Smooth = false, Task = TableTask.Regression },
        }));
        Assert.Equal(
            "over numeric tables, against tables of fewer than 7 rows",
            ClaimScope.Of(experiment, Better with
            {
                Kind = "larger_on",
                Tables = new TableSlice { Columns = TableColumns.Numeric },
                AgainstTables = new TableSlice { RowsBelow = 7 },
            }));
        Assert.Equal("each of 2 data sets", ClaimScope.Of(experiment, Better with { Kind = "beats" }));
        Assert.Equal("a", ClaimScope.Of(experiment, Better with { Kind = "beats", Dataset = "a" }));
    }

    private static Finding Judge(TrialResult[] results, ClaimSpec claim) =>
        Assert.Single(ClaimJudge.Judge(Experiment(results, claim), results, ["scratch"])).Finding;

    private static Experiment Experiment(TrialResult[] results, params ClaimSpec[] claims)
    {
        var folds = new KFold(2);
        return new Experiment
        {
            Name = "e",
            Path = "e.yaml",
            Title = "e",
            Datasets = [.. results.Select(result => result.Trial.Dataset).Distinct()],
            Split = new ByProfile<SplitPlan>(folds, folds, folds),
            Models = [],
            Claims = claims,
        };
    }

    private static IEnumerable<TrialResult> Compared(Dataset table, double trees, double net, double? linear = null) =>
    [
        .. SampleTables.Results(table, "trees", new ForestSpec(), trees, trees),
        .. SampleTables.Results(table, "net", new ForestSpec(), net, net),
        .. linear is null ? [] : SampleTables.Results(table, "constant", new ConstantSpec(), 0.0)
        .Concat(SampleTables.Results(table, "linear", new LinearSpec(), linear)),
    ];
}
