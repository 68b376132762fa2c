using System.Text.Json;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>
/// A training that PyTorch did in double, with its first weights, its batches and its curve (tests/fixtures/networks.py).
/// </summary>
public sealed record GoldenCurve(
    string Name, NetworkSpec Network, Table Table, NpyArray[] Weights, NpyArray? Order, double[] Losses, double[] ValidationLosses,
    double[] Output)
{
    public static IReadOnlyList<GoldenCurve> All { get; } = Read();

    private static List<GoldenCurve> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("networks", "curves.json")));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(Read)];
    }

    private static GoldenCurve Read(JsonElement golden)
    {
        int inputs = golden.GetProperty("inputs").GetInt32(), rows = golden.GetProperty("rows").GetInt32();
        double[] y = Numbers(golden, "y"), validationY = Numbers(golden, "validation_y");
        int classes = y.Length / rows;
        double[][] order = [.. golden.GetProperty("order").EnumerateArray().Select(Numbers)];
        string[] optimizer = golden.GetProperty("optimizer").GetString()!.Split(' ');
        int batch = golden.GetProperty("batch").GetInt32();
        LayerSpec[] layers = [.. golden.GetProperty("layers").EnumerateArray().Select(Layer)];
        var network = new NetworkSpec
        {
            Layers = layers,
            Train = new TrainingSpec
            {
                Loss = Loss.CategoricalCrossEntropy,
                Optimizer = Enum.Parse<Optimizer>(optimizer[0]),
                LearningRate = double.Parse(optimizer[1]),
                Epochs = golden.GetProperty("epochs").GetInt32(),
                BatchSize = batch == 0 ? null : batch,
                Shuffle = false,
            },
        };
        return new GoldenCurve(
            golden.GetProperty("name").GetString()!,
            network,
            new Table(
                TaskKind.Multiclass, classes, inputs, Numbers(golden, "x"), Classes(y, classes), Numbers(golden, "validation_x"),
                Classes(validationY, classes)),
            [.. Shaped(layers, inputs, [.. golden.GetProperty("parameters").EnumerateArray().Select(Numbers)])],
            order.Length == 0 ? null : NpyArray.Matrix(
                order.Length, rows, order.SelectMany(epoch => epoch.Select(row => (int)row)).ToArray()),
            Numbers(golden, "losses"),
            Numbers(golden, "validation_losses"),
            Numbers(golden, "output"));
    }

    private static LayerSpec Layer(JsonElement layer) => layer.GetProperty("kind").GetString() switch
    {
        "dense" => new DenseLayer { Units = layer.GetProperty("units").GetInt32() },
        "activation" => new ActivationLayer { Activation = Enum.Parse<Activation>(layer.GetProperty("function").GetString()!) },
        "batch_normalization" => new BatchNormLayer
        {
            Momentum = layer.GetProperty("momentum").GetDouble(),
            Epsilon = layer.GetProperty("epsilon").GetDouble(),
        },
        string other => throw new InvalidDataException($"curves.json: no layer '{other}' here."),
        null => throw new InvalidDataException("curves.json: a layer has no kind."),
    };

    // Dense weights are matrices in the protocol, flat numbers in the golden file.
    private static IEnumerable<NpyArray> Shaped(LayerSpec[] layers, int inputs, double[][] parameters)
    {
        int index = 0, width = inputs;
        foreach (LayerSpec layer in layers.Where(layer => layer is DenseLayer or BatchNormLayer))
        {
            int units = layer is DenseLayer dense ? dense.Units : width;
            yield return layer is DenseLayer ? NpyArray.Matrix(width, units, parameters[index]) : NpyArray.Vector(parameters[index]);
            yield return NpyArray.Vector(parameters[index + 1]);
            index += 2;
            width = units;
        }
    }

    private static double[] Classes(double[] oneHot, int classes) =>
        [.. oneHot.Chunk(classes).Select(row => (double)Array.IndexOf(row, 1.0))];

    private static double[] Numbers(JsonElement element, string name) => Numbers(element.GetProperty(name));

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
