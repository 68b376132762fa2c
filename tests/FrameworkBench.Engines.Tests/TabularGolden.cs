using System.Text.Json;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>A fit of a network for tables that tests/fixtures/tabular_networks.py wrote.</summary>
internal sealed class TabularGolden
{
    private const double Tolerance = 1e-9;

    private readonly JsonElement json;

    public TabularGolden(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("tabular_networks", name + ".json")));
        json = document.RootElement.Clone();
        Model = json.GetProperty("model").Deserialize<ModelSpec>(ProtocolJson.Options)!;
    }

    /// <summary>The files.</summary>
    public static TheoryData<string> Names =>
    [
        "realmlp-binary", "realmlp-multiclass", "realmlp-regression", "realmlp-simplified-multiclass", "tabm-multiclass", "tabm-regression",
    ];

    public ModelSpec Model { get; }

    public double[] Losses => Numbers("losses");

    public double[] ValidationLosses => Numbers("validation_losses");

    public int BestEpoch => json.GetProperty("best_epoch").GetInt32();

    public int Epochs => json.GetProperty("epochs").GetInt32();

    public int Parameters => json.GetProperty("parameters").GetInt32();

    public double[] Predictions => Numbers("predictions");

    /// <summary>The request of the same fit, with its arrays written into a folder.</summary>
    public FitRequest Request(string folder)
    {
        FeatureColumn[] features =
        [
            .. json.GetProperty("features").EnumerateArray().Select((feature, index) => new FeatureColumn(
                $"x{index}",
                feature.TryGetProperty("categories", out JsonElement categories) ? categories.GetInt32() : 0,
                feature.TryGetProperty("indicator", out _))),
        ];
        int[][] order = json.GetProperty("batch_order").Deserialize<int[][]>()!;
        string[] masks = json.GetProperty("dropout_masks").Deserialize<string[]>()!;
        TaskKind task = json.GetProperty("task").Deserialize<TaskKind>(ProtocolJson.Options);
        int visited = order.Length * order[0].Length;
        return new FitRequest
        {
            Id = "golden",
            Model = Model,
            Task = task,
            Classes = json.GetProperty("classes").GetInt32(),
            Seed = 1,
            Precision = Precision.Float64,
            Features = features,
            Arrays = new ArrayFiles
            {
                TrainX = Inputs("x"),
                TrainY = Targets("y"),
                ValidationX = Inputs("validation_x"),
                ValidationY = Targets("validation_y"),
                PredictX = Inputs("predict_x"),
                Predictions = Path.Combine(folder, "predictions.npy"),
                InitialWeights =
                [
                    .. json.GetProperty("initial_weights").EnumerateArray().Select((array, index) => Write($"weights{index}", new NpyArray(
                        array.GetProperty("shape").Deserialize<int[]>()!, Values(array.GetProperty("values"))))),
                ],
                BatchOrder = Write("order", NpyArray.Matrix(order.Length, order[0].Length, order.SelectMany(rows => rows).ToArray())),
                DropoutMasks = masks.Length == 0 ? null :
                [
                    .. masks.Select((mask, index) => Write(
                        $"masks{index}",
                        NpyArray.Matrix(visited, mask.Length / visited, mask.Select(digit => digit - '0').ToArray()))),
                ],
            },
        };

        string Inputs(string name) => Write(name, NpyArray.Matrix(Numbers(name).Length / features.Length, features.Length, Numbers(name)));

        string Targets(string name) => Write(name, task == TaskKind.Regression
            ? NpyArray.Matrix(Numbers(name).Length, 1, Numbers(name))
            : NpyArray.Vector(Array.ConvertAll(Numbers(name), label => (int)label)));

        string Write(string name, NpyArray array)
        {
            string path = Path.Combine(folder, name + ".npy");
            NpyFile.Write(path, array);
            return path;
        }
    }

    /// <summary>Asserts that an engine's fit of it is the same: losses, best epoch, parameters and predictions.</summary>
    public async Task HoldAsync(LiveEngine engine)
    {
        (FittedReply fitted, NpyArray predictions) = await engine.FitAsync(this);

        Assert.Equal((Epochs, BestEpoch, Parameters), (fitted.Epochs, fitted.BestEpoch ?? fitted.Epochs, fitted.Parameters));
        Assert.Equal(Losses.Length, fitted.History.Loss!.Count);
        Assert.Equal(ValidationLosses.Length, fitted.History.ValidationLoss!.Count);
        Assert.Equal(Predictions.Length, predictions.ToDoubles().Length);
        Assert.InRange(Scores.LargestDifference(fitted.History.Loss, Losses), 0, Tolerance);
        Assert.InRange(Scores.LargestDifference(fitted.History.ValidationLoss, ValidationLosses), 0, Tolerance);
        Assert.InRange(Scores.LargestDifference(predictions.ToDoubles(), Predictions), 0, Tolerance);
    }

    private double[] Numbers(string name) => Values(json.GetProperty(name));

    private static double[] Values(JsonElement array) =>
        [.. array.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())];
}
