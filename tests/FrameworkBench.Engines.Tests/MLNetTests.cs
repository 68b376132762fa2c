using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

public sealed class MLNetTests(MLNetTests.Engine engine) : IClassFixture<MLNetTests.Engine>
{
    public static TheoryData<string, int> ClassModels => new()
    {
        { BoostedTreesSpec.KindName, 2 },
        { BoostedTreesSpec.KindName, 4 },
        { ForestSpec.KindName, 2 },
        { ForestSpec.KindName, 4 },
    };

    [Theory]
    [MemberData(nameof(ClassModels))]
    public async Task It_learns_clouds_of_two_and_of_more_classes(string kind, int classes)
    {
        Table table = Table.Clouds(classes, 200, 0.8);

        (Reply reply, var predictions) = await engine.FitAsync(Model(kind), table);

        Assert.IsType<FittedReply>(reply);
        Scores.AssertProbabilities(predictions);
        Assert.InRange(Scores.Accuracy(predictions, table), 0.95, 1);
    }

    [Theory]
    [InlineData(BoostedTreesSpec.KindName)]
    [InlineData(ForestSpec.KindName)]
    public async Task It_learns_a_product_of_two_inputs(string kind)
    {
        Table table = Table.Product(600);

        (_, var predictions) = await engine.FitAsync(Model(kind), table);

        Assert.InRange(Scores.Determination(predictions, table), 0.7, 1);
    }

    [Fact]
    public async Task The_seed_reaches_the_trainer()
    {
        Table table = Table.Clouds(2, 200, 3);
        var sampled = new BoostedTreesSpec { Rounds = 20, Subsample = 0.5 };

        double[] first = (await engine.FitAsync(sampled, table, seed: 1)).Predictions!.ToDoubles();
        Assert.Equal(first, (await engine.FitAsync(sampled, table, seed: 1)).Predictions!.ToDoubles());
        Assert.NotEqual(first, (await engine.FitAsync(sampled, table, seed: 2)).Predictions!.ToDoubles());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Patience_keeps_the_rounds_up_to_the_least_validation_loss(int classes)
    {
        Table noisy = Table.Clouds(classes, 200, 6);

        (Reply reply, _) = await engine.FitAsync(new BoostedTreesSpec { Rounds = 400, Patience = 10 }, noisy);

        FittedReply fitted = Assert.IsType<FittedReply>(reply);
        Assert.Equal(StopReason.Early, fitted.Stopped);
        Assert.InRange(fitted.Epochs, 1, 200);
    }

    [Theory]
    [InlineData(BoostedTreesSpec.KindName)]
    [InlineData(ForestSpec.KindName)]
    public async Task A_model_without_any_tree_is_a_failure_that_names_the_parameter(string kind)
    {
        ModelSpec model = kind == ForestSpec.KindName ? new ForestSpec { MinSamplesLeaf = 150 } : new BoostedTreesSpec { MinSamplesLeaf = 150 };

        (Reply reply, _) = await engine.FitAsync(model, Table.Clouds(2, 200, 1));

        Assert.Equal(
            "InvalidOperationException: ML.NET grew no tree: no split leaves 150 rows (min_samples_leaf) on both sides of the 200 training rows.",
            Assert.IsType<FailedReply>(reply).Reason);
    }

    [Fact]
    public async Task What_FastTree_lacks_is_unsupported_by_name()
    {
        Table table = Table.Clouds(2, 40, 1);

        Assert.Equal("boosted_trees l2", Missing(await engine.FitAsync(new BoostedTreesSpec { L2 = 1 }, table)));
        Assert.Equal("boosted_trees min_child_weight", Missing(await engine.FitAsync(new BoostedTreesSpec { MinChildWeight = 1 }, table)));
        Assert.Equal("model tree", Missing(await engine.FitAsync(new TreeSpec(), table)));
        Assert.Equal("precision float64", Missing(await engine.FitAsync(new ForestSpec(), table, Precision.Float64)));
    }

    [Fact]
    public async Task A_row_with_a_missing_value_is_refused_and_not_dropped()
    {
        Table table = Table.Clouds(2, 40, 1);
        table.TrainX[5] = double.NaN;

        Assert.Equal("missing_values", Missing(await engine.FitAsync(new ForestSpec(), table)));
    }

    [Fact]
    public async Task A_fit_is_given_up_between_rounds()
    {
        EngineProcess process = engine.Need();
        FitRequest request = engine.Request(new BoostedTreesSpec { Rounds = 1_000_000 }, Table.Clouds(2, 2000, 3));

        EngineException stopped = await Assert.ThrowsAsync<EngineException>(
            () => process.FitAsync(request, TimeSpan.FromSeconds(2), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("stopped at its limit of 2 s", stopped.Message);
    }

    private static string Missing((Reply Reply, Protocol.Arrays.NpyArray? Predictions) answer) => Assert.IsType<UnsupportedReply>(answer.Reply).Missing;

    private static ModelSpec Model(string kind) => kind == ForestSpec.KindName ? new ForestSpec { Trees = 50, FeatureShare = 1 } : new BoostedTreesSpec { Rounds = 50 };

    public sealed class Engine() : LiveEngine("mlnet");
}
