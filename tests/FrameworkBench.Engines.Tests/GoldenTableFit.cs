using System.Text.Json;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>
/// A training of a network for tables that PyTorch did in double, with all that it was given (tests/fixtures/tabular_networks.py).
/// </summary>
public sealed record GoldenTableFit(
    ModelSpec Model, Table Table, NpyArray[] Weights, NpyArray Order, NpyArray[] Masks, double[] Losses, double[] ValidationLosses,
    double[] ValidationAccuracies, int Epochs, int BestEpoch, StopReason Stopped, long Parameters, double[] Predictions)
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "realmlp-binary", "realmlp-multiclass", "realmlp-regression", "realmlp-simplified-multiclass", "tabm-multiclass",
        "tabm-regression",
    ];

    public static GoldenTableFit Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("tabular_networks", name + ".json")));
        JsonElement golden = document.RootElement;
        FeatureColumn[] columns = [.. golden.GetProperty("features").EnumerateArray().Select(Column)];
        double[] x = Numbers(golden, "x");
        int rows = x.Length / columns.Length;
        int[] order = [.. golden.GetProperty("batch_order").EnumerateArray().SelectMany(epoch => Numbers(epoch)).Select(row => (int)row)];
        var table = new Table(
            Enum.Parse<TaskKind>(golden.GetProperty("task").GetString()!, ignoreCase: true),
            golden.GetProperty("classes").GetInt32(),
            columns.Length,
            x,
            Numbers(golden, "y"),
            Numbers(golden, "validation_x"),
            Numbers(golden, "validation_y"))
        {
            Columns = columns,
            PredictX = Numbers(golden, "predict_x"),
        };
        return new GoldenTableFit(
            golden.GetProperty("model").Deserialize<ModelSpec>(ProtocolJson.Options)!,
            table,
            [.. golden.GetProperty("initial_weights").EnumerateArray().Select(Weight)],
            NpyArray.Matrix(order.Length / rows, rows, order),
            [.. golden.GetProperty("dropout_masks").EnumerateArray().Select(mask => Mask(mask.GetString()!, order.Length))],
            Numbers(golden, "losses"),
            Numbers(golden, "validation_losses"),
            Numbers(golden, "validation_accuracies"),
            golden.GetProperty("epochs").GetInt32(),
            golden.GetProperty("best_epoch").GetInt32(),
            Enum.Parse<StopReason>(golden.GetProperty("stopped").GetString()!, ignoreCase: true),
            golden.GetProperty("parameters").GetInt64(),
            Numbers(golden, "predictions"));
    }

    private static FeatureColumn Column(JsonElement feature, int index) => new(
        $"x{index}",
        feature.TryGetProperty("categories", out JsonElement categories) ? categories.GetInt32() : 0,
        feature.TryGetProperty("indicator", out JsonElement indicator) && indicator.GetBoolean());

    private static NpyArray Weight(JsonElement array) =>
        new([.. array.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt32())], Numbers(array, "values"));

    private static NpyArray Mask(string digits, int rows) =>
        NpyArray.Matrix(rows, digits.Length / rows, digits.Select(digit => digit - '0').ToArray());

    private static double[] Numbers(JsonElement element, string name) => Numbers(element.GetProperty(name));

    private static double[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Null ? double.NaN : number.GetDouble())];
}
