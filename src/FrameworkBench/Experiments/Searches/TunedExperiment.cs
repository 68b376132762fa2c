using FrameworkBench.Experiments.Expansion;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Reading;
using TableFile = FrameworkBench.Datasets.Reading.TableFile;

namespace FrameworkBench.Experiments.Searches;

/// <summary>Writes an experiment with settings that were found: the same data and protocol, and no search any more.</summary>
public static class TunedExperiment
{
    /// <summary>Levels that are indented; deeper ones are written in braces.</summary>
    private const int Depth = 3;

    private const string Engines = "engines";

    private const string Note = "The settings were chosen on all rows of this table, so tuned models score too high here. The page of the "
        + "search has their scores on rows that the search of a split did not see.";

    /// <summary>
    /// What is written anew, and what belongs to the lesson: its words, its claims, and pages that may speak of models that are not here.
    /// </summary>
    private static readonly string[] Dropped =
        ["title", "question", "notes", "changed_after_results", "source", "dataset", "datasets", "long", "report", "models", "claims"];

    /// <summary>The YAML of a complete experiment on one of the data sets.</summary>
    /// <param name="path">The experiment's file.</param>
    /// <param name="text">Its YAML, which must be sound.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="models">The models, in the order wanted.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="folder">Where the file will be: a table of the user's own is named relative to it.</param>
    /// <param name="engine">The engine that the settings are for, where the experiment or a model of it is for others; null leaves it to
    /// them.</param>
    public static string Write(
        string path, string text, string dataset, IReadOnlyList<TunedModel> models, string title, string folder, string? engine = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(models);
        var problems = new ProblemList(path);
        if (ExpandedExperiment.Parse(text, problems)?.Root is not MappingNode root || root.Find("models") is not MappingNode bodies)
            throw new ArgumentException($"{path} is no experiment.", nameof(text));

        var inheritance =
            new Inheritance(
                bodies.Entries.Where(entry => entry.Value is MappingNode)
                .ToDictionary(entry => entry.Key, entry => (MappingNode)entry.Value, StringComparer.Ordinal), "models", problems);
        if (engine is not null)
            root = root.With([Engines], new SequenceNode(0, 0, [new ScalarNode(0, 0, engine, Quoted: false)]));
        var written = new MappingNode(0, 0,
        [
            new MappingEntry("title", 0, 0, new ScalarNode(0, 0, title, Quoted: true)),
            .. models.Any(model => model.Settings.Count > 0)
                ? [new MappingEntry("notes", 0, 0, new ScalarNode(0, 0, Note, Quoted: true))] : Array.Empty<MappingEntry>(),
            new MappingEntry("dataset", 0, 0, Dataset(root, dataset, Path.GetDirectoryName(path) ?? "", folder)),
            .. root.Entries.Where(entry => !Dropped.Contains(entry.Key)),
            new MappingEntry(
                "models", 0, 0,
                new MappingNode(
                    0, 0, [.. models.Select(
                        model =>
                            new MappingEntry(
                                model.Name, 0, 0,
                                Body(root, inheritance.Resolve(model.Model).Without(engine is null ? [] : [Engines]), model)))])),
        ]);
        return NodeWriter.InBlock(written, Depth);
    }

    private static MappingNode Body(MappingNode root, MappingNode resolved, TunedModel model)
    {
        MappingNode body = ExperimentDefaults.Into(resolved.Without("like", "tune", "title"), root, model.Settings.Keys);
        foreach ((string key, string value) in model.Settings)
            body = body.With(key.Split('.'), NodeParser.Parse(value, "", new ProblemList(""))!);
        return body with { Entries = [new MappingEntry("title", 0, 0, new ScalarNode(0, 0, model.Title, Quoted: true)), .. body.Entries] };
    }

    private static Node Dataset(MappingNode root, string dataset, string from, string to)
    {
        MappingNode? table = Tables(root.Find("dataset")).Concat(Tables(root.Find("datasets")))
            .FirstOrDefault(table => table.Find("csv") is ScalarNode { Text: var csv } && TableFile.NameOf(csv) == dataset);
        if (table is null)
            return new ScalarNode(0, 0, dataset, Quoted: false);
        string file =
            Path.GetRelativePath(Path.GetFullPath(to), Path.GetFullPath(Path.Combine(from, ((ScalarNode)table.Find("csv")!).Text)));
        return table.With(["csv"], new ScalarNode(0, 0, file.Replace('\\', '/'), Quoted: true));
    }

    private static IEnumerable<MappingNode> Tables(Node? node) => node switch
    {
        MappingNode table when table.Find("csv") is not null => [table],
        MappingNode profiles => profiles.Entries.SelectMany(entry => Tables(entry.Value)),
        SequenceNode several => several.Items.SelectMany(Tables),
        _ => [],
    };
}
