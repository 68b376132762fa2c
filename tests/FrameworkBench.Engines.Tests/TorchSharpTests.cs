using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

public sealed class TorchSharpTests(TorchSharpTests.Engine engine) : IClassFixture<TorchSharpTests.Engine>
{
    private static readonly TrainingSpec Training = new()
    {
        Loss = Loss.CategoricalCrossEntropy,
        Optimizer = Optimizer.Adam,
        LearningRate = 0.02,
        Epochs = 30,
        BatchSize = 16,
    };

    public static TheoryData<int> Curves => [.. Enumerable.Range(0, GoldenCurve.All.Count)];

    [Theory]
    [MemberData(nameof(Curves))]
    public async Task Its_double_curve_is_PyTorchs(int index)
    {
        GoldenCurve golden = GoldenCurve.All[index];

        (Reply reply, var predictions) = await engine.FitAsync(
            golden.Network, golden.Table, Precision.Float64, golden.Weights, golden.Order);

        FittedReply fitted = Assert.IsType<FittedReply>(reply);
        Assert.InRange(Scores.LargestDifference(fitted.History.Loss!, golden.Losses), 0, 1e-9);
        Assert.InRange(Scores.LargestDifference(fitted.History.ValidationLoss!, golden.ValidationLosses), 0, 1e-9);
        Assert.InRange(Scores.LargestDifference(predictions!.ToDoubles(), golden.Output), 0, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public async Task Its_float_curve_is_near_PyTorchs_double_one_for_the_first_updates(int index)
    {
        GoldenCurve golden = GoldenCurve.All[index];

        (Reply reply, _) = await engine.FitAsync(golden.Network, golden.Table, Precision.Float32, golden.Weights, golden.Order);

        FittedReply fitted = Assert.IsType<FittedReply>(reply);
        Assert.All(
            fitted.History.Loss!.Zip(golden.Losses).Take(100),
            pair => Assert.InRange(pair.First, pair.Second * (1 - 1e-3), pair.Second * (1 + 1e-3)));
    }

    [Fact]
    public async Task A_last_batch_of_one_row_does_not_stop_batch_norm()
    {
        (Reply reply, var predictions) = await engine.FitAsync(Net(new BatchNormLayer()), Table.Clouds(3, 33, 0.5));

        Assert.IsType<FittedReply>(reply);
        Scores.AssertProbabilities(predictions);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_predictions_and_another_seed_others()
    {
        var table = Table.Clouds(3, 60, 1.5);
        NetworkSpec network = Net(new DropoutLayer { Rate = 0.3 });

        double[] first = (await engine.FitAsync(network, table, seed: 7)).Predictions!.ToDoubles();
        Assert.Equal(first, (await engine.FitAsync(network, table, seed: 7)).Predictions!.ToDoubles());
        Assert.NotEqual(first, (await engine.FitAsync(network, table, seed: 8)).Predictions!.ToDoubles());
    }

    [Fact]
    public async Task Early_stopping_puts_the_best_epochs_weights_back()
    {
        NetworkSpec network = Net() with
        {
            Train = Training with { Epochs = 400, LearningRate = 0.1, EarlyStopping = new EarlyStopping { Patience = 20 } },
        };

        (Reply reply, _) = await engine.FitAsync(network, Table.Clouds(3, 60, 4));

        FittedReply fitted = Assert.IsType<FittedReply>(reply);
        Assert.Equal(StopReason.Early, fitted.Stopped);
        Assert.Equal(fitted.Epochs - 20, fitted.BestEpoch);
        Assert.Equal(fitted.History.ValidationLoss!.Min(), fitted.History.ValidationLoss![fitted.BestEpoch!.Value - 1]);
    }

    [Fact]
    public async Task A_loss_that_is_no_longer_finite_is_reported_as_diverged()
    {
        NetworkSpec network = Net() with { Train = Training with { Optimizer = Optimizer.Sgd, LearningRate = 1e30 } };

        (Reply reply, _) = await engine.FitAsync(network, Table.Clouds(3, 60, 1));

        Assert.Equal(StopReason.Diverged, Assert.IsType<FittedReply>(reply).Stopped);
    }

    [Fact]
    public async Task Ridge_regression_solves_the_penalized_normal_equations()
    {
        // Two points, x = ±1, y = ±3: w = Σxy / (Σx² + l2) = 6 / (2 + 1), and the intercept is the mean of y.
        var table = new Table(TaskKind.Regression, 0, 1, [-1, 1], [-3, 3], [0, 2], [0, 0]);

        (_, var predictions) = await engine.FitAsync(new LinearSpec { L2 = 1 }, table, Precision.Float64);

        Assert.InRange(Scores.LargestDifference(predictions!.ToDoubles(), [0, 4]), 0, 1e-12);
    }

    [Fact]
    public async Task Logistic_regression_has_no_slope_at_its_end()
    {
        // By symmetry b = 0 and w solves Σ (p − y)·x + l2·w = 0 for x = ±1: 2·(σ(w) − 1) + w = 0.
        var table = new Table(TaskKind.Binary, 2, 1, [-1, 1], [0, 1], [1], [1]);

        (_, var predictions) = await engine.FitAsync(new LinearSpec { L2 = 1 }, table, Precision.Float64);

        double second = predictions!.ToDoubles()[1], weight = Math.Log(second / (1 - second));
        Assert.InRange(Math.Abs((2 * (second - 1)) + weight), 0, 1e-4);
    }

    [Fact]
    public async Task A_kind_of_model_that_it_lacks_is_unsupported_by_name()
    {
        (Reply reply, _) = await engine.FitAsync(new ForestSpec(), Table.Clouds(2, 20, 1));

        Assert.Equal("model forest", Assert.IsType<UnsupportedReply>(reply).Missing);
    }

    private static NetworkSpec Net(params LayerSpec[] between) => new()
    {
        Layers =
        [
            new DenseLayer { Units = 16, Activation = Activation.Relu }, .. between,
            new DenseLayer { Units = 3, Activation = Activation.Softmax },
        ],
        Train = Training,
    };

    public sealed class Engine() : LiveEngine("torchsharp");
}
