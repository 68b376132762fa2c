using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

public sealed class LightGbmTests(LightGbmTests.Engine engine) : IClassFixture<LightGbmTests.Engine>
{
    public static TheoryData<string, int> ClassModels => new()
    {
        { BoostedTreesSpec.KindName, 2 },
        { BoostedTreesSpec.KindName, 4 },
        { ForestSpec.KindName, 2 },
        { ForestSpec.KindName, 4 },
    };

    public static TheoryData<string> GoldenNames => [.. GoldenBoosting.All.Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(GoldenNames))]
    public async Task Predictions_are_those_of_the_Python_package(string name)
    {
        GoldenBoosting golden = GoldenBoosting.All.Single(golden => golden.Name == name);

        (Reply reply, NpyArray? predictions) = await engine.FitAsync(golden.Model, golden.Table, seed: golden.Seed);

        FittedReply fitted = Assert.IsType<FittedReply>(reply);
        double[] own = golden.Table.Task == TaskKind.Binary ? Column(1, predictions) : predictions!.ToDoubles();
        Assert.InRange(Scores.LargestDifference(own, golden.Predictions), 0, 1e-9);
        Assert.InRange(Scores.LargestDifference(fitted.History.ValidationLoss!, golden.Losses), 0, 1e-9);
        Assert.Equal(
            (golden.Kept, golden.Losses.Length, golden.Leaves),
            (fitted.BestEpoch ?? fitted.Epochs, fitted.Epochs, fitted.Parameters));
    }

    [Theory]
    [MemberData(nameof(ClassModels))]
    public async Task It_learns_clouds_of_two_and_of_more_classes(string kind, int classes)
    {
        var table = Table.Clouds(classes, 200, 0.8);

        (Reply reply, NpyArray? predictions) = await engine.FitAsync(Model(kind), table);

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

        (_, NpyArray? predictions) = await engine.FitAsync(Model(kind), table);

        Assert.InRange(Scores.Determination(predictions, table), 0.7, 1);
    }

    [Theory]
    [InlineData(BoostedTreesSpec.KindName)]
    [InlineData(ForestSpec.KindName)]
    public async Task Each_of_several_targets_has_a_boosting_of_its_own(string kind)
    {
        Table one = Table.Product(300) with { ValidationX = null, ValidationY = null };
        Table two = one with { Outputs = 2, TrainY = [.. one.TrainY.SelectMany(value => new[] { value, -3 * value })] };

        double[] alone = (await engine.FitAsync(Model(kind), one)).Predictions!.ToDoubles();
        (Reply reply, NpyArray? predictions) = await engine.FitAsync(Model(kind), two);

        Assert.Equal([300, 2], predictions!.Shape);
        Assert.Equal(alone, Column(0, predictions));
        Assert.InRange(Scores.LargestDifference(alone.Select(value => -3 * value), Column(1, predictions)), 0, 1e-5);
        Assert.Contains("one boosting an output; epochs and history are those of the first", Assert.IsType<FittedReply>(reply).Notes);
    }

    [Theory]
    [InlineData(1, 0, 0, 10)]
    [InlineData(0.1, 0, 4.5, 5.5)]
    [InlineData(1, 6, 2.5, 7.5)]
    public async Task One_round_moves_each_side_from_the_mean_by_its_share(double learningRate, double l2, double low, double high)
    {
        Table sides = Sides(10);

        double[] values = (await engine.FitAsync(OneSplit with { LearningRate = learningRate, L2 = l2 }, sides)).Predictions!.ToDoubles();

        AssertClose([.. Enumerable.Repeat(low, 6), .. Enumerable.Repeat(high, 6)], values);
    }

    [Fact]
    public async Task One_round_of_classes_moves_the_log_odds_by_a_Newton_step()
    {
        // Of six rows on each side one, and five, are of class 1: G = ±(6/2 − 1) and H = 6/4 from even odds.
        Table sides = new(TaskKind.Binary, 2, 1, Sides(1).TrainX, [1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
        double probability = 1 / (1 + Math.Exp(2 / 1.5));

        double[] values = (await engine.FitAsync(OneSplit, sides)).Predictions!.ToDoubles();

        AssertClose([1 - probability, probability], values[..2]);
        AssertClose([probability, 1 - probability], values[^2..]);
    }

    [Fact]
    public async Task A_missing_value_goes_its_own_way()
    {
        double[] x = [.. Enumerable.Range(0, 18).Select(row => row < 6 ? double.NaN : row < 12 ? 0 : 1)];
        Table table = new(TaskKind.Regression, 0, 1, x, [.. Enumerable.Range(0, 18).Select(row => row < 6 ? 10.0 : 0)]);

        double[] values = (await engine.FitAsync(OneSplit, table)).Predictions!.ToDoubles();

        AssertClose(table.TrainY, values);
    }

    [Fact]
    public async Task One_split_divides_categories_whatever_their_order()
    {
        // Of six codes every second one is high. A split of groups of categories has a penalty of 10 of its own (cat_l2).
        double[] codes = [.. Enumerable.Range(0, 600).Select(row => (double)(row % 6))];
        Table table = new(TaskKind.Regression, 0, 1, codes, [.. codes.Select(code => code % 2 == 0 ? 0 : 10.0)]);
        double step = 5 * 300 / 310.0;
        Table coded = table with { Columns = [new FeatureColumn("code", 6)] };

        double[] grouped = (await engine.FitAsync(OneSplit, coded)).Predictions!.ToDoubles();
        double[] ordered = (await engine.FitAsync(OneSplit, table)).Predictions!.ToDoubles();

        AssertClose([5 - step, 5 + step, 5 - step, 5 + step, 5 - step, 5 + step], grouped[..6]);
        Assert.Single(Enumerable.Range(1, 5), code => ordered[code] != ordered[code - 1]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Patience_keeps_the_round_with_the_least_validation_loss(int classes)
    {
        var noisy = Table.Clouds(classes, 200, 3);
        var patient = new BoostedTreesSpec { Rounds = 400, LearningRate = 0.3, Patience = 7 };

        (Reply reply, NpyArray? predictions) = await engine.FitAsync(patient, noisy);

        FittedReply fitted = Assert.IsType<FittedReply>(reply);
        List<double> losses = [.. fitted.History.ValidationLoss!];
        int best = losses.IndexOf(losses.Min()) + 1;
        double[][] rows = [.. predictions!.ToDoubles().Chunk(classes)];
        Assert.Equal(StopReason.Early, fitted.Stopped);
        Assert.Equal((best, best + 7, best + 7), (fitted.BestEpoch, fitted.Epochs, losses.Count));
        Assert.Equal(losses.Min(), rows.Select((row, index) => -Math.Log(row[(int)noisy.ValidationY![index]])).Average(), 1e-9);
    }

    [Theory]
    [InlineData(BoostedTreesSpec.KindName)]
    [InlineData(ForestSpec.KindName)]
    public async Task The_seed_reaches_LightGBM(string kind)
    {
        var table = Table.Clouds(2, 200, 3);
        ModelSpec sampled = kind == ForestSpec.KindName ? Model(kind) : new BoostedTreesSpec { Rounds = 20, Subsample = 0.5 };

        double[] first = (await engine.FitAsync(sampled, table, seed: 1)).Predictions!.ToDoubles();
        Assert.Equal(first, (await engine.FitAsync(sampled, table, seed: 1)).Predictions!.ToDoubles());
        Assert.NotEqual(first, (await engine.FitAsync(sampled, table, seed: 2)).Predictions!.ToDoubles());
    }

    [Fact]
    public async Task Only_64_bits_see_what_lies_between_32_bit_numbers()
    {
        Table sides = Sides(10) with { TrainX = [.. Enumerable.Range(0, 12).Select(row => row < 6 ? 1 : 1 + 1e-12)] };

        double[] wide = (await engine.FitAsync(OneSplit, sides, Precision.Float64)).Predictions!.ToDoubles();
        double[] narrow = (await engine.FitAsync(OneSplit, sides, Precision.Float32)).Predictions!.ToDoubles();

        AssertClose(sides.TrainY, wide);
        AssertClose(Enumerable.Repeat(5.0, 12), narrow);
    }

    [Theory]
    [InlineData(BoostedTreesSpec.KindName)]
    [InlineData(ForestSpec.KindName)]
    public async Task It_says_what_it_relies_on_when_that_is_wanted(string kind)
    {
        var product = Table.Product(300);
        double[] WithIdleColumn(double[] inputs) => [.. inputs.Chunk(2).SelectMany(pair => new[] { pair[0], 0, pair[1] })];
        Table table = product with
        {
            Features = 3,
            TrainX = WithIdleColumn(product.TrainX),
            ValidationX = WithIdleColumn(product.ValidationX!),
        };

        (Reply explained, NpyArray? predictions) = await engine.FitAsync(Model(kind), table, explain: true);
        (Reply silent, NpyArray? same) = await engine.FitAsync(Model(kind), table);

        IReadOnlyList<double> importance = Assert.IsType<FittedReply>(explained).Explanation!.Importance!;
        Assert.Equal(0, importance[1]);
        Assert.Equal(1, importance.Sum(), 1e-12);
        Assert.All([importance[0], importance[2]], share => Assert.InRange(share, 0.2, 0.8));
        Assert.Null(Assert.IsType<FittedReply>(silent).Explanation);
        Assert.Equal(predictions!.ToDoubles(), same!.ToDoubles());
    }

    [Fact]
    public async Task A_class_without_a_training_row_has_a_column_too()
    {
        var table = Table.Clouds(3, 200, 0.8);
        table = table with { TrainY = [.. table.TrainY.Select(label => label == 2 ? 0 : label)] };

        Assert.Equal([100, 3], (await engine.FitAsync(Model(BoostedTreesSpec.KindName), table)).Predictions!.Shape);
        Assert.Equal([100, 3], (await engine.FitAsync(Model(ForestSpec.KindName), table)).Predictions!.Shape);
    }

    [Fact]
    public async Task Boosting_ends_when_no_split_is_left()
    {
        (Reply reply, NpyArray? predictions) = await engine.FitAsync(OneSplit with { Rounds = 100 }, Xor);

        FittedReply fitted = Assert.IsType<FittedReply>(reply);
        Assert.Equal((StopReason.Converged, 1, 1L), (fitted.Stopped, fitted.Epochs, fitted.Parameters));
        AssertClose(Enumerable.Repeat(0.5, 8), predictions!.ToDoubles());
    }

    [Fact]
    public async Task Rounds_without_a_split_are_counted_where_rows_are_drawn()
    {
        (Reply reply, _) = await engine.FitAsync(new BoostedTreesSpec { Rounds = 30, Subsample = 0.5 }, Xor);

        FittedReply fitted = Assert.IsType<FittedReply>(reply);
        Assert.Equal((StopReason.Completed, 30), (fitted.Stopped, fitted.Epochs));
        Assert.Equal(["LightGBM found no split in 30 of 30 rounds"], fitted.Notes);
    }

    [Fact]
    public async Task A_forest_tree_that_draws_no_row_is_a_failure_that_says_so()
    {
        var forest = new ForestSpec { Trees = 100, MinSamplesLeaf = 1 };

        (Reply lucky, _) = await engine.FitAsync(forest, Xor, seed: 3);
        (Reply unlucky, _) = await engine.FitAsync(forest, Xor, seed: 4);

        Assert.IsType<FittedReply>(lucky);
        Assert.Equal(
            "InvalidOperationException: tree 2 of LightGBM's forest drew none of the 4 training rows: its value is 0/0, " +
            "and every prediction of the forest NaN",
            Assert.IsType<FailedReply>(unlucky).Reason);
    }

    [Fact]
    public async Task What_LightGBM_lacks_is_unsupported_by_name()
    {
        var table = Table.Clouds(2, 40, 1);
        var order = NpyArray.Matrix(1, 40, Enumerable.Range(0, 40).ToArray());

        Assert.Equal("model tree", Missing(await engine.FitAsync(new TreeSpec(), table)));
        Assert.Equal("initial_weights", Missing(await engine.FitAsync(new ForestSpec(), table, weights: [NpyArray.Vector(new float[1])])));
        Assert.Equal("batch_order", Missing(await engine.FitAsync(new ForestSpec(), table, order: order)));
    }

    [Fact]
    public async Task Patience_without_validation_rows_is_an_error_that_says_so()
    {
        (Reply reply, _) = await engine.FitAsync(new BoostedTreesSpec { Patience = 3 }, Sides(1));

        Assert.Equal(
            "InvalidDataException: patience needs validation rows, and the fit has none; give validation_x and validation_y.",
            Assert.IsType<FailedReply>(reply).Reason);
    }

    [Fact]
    public async Task What_LightGBM_refuses_fails_with_its_own_message()
    {
        (Reply reply, _) = await engine.FitAsync(new BoostedTreesSpec { MaxLeaves = 1 }, Sides(1));

        string reason = Assert.IsType<FailedReply>(reply).Reason;
        Assert.StartsWith("LightGbmException: Check failed: (num_leaves) > (1) at ", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fit_is_given_up_between_rounds()
    {
        EngineProcess process = engine.Need();
        FitRequest request = engine.Request(new BoostedTreesSpec { Rounds = 10_000_000 }, Table.Clouds(2, 2000, 3));

        EngineException stopped = await Assert.ThrowsAsync<EngineException>(
            () => process.FitAsync(request, TimeSpan.FromSeconds(2), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("stopped at its limit of 2 s", stopped.Message);
    }

    private static BoostedTreesSpec OneSplit { get; } = new()
    {
        Rounds = 1,
        LearningRate = 1,
        MaxLeaves = 2,
        MinSamplesLeaf = 1,
        MinChildWeight = 0,
    };

    private static Table Xor { get; } = new(TaskKind.Binary, 2, 2, [0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0]);

    // Six rows on each side: LightGBM puts at least three rows into a bin.
    private static Table Sides(double high)
    {
        double[] sides = [.. Enumerable.Range(0, 12).Select(row => row < 6 ? 0.0 : 1)];
        return new Table(TaskKind.Regression, 0, 1, sides, [.. sides.Select(side => side * high)]);
    }

    private static void AssertClose(IEnumerable<double> expected, double[] found) =>
        Assert.InRange(Scores.LargestDifference(expected, found), 0, 1e-6);

    private static string Missing((Reply Reply, NpyArray? Predictions) answer) => Assert.IsType<UnsupportedReply>(answer.Reply).Missing;

    private static double[] Column(int column, NpyArray? predictions) =>
        [.. predictions!.ToDoubles().Where((_, index) => index % predictions.Columns == column)];

    private static ModelSpec Model(string kind) =>
        kind == ForestSpec.KindName ? new ForestSpec { Trees = 50 } : new BoostedTreesSpec { Rounds = 50 };

    public sealed class Engine() : LiveEngine("lightgbm");
}
