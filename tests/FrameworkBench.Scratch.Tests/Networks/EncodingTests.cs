using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Tests.Networks;

public class EncodingTests
{
    private static readonly double[] Rows = [0.3, -1.2, 0.8, 2.1, -0.4, 0.9];

    private static readonly LayerDefinition[] Layers =
    [
        new Dense(4), new Activation(ActivationKind.Tanh), new Dropout(0.5), new Dense(2), new Activation(ActivationKind.Sigmoid),
        new Dense(3),
    ];

    // A hidden dense layer and its activation are one: asked for the first, one gets both.
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    [InlineData(6, 6)]
    public void The_first_layers_give_what_a_network_of_just_them_gives(int asked, int given)
    {
        var network = new Network<double>(3, Layers, seed: 5);
        var part = new Network<double>(3, Layers[..given], seed: 9);
        part.SetParameters([.. network.GetParameters().Take(part.ParameterLengths.Count)]);

        GoldenNetworks.AssertClose(part.Predict(Rows), network.Encode(Rows, asked), 1e-12, "codes");
        Assert.Equal(2 * part.Outputs, network.Encode(Rows, asked).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void No_more_layers_than_the_network_has_can_be_requested(int asked) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Network<double>(3, Layers).Encode(Rows, asked));
}
