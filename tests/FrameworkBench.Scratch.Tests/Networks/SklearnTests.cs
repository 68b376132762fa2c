using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks;

public class SklearnTests
{
    [Theory]
    [InlineData("logistic")]
    [InlineData("relu")]
    public void Training_with_an_L2_penalty_follows_scikit_learns_MLP(string name)
    {
        var file = Golden.Read("sklearn-mlp.json");
        Golden golden = file["cases"].Items.Single(item => item.Text("name") == name);
        var network = new Network<double>(
            3,
            [
                new Dense(5), new Activation(Enum.Parse<ActivationKind>(golden.Text("hidden"))),
                new Dense(3), new Activation(ActivationKind.Softmax),
            ]);
        network.SetParameters(golden.Arrays("parameters"));
        double[] losses = golden.Array("losses");
        var trainer = new Trainer<double>(new TrainingOptions
        {
            Loss = Loss.CategoricalCrossEntropy,
            Optimizer = new GradientDescent(file.Number("rate")),
            Epochs = losses.Length,
            L2 = file.Number("alpha"),
        });
        int[] labels = [.. file.Array("labels").Select(label => (int)label)];
        TrainingResult result = trainer.Train(network, Samples<double>.OfClasses(file.Array("x"), labels, 3));

        GoldenNetworks.AssertClose(losses, [.. result.History.Select(epoch => epoch.TrainingLoss)], 1e-12, "losses");
        double[] after = [.. golden.Arrays("parameters_after").SelectMany(array => array)];
        GoldenNetworks.AssertClose(after, network.Parameters.Span, 1e-12, "parameters");
    }

    [Fact]
    public void The_stopping_rule_is_scikit_learns()
    {
        int checkedCases = 0;
        foreach (Golden golden in Golden.Read("sklearn-mlp.json")["stopping"].Items)
        {
            Watch watch = Enum.Parse<Watch>(golden.Text("watch"));
            var monitor = new StoppingMonitor(
                new EarlyStopping(watch, golden.Whole("patience"), golden.Number("tol"), Rule: StoppingRule.Sklearn));
            double[] values = golden.Array("values");
            int stop = -1;
            for (int epoch = 0; epoch < values.Length && stop < 0; epoch++)
            {
                monitor.Observe(new EpochReport(epoch, values[epoch], double.NaN, double.NaN, values[epoch]));
                if (monitor.ShouldStop)
                    stop = epoch;
            }

            string what = $"{watch}, patience {golden.Whole("patience")}, tolerance {golden.Number("tol")}";
            Assert.True(golden.Whole("stop") == stop, $"{what}: stopped at {stop}, scikit-learn at {golden.Whole("stop")}.");
            Assert.True(
                golden.Whole("best_epoch") == monitor.BestEpoch, $"{what}: best {monitor.BestEpoch}, not {golden.Whole("best_epoch")}.");
            checkedCases++;
        }

        Assert.Equal(48, checkedCases);
    }
}
