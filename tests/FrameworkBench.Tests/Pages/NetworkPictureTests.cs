using FrameworkBench.Charts;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Tests.Samples;

namespace FrameworkBench.Tests.Pages;

public sealed class NetworkPictureTests
{
    [Fact]
    public void A_network_is_drawn_with_its_inputs_layers_and_the_class_it_answers()
    {
        NetworkDiagram diagram = NetworkPicture.Of("net", Net());

        Assert.Equal(["inputs 2", "hidden 3", "outputs 1"], diagram.Layers.Select(layer => $"{layer.Name} {layer.Units}"));
        Assert.Equal([null, "sigmoid, dropout 0.2", "sigmoid"], diagram.Layers.Select(layer => layer.Detail));
        Assert.Equal(2, diagram.Layers[0].UnitNames!.Count);
        Assert.Equal(["yes"], diagram.Layers[^1].UnitNames!);
        Assert.Null(diagram.Subtitle);
    }

    [Fact]
    public void Of_a_deep_network_the_first_and_the_last_layers_are_drawn()
    {
        ModelResults net = Net();
        var spec = (NetworkSpec)net.Model.Spec;
        LayerSpec[] deep = [.. Enumerable.Range(1, 20).Select(units => new DenseLayer
        {
            Units = units,
            Activation = Activation.Relu,
        }), new DenseLayer { Units = 1 }];

        NetworkDiagram diagram = NetworkPicture.Of(
            "deep",
            new ModelResults(net.Model with { Spec = spec with { Layers = deep } }, net.Dataset, net.Engine, net.Trials));

        Assert.Equal([2, 1, 2, 3, 19, 20, 1], diagram.Layers.Select(layer => layer.Units));
        Assert.Equal("Shows the first 3 and the last 2 of 20 hidden layers.", diagram.Subtitle);
    }

    private static ModelResults Net() => ExperimentResults.Of(SampleRun.Make())[0].Models[0];
}
