using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;

namespace FrameworkBench.Scratch.Tests.Networks;

public class GradientTests
{
    private const double Bound = 1e-7;

    [Theory]
    [InlineData(ActivationKind.Linear)]
    [InlineData(ActivationKind.Sigmoid)]
    [InlineData(ActivationKind.Tanh)]
    [InlineData(ActivationKind.Relu)]
    [InlineData(ActivationKind.LeakyRelu)]
    [InlineData(ActivationKind.Gelu)]
    [InlineData(ActivationKind.Softmax)]
    public void Backward_of_every_activation_agrees_with_central_differences(ActivationKind kind)
    {
        var network = new Network<double>(
            5,
            [
                new Dense(7, Initialization.Torch), new Activation(kind, 0.1),
                new Dense(6, Initialization.Torch), new Activation(kind, 0.1),
                new Dense(3, Initialization.Torch), new Activation(ActivationKind.Softmax),
            ],
            seed: 3);
        double error = GradientCheck.RelativeError(
            network, Loss.CategoricalCrossEntropy, Examples.Gaussians(9 * 5, 1), Examples.OneHot(9, 3, 2));
        Assert.True(error < Bound, $"relative error {error:g3}");
    }

    [Fact]
    public void Prediction_minus_target_is_the_gradient_of_cross_entropy_and_not_of_squared_error()
    {
        var network = new Network<double>(
            4,
            [
                new Dense(8, Initialization.Torch), new Activation(ActivationKind.Sigmoid), new Dense(1, Initialization.Torch),
                new Activation(ActivationKind.Sigmoid),
            ],
            seed: 3);
        double[] inputs = Examples.Gaussians(16 * 4, 1), targets = [.. Enumerable.Range(0, 16).Select(row => row % 3 == 0 ? 1.0 : 0)];

        Assert.InRange(GradientCheck.RelativeError(network, Loss.BinaryCrossEntropy, Loss.BinaryCrossEntropy, inputs, targets), 0, 1e-7);
        Assert.InRange(GradientCheck.RelativeError(network, Loss.MeanSquaredError, Loss.MeanSquaredError, inputs, targets), 0, 1e-7);
        Assert.InRange(GradientCheck.RelativeError(network, Loss.BinaryCrossEntropy, Loss.MeanSquaredError, inputs, targets), 0.2, 0.5);
    }

    [Theory]
    [InlineData(Loss.BinaryCrossEntropy, ActivationKind.Sigmoid)]
    [InlineData(Loss.BinaryCrossEntropy, ActivationKind.Softmax)]
    [InlineData(Loss.CategoricalCrossEntropy, ActivationKind.Softmax)]
    [InlineData(Loss.CategoricalCrossEntropy, ActivationKind.Sigmoid)]
    [InlineData(Loss.MeanSquaredError, ActivationKind.Linear)]
    [InlineData(Loss.MeanSquaredError, ActivationKind.Sigmoid)]
    [InlineData(Loss.MeanSquaredError, ActivationKind.Softmax)]
    [InlineData(Loss.MeanSquaredError, ActivationKind.Tanh)]
    [InlineData(Loss.MeanSquaredError, ActivationKind.Relu)]
    [InlineData(Loss.MeanSquaredError, ActivationKind.Gelu)]
    public void Slope_of_every_loss_agrees_with_central_differences(Loss loss, ActivationKind last)
    {
        var network = new Network<double>(
            4,
            [
                new Dense(6, Initialization.Torch), new Activation(ActivationKind.Tanh), new Dense(3, Initialization.Torch),
                new Activation(last),
            ],
            seed: 5);
        double error = GradientCheck.RelativeError(
            network, loss, Examples.Gaussians(11 * 4, 6), Examples.OneHot(11, 3, 7));
        Assert.True(error < Bound, $"relative error {error:g3}");
    }

    [Theory]
    [InlineData(Loss.CategoricalCrossEntropy)]
    [InlineData(Loss.MeanSquaredError)]
    public void Slopes_behind_a_softmax_wider_than_a_vector_agree_with_central_differences(Loss loss)
    {
        var network = new Network<double>(4, [new Dense(21, Initialization.Torch), new Activation(ActivationKind.Softmax)], seed: 5);
        double error = GradientCheck.RelativeError(network, loss, Examples.Gaussians(9 * 4, 6), Examples.OneHot(9, 21, 7));
        Assert.True(error < Bound, $"relative error {error:g3}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Backward_of_batch_normalization_agrees_with_central_differences(bool training)
    {
        var network = new Network<double>(
            4,
            [
                new BatchNormalization(0.3, 1e-3), new Dense(6, Initialization.Torch), new BatchNormalization(),
                new Activation(ActivationKind.Tanh), new Dense(3, Initialization.Torch), new BatchNormalization(),
                new Activation(ActivationKind.Softmax),
            ],
            seed: 8);
        double error = GradientCheck.RelativeError(
            network, Loss.CategoricalCrossEntropy, Examples.Gaussians(13 * 4, 9), Examples.OneHot(13, 3, 10), training);
        Assert.True(error < Bound, $"relative error {error:g3}");
    }

    [Fact]
    public void Backward_of_batch_normalization_agrees_with_central_differences_for_a_single_row()
    {
        var network = new Network<double>(
            4,
            [
                new Dense(6, Initialization.Torch), new BatchNormalization(), new Activation(ActivationKind.Tanh),
                new Dense(2, Initialization.Torch),
            ],
            seed: 8);
        double error = GradientCheck.RelativeError(
            network, Loss.MeanSquaredError, Examples.Gaussians(4, 9), Examples.Gaussians(2, 10));
        Assert.True(error < Bound, $"relative error {error:g3}");
    }

    [Fact]
    public void Backward_of_dropout_agrees_with_central_differences_of_the_same_mask()
    {
        var network = new Network<double>(
            4,
            [
                new Dropout(0.2), new Dense(9, Initialization.Torch), new Activation(ActivationKind.Tanh), new Dropout(0.4),
                new Dense(2, Initialization.Torch), new Activation(ActivationKind.Softmax),
            ],
            seed: 11);
        double error = GradientCheck.RelativeError(
            network, Loss.CategoricalCrossEntropy, Examples.Gaussians(7 * 4, 12), Examples.OneHot(7, 2, 13), dropout: 5);
        Assert.True(error < Bound, $"relative error {error:g3}");
    }

    [Fact]
    public void Slope_of_the_L2_penalty_agrees_with_central_differences_and_spares_the_biases()
    {
        var network = new Network<double>(3, [new Dense(5), new Activation(ActivationKind.Tanh), new Dense(2)], seed: 2);
        var penalty = new FrameworkBench.Scratch.Networks.Training.WeightPenalty<double>(network, 0.8);
        network.Gradients.Span.Clear();
        penalty.Apply(4);
        double[] analytic = network.Gradients.Span.ToArray();
        for (int i = 0; i < network.ParameterCount; i++)
        {
            double original = network.Parameters.Span[i];
            network.Parameters.Span[i] = original + 1e-4;
            double above = penalty.Apply(4);
            network.Parameters.Span[i] = original - 1e-4;
            double below = penalty.Apply(4);
            network.Parameters.Span[i] = original;
            Assert.Equal((above - below) / 2e-4, analytic[i], 1e-10);
        }

        Assert.All(analytic[15..20], slope => Assert.Equal(0, slope));
        Assert.All(analytic[30..], slope => Assert.Equal(0, slope));
        Assert.Equal(25, analytic.Count(slope => slope != 0));
    }
}
