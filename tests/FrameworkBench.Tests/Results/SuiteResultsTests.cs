using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Results;
using FrameworkBench.Results.Suite;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Hierarchical;
using FrameworkBench.Tests.Samples;

namespace FrameworkBench.Tests.Results;

public sealed class SuiteResultsTests
{
    private static readonly RunResult Run = SampleSuite.Make();

    private static readonly SuiteResults Suite = Of(Run)!;

    [Fact]
    public void The_page_is_about_the_engine_with_the_most_pairs()
    {
        Assert.Equal(["scratch", "sklearn", "xgboost"], Suite.Engines.Select(engine => engine.Name));
        Assert.All(Suite.Main.Pairs, pair => Assert.Equal(("scratch", "scratch"), pair.Engines));
    }

    [Fact]
    public void An_engine_with_one_side_only_meets_the_main_engines_other_side()
    {
        PairOnTables own = Suite.Engines[2].Pairs[0], main = Suite.Main.Pairs[0];

        Assert.Equal(("xgboost", "scratch"), own.Engines);
        Assert.Equal(main.Pair, own.Pair);
        Assert.Equal(
            main.Tables.Select(table => (table.Traits, table.AgainstMean)), own.Tables.Select(table => (table.Traits, table.AgainstMean)));
        Assert.Equal(
            Run.Results.Where(result => result.Trial is { Engine: "xgboost", Dataset: "t01" } && result.Trial.Model.Name == own.Pair.Model)
                .Average(result => result.Figure(ScoreWay.Score)!.Value),
            own.On("t01")!.ModelMean, 12);
    }

    [Fact]
    public void Of_engines_with_as_many_pairs_it_is_about_the_one_that_is_always_there()
    {
        RunResult turned = Run with
        {
            Engines = [.. Run.Engines.Reverse()],
            Results = [.. Run.Results.Where(result => !result.Trial.Model.Name.EndsWith("tuned", StringComparison.Ordinal))],
        };

        Assert.Equal(["scratch", "xgboost", "sklearn"], Of(turned)!.Engines.Select(engine => engine.Name));
    }

    [Fact]
    public void P_values_are_adjusted_over_the_pairs_of_an_engine() =>
        Assert.Equal(
            HolmCorrection.Adjust([.. Suite.Main.Pairs.Select(pair => pair.Test.PValue)]),
            Suite.Main.Pairs.Select(pair => pair.AdjustedPValue));

    [Theory]
    [InlineData(0.02, 0.04, 0.04, nameof(TableVerdict.First))]
    [InlineData(0.02, 0.04, 0.06, nameof(TableVerdict.Undecided))]
    [InlineData(0.005, 0.04, 0.001, nameof(TableVerdict.Undecided))]
    [InlineData(-0.04, -0.02, 0.001, nameof(TableVerdict.Second))]
    [InlineData(-0.005, 0.008, 0.9, nameof(TableVerdict.Equal))]
    public void A_side_surely_leads_in_the_mean_when_both_tests_say_so(double low, double high, double value, string verdict)
    {
        PairOnTables pair = Suite.Main.Pairs[0];
        HierarchicalAnswers answers = pair.Answers! with { MeanInterval = new Interval(low, high, 0.95) };

        Assert.Equal(verdict, (pair with { Answers = answers, AdjustedPValue = value }).Overall.ToString());
    }

    [Fact]
    public void Each_tables_own_standard_error_enters_the_answers()
    {
        PairOnTables pair = Suite.Main.Pairs[0];

        Assert.Equal(
            HierarchicalModel.Of(
                [.. pair.Tables.Select(
                    table => new TableLead(table.Lead.Difference, table.Lead.StandardError, table.Lead.DegreesOfFreedom))])
                    .Answer(0.01).MeanLead,
            pair.Answers!.MeanLead);
        Assert.NotEqual(
            HierarchicalModel.Of([.. pair.Tables.Select(table => new TableLead(table.Lead.Difference, double.NaN, 0))])
                .Answer(0.01).MeanLead,
            pair.Answers!.MeanLead);
    }

    [Fact]
    public void Leads_as_shares_have_answers_of_their_own_with_standard_errors_over_the_way()
    {
        PairOnTables pair = Suite.Main.Pairs[0];
        TableLead[] shares =
        [
            .. from table in pair.Tables
               where table.Way is not null
               select new TableLead(
                   table.Lead.Difference / table.Way!.Value, table.Lead.StandardError / table.Way.Value, table.Lead.DegreesOfFreedom),
        ];

        Assert.NotEmpty(shares);
        HierarchicalAnswers expected = HierarchicalModel.Of(shares).Answer(0.02), found = pair.Share!.Answers!;
        Assert.Equal(
            (expected.Margin, expected.MeanLead, expected.NextTable, expected.ShareAbove),
            (found.Margin, found.MeanLead, found.NextTable, found.ShareAbove));
        Assert.Equal(shares.Select(share => share.Lead), pair.Share.Lead.Leads);
    }

    [Fact]
    public void The_slices_of_a_trait_share_no_table_and_leave_none_out()
    {
        PairOnTables pair = Suite.Main.Pairs[0];

        foreach (var trait in SuiteSlice.All.GroupBy(slice => slice.Trait))
            Assert.Equal(pair.Tables.Select(_ => 1), pair.Tables.Select(table => trait.Count(slice => table.Traits.LiesIn(slice.Tables))));
    }

    [Fact]
    public void A_trait_changes_the_lead_when_its_opposite_slices_differ()
    {
        SliceContrast size = SliceContrast.Of(Suite.Main.Pairs[0]).Single(contrast => contrast.First.Trait == SuiteSlice.Size);

        double Mean(SuiteSlice slice) => Suite.Main.Pairs[0].Tables.Where(table => table.Traits.LiesIn(slice.Tables))
            .Average(table => table.Lead.Difference);

        Assert.True(size.IsSure);
        Assert.Equal(Mean(size.Last) - Mean(size.First), size.Difference.Difference, 12);
    }

    [Fact]
    public void A_failed_trial_ranks_its_model_last_on_the_table_and_takes_the_table_from_complete_ranks()
    {
        SuiteRanks ranks = SuiteRanks.Of(Suite)!;
        int[] failing =
            [.. ranks.Models.Index().Where(model => model.Item.Name is "network" or "network-tuned").Select(model => model.Index)];

        // Table t07: one trial failed, one diverged; of seven models these two share ranks 6 and 7.
        Assert.Equal([6.5, 6.5], failing.Select(model => ranks.Imputed.Ranks[7][model]));
        Assert.Equal((SampleSuite.Tables - 1, 1), (ranks.Complete!.DataSets, ranks.Complete.DroppedDataSets));
    }

    [Fact]
    public void Sides_are_families_and_titles_within_one_family()
    {
        Experiment experiment = Run.Experiments[0];

        Assert.Equal(new PairSides("trees", "networks"), PairSides.Of(experiment, new ModelPair("", "boosted", "network")));
        Assert.Equal(
            new PairSides("boosted trees, tuned", "boosted trees, defaults"),
            PairSides.Of(experiment, new ModelPair("", "boosted-tuned", "boosted")));
    }

    [Fact]
    public void A_ratio_of_costs_is_the_geometric_mean_over_tables_that_both_have()
    {
        var costs = new Dictionary<(string, string), ModelCost>
        {
            [("trees", "a")] = new(2, 0, 1, 1),
            [("network", "a")] = new(1, 0, 1, 1),
            [("trees", "b")] = new(8, 6, 1, 1),
            [("network", "b")] = new(1, 0, 1, 1),
            [("trees", "c")] = new(100, 0, 1, 1),
        };

        CostRatio ratio = CostRatio.Of(costs, "trees", "network", cost => cost.FitSeconds)!;

        Assert.Equal((2, 4.0), (ratio.Tables, Math.Round(ratio.Ratio, 12)));
        Assert.Equal((2.0, 8.0), (Math.Round(ratio.Interval.Low, 12), Math.Round(ratio.Interval.High, 12)));
    }

    [Fact]
    public void The_time_of_a_tuned_model_has_its_search_in_it()
    {
        var trial = Suite.Main.Trials.First(trial => trial.Trial.Model.Name == "boosted-tuned");

        ModelCost cost = ModelCost.Of([trial])[("boosted-tuned", trial.Trial.Dataset)];

        Assert.Equal(trial.Outcome.FitSeconds + trial.Search!.Seconds, cost.FitSeconds, 12);
        Assert.True(cost.SearchSeconds > 0);
    }

    [Fact]
    public void One_table_is_no_comparison_over_tables() =>
        Assert.Null(Of(SampleSuite.Make(tables: 1)));

    private static SuiteResults? Of(RunResult run) => SuiteResults.Of(Assert.Single(ExperimentResults.Of(run)));
}
