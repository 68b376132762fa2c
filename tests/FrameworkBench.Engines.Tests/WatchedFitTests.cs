using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>
/// Of values, <c>validation_accuracy</c> is R²: with one output it rises when the squared error falls, so that both stop a fit alike.
/// </summary>
public sealed class WatchedFitTests(WatchedFitTests.Scratch scratch, WatchedFitTests.TorchSharp torchSharp)
    : IClassFixture<WatchedFitTests.Scratch>, IClassFixture<WatchedFitTests.TorchSharp>
{
    [Theory]
    [InlineData("scratch")]
    [InlineData("torchsharp")]
    public async Task R2_stops_a_regression_where_its_loss_does(string name)
    {
        LiveEngine engine = name == "scratch" ? scratch : torchSharp;

        FittedReply byLoss = await FitAsync(engine, Watch.ValidationLoss);
        FittedReply byDetermination = await FitAsync(engine, Watch.ValidationAccuracy);

        Assert.Equal(StopReason.Early, byLoss.Stopped);
        Assert.Equal((byLoss.Epochs, byLoss.BestEpoch), (byDetermination.Epochs, byDetermination.BestEpoch));
        Assert.Equal(byLoss.History.ValidationLoss, byDetermination.History.ValidationLoss);
    }

    private static async Task<FittedReply> FitAsync(LiveEngine engine, Watch watch)
    {
        // Targets far from zero, where no sum of eight bits and no threshold of one half says anything of them.
        var product = Table.Product(60);
        var table = product with { TrainY = Far(product.TrainY), ValidationY = Far(product.ValidationY!) };
        var network = new NetworkSpec
        {
            Layers = [new DenseLayer { Units = 16, Activation = Activation.Tanh }, new DenseLayer { Units = 1 }],
            Train = new TrainingSpec
            {
                Loss = Loss.MeanSquaredError,
                Optimizer = Optimizer.Adam,
                LearningRate = 0.3,
                Epochs = 3000,
                BatchSize = 10,
                EarlyStopping = new EarlyStopping { Watch = watch, Patience = 5 },
            },
        };
        return Assert.IsType<FittedReply>((await engine.FitAsync(network, table, Precision.Float64)).Reply);
    }

    private static double[] Far(double[] values) => [.. values.Select(value => 100 + (20 * value))];

    public sealed class Scratch() : LiveEngine("scratch");

    public sealed class TorchSharp() : LiveEngine("torchsharp");
}
