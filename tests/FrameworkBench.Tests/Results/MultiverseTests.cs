using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Results;
using FrameworkBench.Results.Suite;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Tests.Samples;

namespace FrameworkBench.Tests.Results;

public sealed class MultiverseTests
{
    private static readonly SuiteResults Suite = Of(SampleSuite.Make());

    private static readonly Multiverse All = Multiverse.Of(Suite)!;

    [Fact]
    public void On_all_tables_and_splits_by_score_a_lead_is_that_of_the_pair()
    {
        foreach (PairOnTables pair in Suite.Main.Pairs)
            Assert.Equal(pair.Tables.Average(table => table.Lead.Difference), Find(pair, SpecificationMeasure.Score).Lead.Mean, 1e-12);
    }

    [Fact]
    public void A_share_of_the_way_is_the_lead_over_the_way_from_the_constant_to_the_best_model()
    {
        PairOnTables pair = Suite.Main.Pairs[0];
        double[] shares =
        [
            .. from table in pair.Tables
               let means = Suite.Main.Trials.Where(trial => trial.Trial.Dataset == table.Traits.Dataset)
                   .GroupBy(trial => trial.Trial.Model.Name).ToDictionary(model => model.Key, SuiteRanks.Mean)
               let way = means.Values.Max() - means["constant"]
               where way >= 0.02
               select table.Lead.Difference / way,
        ];

        Assert.Equal(MeanEstimate.Of(shares).Mean, Find(pair, SpecificationMeasure.ScoreShare).Lead.Mean, 1e-12);
        Assert.Equal(MeanEstimate.Of(shares).Interval.High, Find(pair, SpecificationMeasure.ScoreShare).Lead.Interval.High, 1e-12);
    }

    [Fact]
    public void A_loss_that_mirrors_the_score_has_the_leads_of_the_score()
    {
        RunResult run = SampleSuite.Make();
        Multiverse mirrored = Multiverse.Of(Of(run with { Results = [.. run.Results.Select(WithLoss)] }))!;
        Specification[] losses = [.. mirrored.Specifications.Where(one => one.Measure == SpecificationMeasure.LossShare)];

        Assert.NotEmpty(losses);
        foreach (Specification loss in losses)
        {
            Specification score = mirrored.Specifications.Single(one => one.Measure == SpecificationMeasure.ScoreShare
                && (one.First, one.Second, one.Slice, one.Half) == (loss.First, loss.Second, loss.Slice, loss.Half));
            Assert.Equal(score.Lead.Mean, loss.Lead.Mean, 1e-9);
        }

        static TrialResult WithLoss(TrialResult trial)
        {
            string loss = trial.Input.Dataset.IsClassification ? "log_loss" : "rmse";
            return trial.Figure(ScoreWay.Score) is not { } score ? trial
                : trial with
                {
                    Test = new Scores
                    {
                        Values =
                        Scores.InOrder([.. trial.Test!.Values.Where(one => one.Key != loss).Select(one => (one.Key, one.Value)),
                            (loss, 1 - score)])
                    },
                };
        }
    }

    [Fact]
    public void Specifications_are_in_order_and_each_makes_one_choice_of_every_dimension()
    {
        Assert.Equal(All.Specifications.OrderBy(one => one.Lead.Mean), All.Specifications);
        Assert.Equal(["trees", "networks", "measure", "tables", "splits"], All.Choices.Select(choice => choice.Dimension).Distinct());
        foreach (string dimension in All.Choices.Select(choice => choice.Dimension).Distinct())
        {
            Assert.Equal(
                All.Specifications.Count,
                All.Choices.Where(choice => choice.Dimension == dimension).SelectMany(choice => choice.Specifications).Distinct().Count());
        }
    }

    [Fact]
    public void Halves_of_the_splits_average_to_all_of_them_where_they_are_equally_many()
    {
        PairOnTables pair = Suite.Main.Pairs[0];
        Specification[] halves =
        [
            .. All.Specifications.Where(one => one.Half is not null && one.Slice is null && one.Measure == SpecificationMeasure.Score
                && one.First.Name == pair.Pair.Model && one.Second.Name == pair.Pair.Against),
        ];

        Assert.Equal(2, halves.Length);
        Assert.NotEqual(halves[0].Lead.Mean, halves[1].Lead.Mean);
    }

    [Theory]
    [InlineData(new[] { 0.05, 0.04, 0.03, 0.02, 0.01, 0.005 })]
    [InlineData(new[] { -0.30, -0.02, -0.03, 0.01, 0.01, 0.02, 0.001 })]
    [InlineData(new[] { 0.02, 0.02, 0.021, 0.019, 0.02, 0.018, 0.022, -0.01 })]
    public void No_fewer_tables_than_the_radius_turn_the_sign(double[] leads)
    {
        IReadOnlyList<TableComparison> tables = Tables(leads);

        IReadOnlyList<string>? dropped = FlipRadius.Of(tables).Sign;

        int side = Math.Sign(leads.Average());
        int? fewest = Enumerable.Range(1, (1 << leads.Length) - 1).Where(kept => int.PopCount(kept) >= 2)
            .Where(kept => Math.Sign(leads.Where((_, table) => (kept >> table & 1) == 1).Average()) == -side)
            .Select(kept => (int?)(leads.Length - int.PopCount(kept))).Min();
        Assert.Equal(fewest, dropped?.Count);
    }

    [Fact]
    public void A_lead_as_large_as_the_detectable_one_is_found_in_four_of_five_samples()
    {
        const int Count = 12, Samples = 4000;
        var random = new Random(3);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double detectable = FlipRadius.Of(Tables([.. Enumerable.Range(0, Count).Select(table => table % 2 == 0 ? 1.0 : -1)])).Detectable;
        double sigma = Math.Sqrt(Count / (Count - 1.0));

        int found = Enumerable.Range(0, Samples).Count(_ =>
            MeanEstimate.Of([.. Enumerable.Range(0, Count).Select(_ => detectable + (sigma * Normal()))]).Interval.Low > 0);

        Assert.InRange(found / (double)Samples, 0.76, 0.84);
    }

    private static Specification Find(PairOnTables pair, SpecificationMeasure measure) => All.Specifications.Single(
        one => one.First.Name == pair.Pair.Model && one.Second.Name == pair.Pair.Against && one.Measure == measure && one.Slice is null
            && one.Half is null);

    private static IReadOnlyList<TableComparison> Tables(double[] leads)
    {
        TableComparison sample = Suite.Main.Pairs[0].Tables[0];
        return
        [
            .. leads.Select((lead, table) => sample with
            {
                Traits = sample.Traits with { Table = sample.Traits.Table with { Dataset = $"t{table}" } },
                Lead = sample.Lead with { Difference = lead },
            }),
        ];
    }

    private static SuiteResults Of(RunResult run) => SuiteResults.Of(Assert.Single(ExperimentResults.Of(run)))!;
}
