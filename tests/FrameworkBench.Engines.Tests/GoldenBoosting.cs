using System.Text.Json;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>
/// A training by LightGBM's Python package and its predictions of the validation rows (tests/fixtures/lightgbm_predictions.py).
/// </summary>
public sealed record GoldenBoosting(
    string Name, ModelSpec Model, Table Table, long Seed, int Kept, long Leaves, double[] Losses, double[] Predictions)
{
    public static IReadOnlyList<GoldenBoosting> All { get; } = Read();

    private static List<GoldenBoosting> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("lightgbm", "predictions.json")));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(Read)];
    }

    private static GoldenBoosting Read(JsonElement golden)
    {
        TaskKind task = ProtocolJson.Read<TaskKind>(golden.GetProperty("task").GetRawText());
        var table = new Table(
            task,
            golden.GetProperty("classes").GetInt32(),
            4,
            Numbers(golden, "x"),
            Numbers(golden, "y"),
            Numbers(golden, "validation_x"),
            Numbers(golden, "validation_y"))
        {
            Columns = [new("a"), new("b"), new("c"), new("code", 5)],
        };
        return new GoldenBoosting(
            golden.GetProperty("name").GetString()!,
            ProtocolJson.Read<ModelSpec>(golden.GetProperty("model").GetRawText()),
            table,
            golden.GetProperty("seed").GetInt64(),
            golden.GetProperty("kept").GetInt32(),
            golden.GetProperty("leaves").GetInt64(),
            Numbers(golden, "losses"),
            Numbers(golden, "predictions"));
    }

    // A missing value is null in the file.
    private static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(Number)];

    private static double Number(JsonElement number) => number.ValueKind == JsonValueKind.Null ? double.NaN : number.GetDouble();
}
