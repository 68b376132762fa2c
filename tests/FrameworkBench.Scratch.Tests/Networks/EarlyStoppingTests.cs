using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks;

public class EarlyStoppingTests
{
    // Worked out by hand from Keras' EarlyStopping.on_epoch_end.
    [Theory]
    [InlineData(2, 0, new[] { 5.0, 4, 4, 3, 3, 3, 9 }, 5, 3)]
    [InlineData(2, 0.5, new[] { 5.0, 4.6, 4.4, 4.3, 4.2, 1 }, 4, 2)]
    [InlineData(1, 0, new[] { 5.0, 5, 1 }, 1, 0)]
    [InlineData(0, 0, new[] { 5.0, 4, 4, 1 }, 2, 1)]
    [InlineData(3, 0, new[] { 5.0, 6, 6, 4, 6, 6 }, -1, 3)]
    public void The_Keras_rule_stops_after_patience_epochs_that_do_not_beat_the_best_by_delta(
        int patience, double delta, double[] losses, int stop, int best)
    {
        var monitor = new StoppingMonitor(new EarlyStopping(Watch.ValidationLoss, patience, delta));
        int stopped = -1;
        for (int epoch = 0; epoch < losses.Length && stopped < 0; epoch++)
        {
            monitor.Observe(new EpochReport(epoch, 0, 0, losses[epoch], 0));
            if (monitor.ShouldStop)
                stopped = epoch;
        }

        Assert.Equal(stop, stopped);
        Assert.Equal(best, monitor.BestEpoch);
    }

    [Theory]
    [InlineData(Watch.TrainingLoss, Stopped.Converged)]
    [InlineData(Watch.ValidationLoss, Stopped.Early)]
    [InlineData(Watch.ValidationAccuracy, Stopped.Early)]
    public void Why_it_stopped_says_what_was_watched(Watch watch, Stopped expected)
    {
        (TrainingResult result, _) = Overfit(new EarlyStopping(watch, 3, MinDelta: 0.5));
        Assert.Equal(expected, result.Stopped);
        Assert.True(result.Epochs < 400);
    }

    [Fact]
    public void The_best_parameters_and_running_statistics_come_back()
    {
        (TrainingResult result, double restored) = Overfit(new EarlyStopping(Watch.ValidationLoss, 20));
        double best = result.History.Min(epoch => epoch.ValidationLoss);
        Assert.Equal(best, result.History[result.BestEpoch!.Value].ValidationLoss);
        Assert.Equal(best, restored, 1e-12);
        Assert.True(result.History[^1].ValidationLoss > best);
    }

    [Fact]
    public void The_last_parameters_stay_when_nothing_is_to_be_restored()
    {
        (TrainingResult result, double kept) = Overfit(new EarlyStopping(Watch.ValidationLoss, 20, RestoreBest: false));
        Assert.Equal(result.History[^1].ValidationLoss, kept, 1e-12);
    }

    [Fact]
    public void Watching_validation_without_validation_rows_is_refused()
    {
        var trainer = new Trainer<double>(Options(new EarlyStopping(Watch.ValidationAccuracy, 3)));
        ArgumentException error = Assert.Throws<ArgumentException>(() => trainer.Train(Network(), Noise(1)));
        Assert.Equal(
            "Early stopping watches ValidationAccuracy, but there are no validation rows. (Parameter 'validation')", error.Message);
    }

    // Labels without any sense are learnt by heart, and the loss on other rows soon grows.
    private static (TrainingResult Result, double ValidationLoss) Overfit(EarlyStopping stopping)
    {
        Network<double> network = Network();
        Samples<double> validation = Noise(2);
        TrainingResult result = new Trainer<double>(Options(stopping)).Train(network, Noise(1), validation);
        double[] p = network.Predict(validation.Inputs);
        double loss = -p.Zip(validation.Targets, (p, t) => t * Math.Log(p)).Sum() / validation.Rows;
        return (result, loss);
    }

    private static TrainingOptions Options(EarlyStopping stopping) => new()
    {
        Loss = Loss.CategoricalCrossEntropy,
        Optimizer = new Adam(0.02),
        Epochs = 400,
        BatchSize = 10,
        EarlyStopping = stopping,
    };

    private static Network<double> Network() => new(
        4,
        [
            new Dense(30, Initialization.HeNormal), new BatchNormalization(), new Activation(ActivationKind.Relu),
            new Dense(2, Initialization.HeNormal), new Activation(ActivationKind.Softmax),
        ],
        seed: 5);

    private static Samples<double> Noise(ulong seed) =>
        Samples<double>.OfClasses(Examples.Gaussians(40 * 4, seed), Examples.Labels(40, 2, seed + 10), 2);
}
