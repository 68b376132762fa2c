using System.Xml.Linq;
using FrameworkBench.Experiments;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Tests.Samples;

namespace FrameworkBench.Tests.Pages;

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
            double difference =
                (ActivationSection.Value(activation, 0.1, z + Step) - ActivationSection.Value(activation, 0.1, z - Step)) / (2 * Step);
            Assert.Equal(difference, ActivationSection.Derivative(activation, 0.1, z), 1e-7);
        }
    }

    [Fact]
    public void The_softmax_drawn_is_the_first_of_three_outputs()
    {
        double[] exponentials = [Math.Exp(1.5), 1, 1];

        Assert.Equal(exponentials[0] / exponentials.Sum(), ActivationSection.Softmax(1.5), 1e-12);
        Assert.Equal(1.0 / 3, ActivationSection.Softmax(0), 1e-12);
    }

    [Fact]
    public void Four_functions_are_drawn_twice_and_the_others_of_the_networks_once()
    {
        RunResult run = SampleRun.Make();
        Experiment gate = run.Experiments[0];
        Experiment measured = gate with
        {
            Report = gate.Report with { ActivationCurves = true },
            Models = [gate.Models[0] with
            {
                Spec = new NetworkSpec { Layers =
                    [Layer(Activation.Gelu), Layer(Activation.LeakyRelu, 0.01), Layer(Activation.LeakyRelu, 0.1),
                        Layer(Activation.Softmax)], Train = ((NetworkSpec)gate.Models[0].Spec).Train },
            }],
        };
        var page = new IllustratedPage("p");

        ActivationSection.Write(page, ExperimentResults.Of(run with { Experiments = [measured], Results = [], Verdicts = [] })[0]);

        var pictures = page.Finish().Where(file => file.Path.EndsWith(".svg", StringComparison.Ordinal))
            .ToDictionary(file => file.Path, file => file.Text);
        Assert.Equal(["p/functions-alike.svg", "p/functions-more.svg", "p/functions.svg"], pictures.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Step", "GELU", "Leaky ReLU 0.1", "Softmax of three"], Titles(pictures["p/functions-more.svg"]));
        Assert.Equal(["Sigmoid", "Tanh", "ReLU", "Leaky ReLU 0.01"], Titles(pictures["p/functions-alike.svg"]));

        static DenseLayer Layer(Activation activation, double slope = 0) => new() { Units = 2, Activation = activation, Slope = slope };
        static IEnumerable<string> Titles(string svg) => XDocument.Parse(svg).Descendants()
            .Where(element => element.Attribute("class")?.Value == "u").Select(element => element.Value);
    }
}
