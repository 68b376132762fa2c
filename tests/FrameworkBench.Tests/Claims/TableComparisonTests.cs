using FrameworkBench.Claims.Tables;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Claims;

public sealed class TableComparisonTests
{
    private static readonly MetricReference Score = new("score");

    [Fact]
    public void The_lead_is_paired_by_split_and_corrected_for_shared_training_rows()
    {
        TrialResult[] results = [.. Results("one", "trees", new ForestSpec(), 0.9, 0.8, 0.85), .. Results("one", "net", new ForestSpec(), 0.7, 0.8, 0.75)];

        TableComparison table = Assert.Single(TableComparison.Of(results, "scratch", "trees", "net", Score));

        MeanDifference expected = CorrectedResampledTTest.Of([0.9, 0.8, 0.85], [0.7, 0.8, 0.75], 20.0 / 40);
        Assert.Equal(expected.Difference, table.Lead.Difference, 12);
        Assert.Equal(expected.Interval.Low, table.Lead.Interval.Low, 12);
        Assert.Equal((0.85, 0.75, 0), (Math.Round(table.ModelMean, 12), Math.Round(table.AgainstMean, 12), table.Incomplete));
    }

    [Fact]
    public void A_table_that_one_model_was_not_run_on_is_left_out_and_a_failed_pair_is_counted()
    {
        TrialResult[] results =
        [
            .. Results("one", "trees", new ForestSpec(), 0.9, 0.8), .. Results("one", "net", new ForestSpec(), 0.7, null),
            .. Results("two", "trees", new ForestSpec(), 0.9, 0.8),
        ];

        TableComparison table = Assert.Single(TableComparison.Of(results, "scratch", "trees", "net", Score));

        Assert.Equal(("one", 1, 0.9), (table.Traits.Dataset, table.Incomplete, Math.Round(table.ModelMean, 12)));
    }

    [Theory]
    [InlineData(0.86, true)]
    [InlineData(0.84, false)]
    public void A_table_is_smooth_when_a_straight_line_comes_nine_tenths_of_the_way(double linear, bool smooth)
    {
        TrialResult[] results =
        [
            .. Results("one", "constant", new ConstantSpec(), 0.4), .. Results("one", "trees", new ForestSpec(), 0.9), .. Results("one", "line", new LinearSpec(), linear),
        ];

        Assert.Equal(smooth, TableTraits.Of(results).IsSmooth);
    }

    [Fact]
    public void Smoothness_is_unknown_without_a_linear_model() =>
        Assert.Null(TableTraits.Of([.. Results("one", "trees", new ForestSpec(), 0.9)]).IsSmooth);

    private static IEnumerable<TrialResult> Results(string dataset, string name, ModelSpec spec, params double?[] accuracies)
    {
        var model = new ExperimentModel { Name = name, Title = name, Spec = spec, Seeds = new(1, 1, 1) };
        var plan = new KFold(2);
        var experiment = new Experiment
        {
            Name = "e",
            Path = "e.yaml",
            Title = "e",
            Datasets = [dataset],
            Split = new ByProfile<SplitPlan>(plan, plan, plan),
            Models = [model],
        };
        var table = new Dataset
        {
            Name = dataset,
            Task = TaskKind.Binary,
            Columns = [DatasetColumn.Numeric("x")],
            Features = new FeatureMatrix(60, 1, new double[60]),
            TargetName = "class",
            ClassNames = ["no", "yes"],
            Labels = [.. Enumerable.Range(0, 60).Select(row => row % 2)],
            Checksum = dataset,
        };
        return accuracies.Select((accuracy, split) => new TrialResult(
            new Trial(experiment, model, dataset, "scratch", split, 0),
            new TrialInput(table, new Split(split, [.. Enumerable.Range(0, 40)], [], [.. Enumerable.Range(40, 20)]), PreparationPlan.Raw, Precision.Float32, false),
            accuracy is null ? Outcome.Without(TrialStatus.Failed, "crashed") : new Outcome { Status = TrialStatus.Done },
            accuracy is null ? null : new Scores { Values = Scores.InOrder(("accuracy", accuracy)) },
            null));
    }
}
