using System.Text.Json;

namespace FrameworkBench.Scratch.Tests;

/// <summary>A file of values that another library computed; <c>tests/fixtures/networks.py</c> makes them.</summary>
internal sealed class Golden
{
    private readonly JsonElement root;

    private Golden(JsonElement root) => this.root = root;

    /// <summary>Reads a file of <c>tests/fixtures/networks</c>, or of another folder of fixtures.</summary>
    public static Golden Read(string name, string topic = "networks")
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FrameworkBench.sln")))
            folder = folder.Parent;
        string path = Path.Combine(folder!.FullName, "tests", "fixtures", topic, name);
        return new Golden(JsonDocument.Parse(File.ReadAllText(path)).RootElement);
    }

    /// <summary>A part of the file.</summary>
    public Golden this[string key] => new(root.GetProperty(key));

    /// <summary>The parts of a list.</summary>
    public IEnumerable<Golden> Items => root.EnumerateArray().Select(item => new Golden(item));

    /// <summary>Names of the parts.</summary>
    public IEnumerable<string> Keys => root.EnumerateObject().Select(property => property.Name);

    /// <summary>A list of numbers.</summary>
    public double[] Array(string key) => Numbers(root.GetProperty(key));

    /// <summary>A list of lists of numbers.</summary>
    public double[][] Arrays(string key) => [.. root.GetProperty(key).EnumerateArray().Select(Numbers)];

    /// <summary>A list of lists of whole numbers.</summary>
    public int[][] WholeArrays(string key) =>
        [.. root.GetProperty(key).EnumerateArray().Select(list => list.EnumerateArray().Select(item => item.GetInt32()).ToArray())];

    public double Number(string key) => root.GetProperty(key).GetDouble();

    public int Whole(string key) => root.GetProperty(key).GetInt32();

    public string Text(string key) => root.GetProperty(key).GetString()!;

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetDouble())];
}
