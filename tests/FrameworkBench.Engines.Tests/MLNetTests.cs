using FrameworkBench.Protocol.Arrays;
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
        var table = Table.Clouds(classes, 200, 0.8);

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
        var table = Table.Product(600);

        (_, var predictions) = await engine.FitAsync(Model(kind), table);

        Assert.InRange(Scores.Determination(predictions, table), 0.7, 1);
    }

    [Fact]
    public async Task The_seed_reaches_the_trainer()
    {
        var table = Table.Clouds(2, 200, 3);
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
        var noisy = Table.Clouds(classes, 200, 6);

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
        ModelSpec model = kind == ForestSpec.KindName
            ? new ForestSpec { MinSamplesLeaf = 150 }
            : new BoostedTreesSpec { MinSamplesLeaf = 150 };

        (Reply reply, _) = await engine.FitAsync(model, Table.Clouds(2, 200, 1));

        Assert.Equal(
            "InvalidOperationException: ML.NET grew no tree: no split leaves 150 rows (min_samples_leaf) "
            + "on both sides of the 200 training rows.",
            Assert.IsType<FailedReply>(reply).Reason);
    }

    [Theory]
    [InlineData(BoostedTreesSpec.KindName)]
    [InlineData(ForestSpec.KindName)]
    public async Task A_code_is_a_category_and_not_a_number(string kind)
    {
        Table table = Codes(900);

        (Reply reply, NpyArray? predictions) = await engine.FitAsync(Shallow(kind), table, explain: true);

        // Three leaves cannot part the even codes from the odd by their order.
        Assert.Equal(1, Scores.Accuracy(predictions, table));
        Assert.Equal([0, 1], Assert.IsType<FittedReply>(reply).Explanation!.Importance!);
        (_, NpyArray? ordered) = await engine.FitAsync(Shallow(kind), table with { Columns = null });
        Assert.InRange(Scores.Accuracy(ordered, table), 0, 0.9);
    }

    [Fact]
    public async Task Patience_watches_the_loss_of_splits_by_category_too()
    {
        Table table = Codes(900);
        var patient = new BoostedTreesSpec { Rounds = 100, MaxLeaves = 3, Patience = 5 };

        (Reply reply, NpyArray? predictions) = await engine.FitAsync(patient, table);

        Assert.Equal(1, Scores.Accuracy(predictions, table));
        Assert.InRange(Assert.IsType<FittedReply>(reply).Epochs, 20, 100);
    }

    [Theory]
    [InlineData(BoostedTreesSpec.KindName)]
    [InlineData(ForestSpec.KindName)]
    public async Task The_input_that_separates_the_classes_has_the_importance(string kind)
    {
        foreach (int classes in new[] { 2, 3 })
        {
            (Reply reply, _) = await engine.FitAsync(Model(kind), WithConstant(Table.Clouds(classes, 300, 0.8)), explain: true);

            IReadOnlyList<double> importance = Assert.IsType<FittedReply>(reply).Explanation!.Importance!;
            Assert.Equal(1, importance.Sum(), 1e-9);
            Assert.Equal((3, 0.0), (importance.Count, importance[0]));
            Assert.InRange(importance[1], classes == 2 ? 0.9 : 0.2, 1);
        }

        (Reply unasked, _) = await engine.FitAsync(Model(kind), Table.Clouds(2, 100, 0.8));
        Assert.Null(Assert.IsType<FittedReply>(unasked).Explanation);
    }

    [Fact]
    public async Task What_FastTree_lacks_is_unsupported_by_name()
    {
        var table = Table.Clouds(2, 40, 1);

        Assert.Equal("boosted_trees l2", Missing(await engine.FitAsync(new BoostedTreesSpec { L2 = 1 }, table)));
        Assert.Equal("boosted_trees min_child_weight", Missing(await engine.FitAsync(new BoostedTreesSpec { MinChildWeight = 1 }, table)));
        Assert.Equal("model tree", Missing(await engine.FitAsync(new TreeSpec(), table)));
        Assert.Equal("precision float64", Missing(await engine.FitAsync(new ForestSpec(), table, Precision.Float64)));
    }

    [Fact]
    public async Task A_row_with_a_missing_value_is_refused_and_not_dropped()
    {
        var table = Table.Clouds(2, 40, 1);
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

    // A number of no use, and a code whose class is whether it is even.
    private static Table Codes(int rows)
    {
        var random = new Random(5);
        (double[] X, double[] Y) train = Draw(rows), validation = Draw(rows / 3);
        FeatureColumn[] columns = [new("number"), new("code", 8)];
        return new Table(TaskKind.Binary, 2, 2, train.X, train.Y, validation.X, validation.Y) { Columns = columns };

        (double[] X, double[] Y) Draw(int count)
        {
            double[] x = [.. Enumerable.Range(0, count).SelectMany(_ => new[] { 0.5, random.Next(8) })];
            return (x, [.. x.Chunk(2).Select(row => row[1] % 2)]);
        }
    }

    private static ModelSpec Shallow(string kind) => kind == ForestSpec.KindName
        ? new ForestSpec { Trees = 20, FeatureShare = 1, MaxLeaves = 3 }
        : new BoostedTreesSpec { Rounds = 2, MaxLeaves = 3 };

    private static Table WithConstant(Table table) => table with
    {
        Features = 3,
        TrainX = [.. table.TrainX.Chunk(2).SelectMany(row => new[] { 1, row[0], row[1] })],
        ValidationX = [.. table.ValidationX!.Chunk(2).SelectMany(row => new[] { 1, row[0], row[1] })],
    };

    private static string Missing((Reply Reply, NpyArray? Predictions) answer) => Assert.IsType<UnsupportedReply>(answer.Reply).Missing;

    private static ModelSpec Model(string kind) =>
        kind == ForestSpec.KindName ? new ForestSpec { Trees = 50, FeatureShare = 1 } : new BoostedTreesSpec { Rounds = 50 };

    public sealed class Engine() : LiveEngine("mlnet");
}
