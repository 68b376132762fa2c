using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

public sealed class KerasNetTests(KerasNetTests.Engine engine) : IClassFixture<KerasNetTests.Engine>
{
    [Fact]
    public async Task Its_curve_from_given_weights_and_batches_is_PyTorchs()
    {
        GoldenCurve golden = GoldenCurve.All.Single(curve => curve.Name == "digits-like, mini-batches");

        (Reply reply, var predictions) = await engine.FitAsync(
            golden.Network, golden.Table, Precision.Float32, golden.Weights, golden.Order);

        FittedReply fitted = Assert.IsType<FittedReply>(reply);
        Assert.All(
            fitted.History.Loss!.Zip(golden.Losses),
            pair => Assert.InRange(pair.First, pair.Second * (1 - 1e-3), pair.Second * (1 + 1e-3)));
        Assert.InRange(Scores.LargestDifference(predictions!.ToDoubles(), golden.Output), 0, 1e-2);
    }

    [Fact]
    public async Task It_learns_clouds_with_dropout_and_batch_norm()
    {
        var table = Table.Clouds(3, 120, 0.8);
        NetworkSpec network = Net(new BatchNormLayer(), new DropoutLayer { Rate = 0.2 });

        (_, var predictions) = await engine.FitAsync(network, table);

        Scores.AssertProbabilities(predictions);
        Assert.InRange(Scores.Accuracy(predictions, table), 0.9, 1);
    }

    [Fact]
    public async Task What_Keras_NET_lacks_is_unsupported_by_name()
    {
        var table = Table.Clouds(3, 30, 1);
        NetworkSpec network = Net();

        TrainingSpec decayed = network.Train with { Optimizer = Optimizer.Adamw };
        Assert.Equal("optimizer adamw", Missing(await engine.FitAsync(network with { Train = decayed }, table)));

        Assert.Equal("dropout_at_inference", Missing(await engine.FitAsync(network with { DropoutAtInference = true }, table)));
        Assert.Equal("precision float64", Missing(await engine.FitAsync(network, table, Precision.Float64)));
    }

    private static string Missing((Reply Reply, Protocol.Arrays.NpyArray? Predictions) answer) =>
        Assert.IsType<UnsupportedReply>(answer.Reply).Missing;

    private static NetworkSpec Net(params LayerSpec[] between) => new()
    {
        Layers =
        [
            new DenseLayer { Units = 16, Activation = Activation.Relu }, .. between,
            new DenseLayer { Units = 3, Activation = Activation.Softmax },
        ],
        Train = new TrainingSpec
        {
            Loss = Loss.CategoricalCrossEntropy,
            Optimizer = Optimizer.Adam,
            LearningRate = 0.02,
            Epochs = 20,
            BatchSize = 16,
        },
    };

    public sealed class Engine() : LiveEngine("keras-net");
}
