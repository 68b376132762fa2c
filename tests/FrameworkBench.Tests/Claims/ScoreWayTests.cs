using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Tests.Claims;

public sealed class ScoreWayTests
{
    [Fact]
    public void It_leads_from_the_constant_models_mean_score_to_that_of_the_best_model() =>
        Assert.Equal(0.45, ScoreWay.Of([.. Constant(0.3, 0.5), .. Of("trees", 0.8, 0.6), .. Of("net", 0.9, 0.8)])!.Value, 12);

    [Theory]
    [InlineData(0.421, true)]
    [InlineData(0.419, false)]
    [InlineData(0.3, false)]
    public void One_below_two_hundredths_is_none(double best, bool isWay) =>
        Assert.Equal(isWay, ScoreWay.Of([.. Constant(0.4), .. Of("trees", best)]) is not null);

    [Fact]
    public void Without_a_constant_or_another_model_there_is_none()
    {
        Assert.Null(ScoreWay.Of(Of("trees", 0.9)));
        Assert.Null(ScoreWay.Of(Constant(0.4)));
        Assert.Null(ScoreWay.Of([.. Constant(null, null), .. Of("trees", 0.9)]));
    }

    [Fact]
    public void A_split_counts_once_however_many_seeds_it_has()
    {
        TrialEvidence[] trees = [.. Of("trees", 0.6, 0.9)];
        TrialEvidence other = Of("trees", 0.6, 0.7).ToArray()[1];
        TrialEvidence[] seeds = [.. trees, other with { Seed = 1 }, other with { Seed = 2 }, trees[1] with { Seed = 3 }];

        // 0.6 on the first split, 0.8 on the second.
        Assert.Equal(0.3, ScoreWay.Of([.. Constant(0.4, 0.4), .. seeds])!.Value, 12);
    }

    [Fact]
    public void Several_engines_have_the_mean_of_their_ways_and_none_where_one_of_them_has_no_constant_model()
    {
        TrialEvidence[] one = [.. Constant(0.4), .. Of("trees", 0.6)];
        TrialEvidence[] other = [.. By("sklearn", [.. Constant(0.5), .. Of("net", 0.9)])];

        Assert.Equal(0.3, ScoreWay.Of([.. one, .. other])!.Value, 12);
        Assert.Null(ScoreWay.Of([.. one, .. By("sklearn", Of("net", 0.9))]));
    }

    [Theory]
    [InlineData(1.0, 0.6, 0.4)]
    [InlineData(10.0, 9.7, 0.3)]
    [InlineData(10.0, 9.9, null)]
    public void The_way_in_a_loss_is_at_least_a_fiftieth_of_the_constant_models(double constant, double best, double? way)
    {
        TrialEvidence[] trials = [.. Constant(0.4), .. Of("trees", 0.5)];
        double? Loss(TrialEvidence trial) => trial.Model.Name == "constant" ? constant : best;

        Assert.Equal(way, ScoreWay.OfLoss(trials, Loss) is double found ? Math.Round(found, 12) : null);
    }

    [Fact]
    public void A_lead_as_a_share_of_the_way_keeps_its_test()
    {
        TrialEvidence[] trials =
            [.. Constant(0.4, 0.4, 0.4), .. Of("trees", 0.7, 0.75, 0.71), .. Of("net", 0.65, 0.6, 0.62), .. Of("best", 0.9, 0.9, 0.9)];

        TableComparison table = Assert.Single(TableComparison.Of(trials, "trees", "net", new MetricReference("score")));

        Assert.Equal(0.5, table.Way!.Value, 12);
        Assert.Equal(2 * table.Lead.Difference, table.Share!.Difference, 12);
        Assert.Equal(2 * table.Lead.StandardError, table.Share.StandardError, 12);
        Assert.Equal(2 * table.Lead.Interval.High, table.Share.Interval.High, 12);
        Assert.Equal((table.Lead.PValue, table.Lead.DegreesOfFreedom), (table.Share.PValue, table.Share.DegreesOfFreedom));
    }

    [Fact]
    public void A_lead_in_another_figure_has_no_way()
    {
        TrialEvidence[] trials = [.. Constant(0.4), .. Of("trees", 0.7), .. Of("net", 0.65)];

        Assert.Null(Assert.Single(TableComparison.Of(trials, "trees", "net", new MetricReference("accuracy"))).Share);
    }

    private static IReadOnlyList<TrialEvidence> Constant(params double?[] scores) =>
        TrialEvidence.Of(SampleTables.Results("one", "constant", new ConstantSpec(), scores));

    private static IReadOnlyList<TrialEvidence> Of(string model, params double?[] scores) =>
        TrialEvidence.Of(SampleTables.Results("one", model, new ForestSpec(), scores));

    private static IEnumerable<TrialEvidence> By(string engine, IEnumerable<TrialEvidence> trials) =>
        trials.Select(trial => trial with { Engine = engine });
}
