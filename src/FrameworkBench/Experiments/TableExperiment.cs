using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>
/// The experiment of a table that comes alone: the strong network, the strong boosted trees and a forest, each with the settings that are
/// worth a search.
/// </summary>
public static class TableExperiment
{
    private const string File = "table.yaml";

    /// <summary>Its YAML.</summary>
    /// <param name="file">The table's file name; the YAML is to be read as if it lay beside it.</param>
    /// <param name="target">The column to predict.</param>
    public static string For(string file, string target)
    {
        using var rest = new StreamReader(typeof(TableExperiment).Assembly.GetManifestResourceStream(File)!);
        return $"dataset: {NodeWriter.InFlow(new MappingNode(0, 0, [Text("csv", file), Text("target", target)]))}\n{rest.ReadToEnd()}";
    }

    private static MappingEntry Text(string key, string text) => new(key, 0, 0, new ScalarNode(0, 0, text, Quoted: true));
}
