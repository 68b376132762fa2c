using FrameworkBench.Protocol.Models;
using FrameworkBench.Reporting.Pages;

namespace FrameworkBench.Tests.Reporting;

public class ActivationSectionTests
{
    [Theory]
    [InlineData(Activation.Linear, 1.5, 1.5)]
    [InlineData(Activation.Sigmoid, 1.5, 0.8175744761936437)]
    [InlineData(Activation.Tanh, 1.5, 0.9051482536448664)]
    [InlineData(Activation.Relu, -1.5, 0)]
    [InlineData(Activation.LeakyRelu, -1.5, -0.15)]
    [InlineData(Activation.Gelu, 1.5, 1.3997891980967115)]
    public void The_curve_is_that_of_the_function(Activation activation, double z, double expected) =>
        Assert.Equal(expected, ActivationSection.Value(activation, 0.1, z), 1e-9);

    [Theory]
    [InlineData(Activation.Linear)]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.LeakyRelu)]
    [InlineData(Activation.Gelu)]
    public void The_derivative_is_that_of_the_curve(Activation activation)
    {
        const double Step = 1e-5;
        foreach (double z in new[] { -3, -0.7, 0.4, 2 })
        {
            double difference = (ActivationSection.Value(activation, 0.1, z + Step) - ActivationSection.Value(activation, 0.1, z - Step)) / (2 * Step);
            Assert.Equal(difference, ActivationSection.Derivative(activation, 0.1, z), 1e-7);
        }
    }
}
