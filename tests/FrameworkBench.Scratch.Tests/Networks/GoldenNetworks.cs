using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Tests.Networks;

/// <summary>Reads the layers of golden files, and compares numbers with theirs.</summary>
internal static class GoldenNetworks
{
    public static LayerDefinition[] Layers(Golden of) => [.. of["layers"].Items.Select(Layer)];

    public static void AssertClose(double[] expected, ReadOnlySpan<double> actual, double tolerance, string what)
    {
        double scale = Math.Max(1, expected.Select(Math.Abs).DefaultIfEmpty().Max());
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) <= tolerance * scale))
                Assert.Fail($"{what}: element {i} is {actual[i]:r}, not {expected[i]:r}.");
        }
    }

    private static LayerDefinition Layer(Golden layer) => layer.Text("kind") switch
    {
        "dense" => new Dense(layer.Whole("units")),
        "activation" => new Activation(Enum.Parse<ActivationKind>(layer.Text("function")), layer.Number("alpha")),
        _ => new BatchNormalization(layer.Number("momentum"), layer.Number("epsilon")),
    };
}
