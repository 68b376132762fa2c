using System.Text.Json;

namespace FrameworkBench.Tests.Statistics;

/// <summary>The golden files that tests/fixtures/statistics.py made with SciPy and NumPy.</summary>
internal static class Golden
{
    internal const double Tolerance = 1e-9;

    internal static IEnumerable<JsonElement> Cases(string file, string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), file + ".json")));
        return [.. document.RootElement.GetProperty(name).Clone().EnumerateArray()];
    }

    internal static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    internal static int Integer(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    internal static double[] Numbers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    internal static double[][] Table(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray()
            .Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())];

    /// <summary>Fails unless both agree to 1e-9 of the expected value, or to 1e-15 where that is almost zero.</summary>
    internal static void Agree(double expected, double actual, double tolerance = Tolerance) =>
        Assert.True(
            Math.Abs(expected - actual) <= tolerance * Math.Max(1e-6, Math.Abs(expected)),
            $"expected {expected:R}, got {actual:R}");

    private static string Folder()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "FrameworkBench.sln")))
            directory = directory.Parent;
        return Path.Combine(directory!.FullName, "tests", "fixtures", "statistics");
    }
}
