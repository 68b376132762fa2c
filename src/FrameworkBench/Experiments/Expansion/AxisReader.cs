using FrameworkBench.Experiments.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>
/// Reads the axes of <c>vary</c> and of <c>for_each</c>: a list of plain values, or a mapping from a label to what it brings.
/// </summary>
/// <param name="problems">Gathers what is wrong.</param>
/// <param name="setsKeys">Whether an axis sets keys of a model; else its labels bring words of a claim.</param>
internal sealed class AxisReader(ProblemList problems, bool setsKeys)
{
    // More would be a mistake, and a product of a few long axes would fill the memory.
    private const int MostCombinations = 1000;
    private const int MostAxes = 20;
    private const string Title = "title";

    /// <summary>The keys of a model that varies; they say which models it stands for, and none of these has them.</summary>
    private static readonly string[] Variation = ["name", "vary", "exclude"];

    /// <summary>What a label brings, in words.</summary>
    private string Brought => setsKeys ? "the keys that it sets" : "its words";

    /// <summary>The axes, or null after noting what is wrong with one of them.</summary>
    public IReadOnlyList<VariedAxis>? Read(Node node, string path)
    {
        var value = new Value(node, path, problems);
        if (value.AsNamed("axis") is not { } entries)
            return null;
        if (entries.Count > MostAxes)
        {
            value.Fail(FormattableString.Invariant($"found {entries.Count:N0} axes; must be at most {MostAxes}"));
            return null;
        }

        var axes = new List<VariedAxis>();
        foreach ((MappingEntry entry, Value given) in entries)
        {
            if (Read(entry, given, axes) is { } axis)
                axes.Add(axis);
        }

        if (axes.Count < entries.Count)
            return null;
        double combinations = axes.Aggregate(1.0, (product, axis) => product * axis.Values.Count);
        if (combinations <= MostCombinations)
            return axes;
        value.Fail(FormattableString.Invariant($"{combinations:0} combinations; must be at most {MostCombinations}"));
        return null;
    }

    private VariedAxis? Read(MappingEntry entry, Value given, List<VariedAxis> before)
    {
        // The dots of 'train.learning_rate' go into mappings, as those of a search do.
        string name = setsKeys ? entry.Key.Split('.')[^1] : entry.Key;
        if (!IsName(name))
            return Refuse(entry, given, $"'{entry.Key}' cannot be an axis; use letters, digits, '-' and '_', and begin with a letter");
        if (before.Exists(axis => axis.Name == name))
            return Refuse(entry, given, $"duplicate axis '{name}'");
        List<AxisValue>? values = given.Node switch
        {
            SequenceNode => Listed(entry, given),
            MappingNode => Labeled(given),
            _ => null,
        };
        if (values is null && given.Node is ScalarNode)
            given.Fail($"{given.Found()}; must be a list of values, or a mapping from a label to {Brought}");
        return values is null ? null : new VariedAxis(name, values);
    }

    private List<AxisValue>? Listed(MappingEntry entry, Value given)
    {
        var values = new List<AxisValue>();
        IReadOnlyList<Value>? items = given.AsItems("value");
        foreach (Value item in items ?? [])
        {
            if (item.Node is not ScalarNode { Text.Length: > 0 } scalar)
                item.Fail($"{item.Found()}; must be a single value, or write the axis as a mapping from a label to {Brought}");
            else if (values.Exists(value => value.Label == scalar.Text))
                item.Fail($"duplicate value '{scalar.Text}'");
            else
                values.Add(new AxisValue(scalar.Text, AxisValue.TitleOf(scalar.Text), scalar, Plain(entry, scalar)));
        }

        return values.Count > 0 && values.Count == items!.Count ? values : null;
    }

    private List<AxisValue>? Labeled(Value given)
    {
        var values = new List<AxisValue>();
        IReadOnlyList<(MappingEntry Name, Value Value)>? entries = given.AsNamed("value");
        foreach ((MappingEntry label, Value brings) in entries ?? [])
        {
            var place = new ScalarNode(label.Line, label.Column, label.Key, Quoted: false);
            MappingNode? body = brings.Node switch
            {
                MappingNode mapping => mapping,
                ScalarNode { IsNull: true } or ScalarNode { IsEmpty: true } => Nothing(place),
                _ => null,
            };
            if (body is null)
            {
                string example = setsKeys ? "{hidden: [32]}" : "{units: ReLU}";
                brings.Fail($"{brings.Found()}; must be a mapping of {Brought}, such as {example}, or nothing");
                continue;
            }

            values.Add(setsKeys ? Setting(place, body, brings.Path) : new AxisValue(label.Key, AxisValue.TitleOf(label.Key), place, body));
        }

        return values.Count > 0 && values.Count == entries!.Count ? values : null;
    }

    private AxisValue Setting(ScalarNode place, MappingNode body, string path)
    {
        foreach (MappingEntry misplaced in body.Entries.Where(entry => Variation.Contains(entry.Key)))
        {
            string message = $"a value cannot set '{misplaced.Key}'; say it once, beside 'vary'";
            problems.Add(misplaced.Line, misplaced.Column, NodeParser.Join(path, misplaced.Key), message);
        }

        string? title = body.Find(Title) is { } own ? new Value(own, NodeParser.Join(path, Title), problems).AsText() : null;
        return new AxisValue(place.Text, title ?? AxisValue.TitleOf(place.Text), place, Keyed(body.Without([Title, .. Variation])));
    }

    private MappingNode Plain(MappingEntry axis, ScalarNode value) => setsKeys ? Nested(axis, axis.Key.Split('.'), value) : Nothing(value);

    // A key with dots goes into mappings here too.
    private static MappingNode Keyed(MappingNode body) => body.Entries.Aggregate(
        body with { Entries = [] }, (whole, entry) => Inheritance.Merge(whole, Nested(entry, entry.Key.Split('.'), entry.Value)));

    private static MappingNode Nested(MappingEntry entry, ReadOnlySpan<string> path, Node value)
    {
        Node below = path.Length == 1 ? value : Nested(entry, path[1..], value);
        return new MappingNode(value.Line, value.Column, [new MappingEntry(path[0], entry.Line, entry.Column, below)]);
    }

    private static MappingNode Nothing(Node place) => new(place.Line, place.Column, []);

    private static bool IsName(string name) =>
        name.Length > 0
        && char.IsAsciiLetter(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private VariedAxis? Refuse(MappingEntry entry, Value given, string message)
    {
        problems.Add(entry.Line, entry.Column, given.Path, message);
        return null;
    }
}
