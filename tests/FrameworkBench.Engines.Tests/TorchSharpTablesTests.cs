using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Engines.Tests;

public sealed class TorchSharpTablesTests(TorchSharpTablesTests.Engine engine) : IClassFixture<TorchSharpTablesTests.Engine>
{
    private static readonly RealMlpSpec RealMlp = new() { Hidden = [16, 16], Epochs = 40, BatchSize = 16 };
    private static readonly TabMSpec TabM = new()
    {
        Members = 4,
        Hidden = [16, 16],
        Epochs = 40,
        BatchSize = 16,
        LearningRate = 0.02,
        Patience = 100,
    };

    public static TheoryData<string> Kinds => [RealMlpSpec.KindName, TabMSpec.KindName];

    [Theory]
    [MemberData(nameof(TabularGolden.Names), MemberType = typeof(TabularGolden))]
    public Task From_equal_weights_batches_and_masks_a_fit_is_that_of_PyTorch(string name) => new TabularGolden(name).HoldAsync(engine);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task From_its_own_start_it_learns_and_depends_on_the_seed_only(string kind)
    {
        var table = Table.Clouds(3, 90, 1.2);

        (Reply reply, NpyArray? first) = await engine.FitAsync(Small(kind, table.Task), table, seed: 7);

        Assert.Equal(StopReason.Completed, Assert.IsType<FittedReply>(reply).Stopped);
        Scores.AssertProbabilities(first);
        Assert.InRange(Scores.Accuracy(first, table), 0.9, 1);
        Assert.Equal(first!.ToDoubles(), (await engine.FitAsync(Small(kind, table.Task), table, seed: 7)).Predictions!.ToDoubles());
        Assert.NotEqual(first!.ToDoubles(), (await engine.FitAsync(Small(kind, table.Task), table, seed: 8)).Predictions!.ToDoubles());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_learns_values(string kind)
    {
        var table = Table.Product(200);

        (_, NpyArray? predictions) = await engine.FitAsync(Small(kind, table.Task), table);

        Assert.InRange(Scores.Determination(predictions, table), 0.7, 1);
    }

    [Fact]
    public async Task RealMLP_takes_codes_and_missing_ones_and_holds_values_in_their_range()
    {
        var random = new Random(2);
        double[] x = [.. Enumerable.Range(0, 60).SelectMany(row => new[] { random.NextDouble(), row % 7 == 0 ? double.NaN : row % 5 })];
        double[] y = [.. Enumerable.Range(0, 60).Select(row => (row % 5) - x[2 * row])];
        var table = new Table(TaskKind.Regression, 0, 2, x, y)
        {
            Columns = [new FeatureColumn("x"), new FeatureColumn("code", 5)],
            PredictX = [.. Enumerable.Range(0, 20).Select(row => row % 2 == 0 ? 1e3 * (row - 10) : double.NaN)],
        };

        (Reply reply, NpyArray? predictions) = await engine.FitAsync(RealMlp.For(TaskKind.Regression), table, Precision.Float64);

        Assert.IsType<FittedReply>(reply);
        Assert.All(predictions!.ToDoubles(), value => Assert.InRange(value, y.Min(), y.Max()));
    }

    [Fact]
    public async Task The_full_variant_starts_from_weighted_sums_of_the_size_of_one()
    {
        // Without a hidden layer and at a rate of next to nothing the predictions are the first weighted sums and their biases.
        var random = new Random(3);
        double[] x = [.. Enumerable.Range(0, 400).Select(_ => 100 * random.NextDouble())];
        double[] y = [.. Enumerable.Range(0, 200).Select(row => row % 2 == 0 ? -1e3 : 1e3)];
        var table = new Table(TaskKind.Regression, 0, 2, x, y);
        RealMlpSpec still = RealMlp with { Hidden = [], LearningRate = 1e-30, WeightDecay = 0, Epochs = 1 };

        double[] sums = (await engine.FitAsync(still.For(TaskKind.Regression), table, Precision.Float64)).Predictions!.ToDoubles();

        double mean = sums.Average();
        Assert.InRange(sums.Average(sum => Math.Pow(sum - mean, 2)), 0.999, 1.001);
        Assert.True(sums.Min() < 0 && sums.Max() > 0);
    }

    [Fact]
    public async Task An_ensemble_has_the_parameters_of_its_members()
    {
        var table = Table.Clouds(2, 40, 1);
        RealMlpSpec brief = RealMlp.For(TaskKind.Binary) with { Epochs = 3 };

        (Reply one, _) = await engine.FitAsync(brief, table);
        (Reply three, NpyArray? predictions) = await engine.FitAsync(brief with { Ensemble = 3 }, table);

        Scores.AssertProbabilities(predictions);
        Assert.Equal(3 * Assert.IsType<FittedReply>(one).Parameters, Assert.IsType<FittedReply>(three).Parameters);
    }

    [Fact]
    public async Task What_it_cannot_take_is_named()
    {
        var table = Table.Clouds(2, 20, 1);
        Table coded = table with { Columns = [new FeatureColumn("x", 3), new FeatureColumn("y")] };
        Table incomplete = table with { TrainX = [double.NaN, .. table.TrainX[1..]] };

        Assert.Equal("categories in model tabm", Missing((await engine.FitAsync(TabM, coded)).Reply));
        Assert.Equal("missing values in model tabm", Missing((await engine.FitAsync(TabM, incomplete)).Reply));
        Assert.Equal(
            "missing values in model realmlp", Missing((await engine.FitAsync(RealMlp.For(TaskKind.Binary), incomplete)).Reply));
    }

    [Fact]
    public async Task Arrays_that_do_not_fit_are_named()
    {
        var table = Table.Clouds(2, 4, 1);
        TabMSpec small = TabM with { Members = 2, Hidden = [3], Epochs = 1 };
        NpyArray[] weights =
            [Zeros(2, 3), Zeros(2, 2), Zeros(2, 3), Zeros(2, 3), new NpyArray([2, 3, 2], new double[12]), Zeros(2, 2)];
        var order = NpyArray.Matrix(1, 4, new[] { 0, 1, 2, 3 });

        Assert.IsType<FittedReply>((await engine.FitAsync(small, table, weights: weights, order: order)).Reply);
        Assert.Contains(
            "initial_weights has 5 arrays, the network has 6.", await ReasonAsync(weights[1..], []), StringComparison.Ordinal);
        Assert.Contains(
            "initial_weights[1] has shape (2, 3), the network needs (2, 2).",
            await ReasonAsync([weights[0], weights[2], .. weights[2..]], []), StringComparison.Ordinal);
        Assert.Contains(
            "dropout_masks[0] has 3 columns, the network needs 6.",
            await ReasonAsync(weights, [NpyArray.Matrix(4, 3, new int[12])]), StringComparison.Ordinal);

        async Task<string> ReasonAsync(NpyArray[] given, NpyArray[] masks)
        {
            (Reply reply, _) = await engine.FitAsync(small, table, weights: given, order: order, masks: masks);
            return Assert.IsType<FailedReply>(reply).Reason;
        }

        static NpyArray Zeros(int rows, int columns) => NpyArray.Matrix(rows, columns, new double[rows * columns]);
    }

    private static ModelSpec Small(string kind, TaskKind task) => kind == TabMSpec.KindName ? TabM : RealMlp.For(task);

    private static string Missing(Reply reply) => Assert.IsType<UnsupportedReply>(reply).Missing;

    public sealed class Engine() : LiveEngine("torchsharp");
}
