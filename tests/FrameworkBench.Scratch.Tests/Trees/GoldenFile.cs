using System.Text.Json;
using FrameworkBench.Scratch.Trees;

namespace FrameworkBench.Scratch.Tests.Trees;

/// <summary>A golden file that tests/fixtures/trees.py wrote.</summary>
internal sealed class GoldenFile
{
    private readonly JsonElement root;

    public GoldenFile(string name)
    {
        string path = Path.Combine(RepositoryFolder(), "tests", "fixtures", "trees", name + ".json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        root = document.RootElement.Clone();
    }

    public JsonElement this[string key] => root.GetProperty(key);

    public int ClassCount => root.GetProperty("classes").GetInt32();

    public FeatureTable Features()
    {
        JsonElement rows = root.GetProperty("x");
        int columns = rows[0].GetArrayLength();
        float[] values = [.. rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(Number).Select(v => (float)v)];
        var kinds = new FeatureKind[columns];
        if (root.TryGetProperty("categorical", out JsonElement categorical))
        {
            foreach (JsonElement feature in categorical.EnumerateArray())
                kinds[feature.GetInt32()] = FeatureKind.Categorical;
        }

        return new FeatureTable(values, columns, kinds);
    }

    public double[] Numbers(string key) => [.. root.GetProperty(key).EnumerateArray().Select(Number)];

    public ClassificationData Classification() =>
        new(Features(), Numbers("y").Select(label => (int)label).ToArray(), ClassCount);

    public RegressionData Regression() => new(Features(), Numbers("y"));

    public double Option(string key, double otherwise) =>
        root.GetProperty("options").TryGetProperty(key, out JsonElement value) ? value.GetDouble() : otherwise;

    public int? WholeOption(string key, int? otherwise) =>
        root.GetProperty("options").TryGetProperty(key, out JsonElement value) ? value.GetInt32() : otherwise;

    public static double Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? double.NaN : element.GetDouble();

    public static string RepositoryFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "FrameworkBench.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("FrameworkBench.sln is in no folder above the tests.");
    }
}
