using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>
/// What several experiments have in common, by the name that <c>preset</c> gives; <c>experiments/presets.yaml</c> has them.
/// </summary>
internal static class Presets
{
    private const string Preset = "preset";
    private const string File = "presets.yaml";

    private static readonly MappingNode All = Read();

    /// <summary>The names that there are.</summary>
    public static IReadOnlyList<string> Names => [.. All.Entries.Select(entry => entry.Key)];

    /// <summary>An experiment with the keys of its preset that it does not say itself.</summary>
    public static MappingNode Into(MappingNode experiment, ProblemList problems)
    {
        if (experiment.Entries.FirstOrDefault(entry => entry.Key == Preset) is not { } entry
            || new Value(entry.Value, Preset, problems).AsName("a preset", Names) is not { } name)
        {
            return experiment;
        }

        // A mistake in a preset is reported where the experiment names it.
        var keys = (MappingNode)Moved(All.Find(name)!, entry.Value);
        return experiment with
        {
            Entries =
            [
                .. experiment.Entries.Where(own => own.Key != Preset),
                .. keys.Entries.Where(key => experiment.Find(key.Key) is null),
            ],
        };
    }

    private static Node Moved(Node node, Node place) => node switch
    {
        ScalarNode scalar => scalar with { Line = place.Line, Column = place.Column },
        SequenceNode sequence => new SequenceNode(place.Line, place.Column, [.. sequence.Items.Select(item => Moved(item, place))]),
        MappingNode mapping => new MappingNode(place.Line, place.Column, [.. mapping.Entries.Select(entry => Moved(entry, place))]),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static MappingEntry Moved(MappingEntry entry, Node place) =>
        new(entry.Key, place.Line, place.Column, Moved(entry.Value, place));

    private static MappingNode Read()
    {
        using Stream stream = typeof(Presets).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not part of the program.");
        using var reader = new StreamReader(stream);
        var problems = new ProblemList(File);
        return NodeParser.Parse(reader.ReadToEnd(), "it has presets by name", problems) as MappingNode
            ?? throw new ExperimentException(problems.InOrder());
    }
}
