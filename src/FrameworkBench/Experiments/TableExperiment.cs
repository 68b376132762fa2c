using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>
/// The experiment of a table that comes alone: the strong network, the strong boosted trees and a forest, each with the settings that are
/// worth a search.
/// </summary>
public static class TableExperiment
{
    /// <summary>The name of its file.</summary>
    public const string File = "table.yaml";

    /// <summary>Its YAML.</summary>
    /// <param name="file">The table's file name; the YAML is to be read as if it lay beside it.</param>
    /// <param name="target">The column to predict.</param>
    public static string For(string file, string target) =>
        Of(NodeWriter.InFlow(new MappingNode(0, 0, [Text("csv", file), Text("target", target)])));

    /// <summary>Its YAML.</summary>
    /// <param name="dataset">What stands for the table there, such as its name.</param>
    public static string Of(string dataset)
    {
        using var rest = new StreamReader(typeof(TableExperiment).Assembly.GetManifestResourceStream(File)!);
        return $"dataset: {dataset}\n{rest.ReadToEnd()}";
    }

    private static MappingEntry Text(string key, string text) => new(key, 0, 0, new ScalarNode(0, 0, text, Quoted: true));
}
