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
            [new Dense(6, Initialization.Torch), new Activation(ActivationKind.Tanh), new Dense(3, Initialization.Torch), new Activation(last)],
            seed: 5);
        double error = GradientCheck.RelativeError(
            network, loss, Examples.Gaussians(11 * 4, 6), Examples.OneHot(11, 3, 7));
        Assert.True(error < Bound, $"relative error {error:g3}");
    }
}
