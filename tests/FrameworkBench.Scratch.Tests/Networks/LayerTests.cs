using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks;

public class LayerTests
{
    [Fact]
    public void Dropout_zeroes_its_share_scales_the_rest_and_keeps_the_mean()
    {
        var network = new Network<float>(100, [new Dropout(0.3)]);
        float[] ones = [.. Enumerable.Repeat(1f, 100 * 500)];
        float[] dropped = network.PredictWithDropout(ones, seed: 3);
        Assert.All(dropped, value => Assert.True(value == 0 || value == 1 / 0.7f));
        Assert.Equal(0.3, dropped.Count(value => value == 0) / 50_000.0, 0.01);
        Assert.Equal(1, dropped.Average(), 0.02);
    }

    [Fact]
    public void Dropout_is_the_same_for_the_same_seed_and_off_in_inference()
    {
        var network = new Network<double>(9, [new Dropout(0.5)]);
        double[] x = Examples.Gaussians(9 * 7, 1);
        Assert.Equal(network.PredictWithDropout(x, 5), network.PredictWithDropout(x, 5));
        Assert.NotEqual(network.PredictWithDropout(x, 5), network.PredictWithDropout(x, 6));
        Assert.Equal(x, network.Predict(x));
    }

    [Fact]
    public void A_batch_of_one_row_is_normalized_by_the_running_statistics_and_leaves_them()
    {
        var network = new Network<double>(2, [new BatchNormalization(0.5, 1e-5)]);
        Train(network, [1, 2, 3, 6], rows: 2);
        double[] statistics = network.Layers[0].Statistics.ToArray();
        Assert.Equal([1, 2, 0.5 + (0.5 * 2), 0.5 + (0.5 * 8)], statistics);
        Train(network, [100, 100], rows: 1);
        Assert.Equal(statistics, network.Layers[0].Statistics.ToArray());
    }

    [Fact]
    public void The_step_function_predicts_and_is_not_trained()
    {
        var network = new Network<double>(1, [new Activation(ActivationKind.Step)]);
        Assert.Equal([0, 1, 1], network.Predict([-0.5, 0, 2]));
        ArgumentException error = Assert.Throws<ArgumentException>(() => Train(network, [1, 2], rows: 2));
        Assert.Equal(
            "Layer 1: the step function has no slope, so the network cannot be trained. (Parameter 'network')", error.Message);
    }

    [Fact]
    public void Softmax_and_sigmoid_stay_finite_for_huge_logits()
    {
        var softmax = new Network<float>(3, [new Activation(ActivationKind.Softmax)]);
        Assert.Equal([1, 0, 0], softmax.Predict([1e30f, 0, -1e30f]));
        var sigmoid = new Network<float>(3, [new Activation(ActivationKind.Sigmoid)]);
        Assert.Equal([1, 0.5f, 0], sigmoid.Predict([1e30f, 0, -1e30f]));
    }

    [Theory]
    [InlineData(Loss.BinaryCrossEntropy, ActivationKind.Sigmoid, 2000)]
    [InlineData(Loss.CategoricalCrossEntropy, ActivationKind.Softmax, 4000)]
    public void Cross_entropy_from_logits_is_exact_where_probabilities_are_zero(Loss loss, ActivationKind last, double expected)
    {
        var function = LossFunction<float>.Create(loss, new Activation(last));
        float[] gradient = new float[2];
        double value = function.Evaluate([2000, -2000], [0, 1], gradient, 1, 2);
        Assert.Equal(expected, value);
        Assert.All(gradient, slope => Assert.True(float.IsFinite(slope) && slope != 0));
    }

    [Fact]
    public void NaN_comes_through_every_activation()
    {
        foreach (ActivationKind kind in Enum.GetValues<ActivationKind>().Where(kind => kind != ActivationKind.Step))
        {
            var network = new Network<double>(2, [new Activation(kind)]);
            Assert.True(double.IsNaN(network.Predict([double.NaN, 1])[0]), kind.ToString());
        }
    }

    [Fact]
    public void Dead_units_are_those_that_no_row_wakes()
    {
        var network = new Network<double>(
            1, [new Dense(4), new Activation(ActivationKind.Relu), new Dense(2), new Activation(ActivationKind.Relu)]);
        network.SetParameters([[1, -1, 0, 0], [0, 0, -1, 1], [0, 0, 0, 0, 0, 0, 0, 0], [1, 1]]);
        Assert.Equal([0.25, 0], DeadUnits.Shares(network, [-2.0, 3]));
        Assert.Equal([0.5, 0], DeadUnits.Shares(network, [3.0]));
    }

    [Theory]
    [InlineData("Layer 2: a dense layer needs at least 1 unit, not 0.", 0)]
    [InlineData("Layer 2: the dropout rate is 1; it must be at least 0 and less than 1.", 1)]
    [InlineData("Layer 2: batch normalisation's momentum is 2; it must be from 0 to 1.", 2)]
    [InlineData("Layer 2: batch normalisation's epsilon is 0; it must be greater than 0.", 3)]
    public void A_layer_that_cannot_be_is_refused_by_its_number(string message, int layer)
    {
        LayerDefinition[] wrong = [new Dense(0), new Dropout(1), new BatchNormalization(Momentum: 2), new BatchNormalization(Epsilon: 0)];
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Network<float>(3, [new Dense(2), wrong[layer]]));
        Assert.Equal(message, error.Message);
    }

    private static void Train(Network<double> network, double[] x, int rows) =>
        new Trainer<double>(new TrainingOptions { Loss = Loss.MeanSquaredError, Optimizer = new GradientDescent(1e-3), Epochs = 1 })
            .Train(network, new Samples<double>(x, x, rows));

    [Fact]
    public void The_less_probable_class_of_a_sure_sigmoid_keeps_its_probability()
    {
        var network = new Network<float>(1, [new Dense(1), new Activation(ActivationKind.Sigmoid)]);
        network.SetParameters([[1], [0]]);

        float[] both = network.PredictBothClasses([20, -20, 0.3f]);

        Assert.Equal(0, 1 - network.Predict([20])[0]);
        Assert.Equal(1 / (1 + Math.Exp(20)), both[0], 1e-15);
        Assert.Equal((1, 1), (both[1], both[2]));
        Assert.Equal(both[0], both[3]);
        Assert.Equal(network.Predict([0.3f])[0], both[5]);
        Assert.Equal(1, both[4] + both[5], 1e-6);
    }

    [Fact]
    public void A_network_without_one_sigmoid_at_its_end_has_no_probabilities_of_both_classes() =>
        Assert.Throws<InvalidOperationException>(() => new Network<float>(1, [new Dense(1)]).PredictBothClasses([1]));
}
