using FrameworkBench.Protocol.Messages;
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
    /// <param name="table">The table; the YAML is to be read as if it lay beside its file.</param>
    public static string For(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        List<MappingEntry> keys = [Text("csv", Path.GetFileName(table.Path)), Text("target", table.Target)];
        if (table.Task is { } task)
            keys.Add(Text("task", Words<TaskKind>.Of(task)));
        if (table.Categorical.Count > 0)
            keys.Add(List("categorical", table.Categorical));
        if (table.Numeric.Count > 0)
            keys.Add(List("numeric", table.Numeric));
        if (table.Ignored.Count > 0)
            keys.Add(List("ignore", table.Ignored));
        if (table.Group is { } group)
            keys.Add(Text("group", group));
        if (table.Time is { } time)
            keys.Add(Text("time", time));
        return Of(NodeWriter.InFlow(new MappingNode(0, 0, keys)));
    }

    /// <summary>Its YAML.</summary>
    /// <param name="dataset">What stands for the table there, such as its name.</param>
    public static string Of(string dataset)
    {
        using var rest = new StreamReader(typeof(TableExperiment).Assembly.GetManifestResourceStream(File)!);
        return $"dataset: {dataset}\n{rest.ReadToEnd()}";
    }

    private static MappingEntry List(string key, IReadOnlyList<string> texts) =>
        new(key, 0, 0, new SequenceNode(0, 0, [.. texts.Select(Scalar)]));

    private static MappingEntry Text(string key, string text) => new(key, 0, 0, Scalar(text));

    private static ScalarNode Scalar(string text) => new(0, 0, text, Quoted: true);
}
