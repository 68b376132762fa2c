using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>
/// Fills the placeholders of a claim by one combination of values: <c>{axis}</c> by the label, <c>{axis.word}</c> by a word of it.
/// </summary>
/// <param name="claim">The claim's path.</param>
/// <param name="axes">The axes of its <c>for_each</c>.</param>
/// <param name="values">A value of each.</param>
/// <param name="problems">Gathers what is wrong.</param>
internal sealed class ClaimFilling(string claim, IReadOnlyList<VariedAxis> axes, IReadOnlyList<AxisValue> values, ProblemList problems)
{
    /// <summary>A node with everything below it filled in; null after noting a placeholder that cannot be.</summary>
    public Node? Fill(Node node, string path) => node switch
    {
        ScalarNode scalar => Fill(scalar, path),
        SequenceNode sequence => Fill(sequence.Items.Select((item, i) => Fill(item, $"{path}[{i}]"))) is { } items
            ? sequence with { Items = items }
            : null,
        MappingNode mapping => Fill(mapping.Entries.Select(entry => Fill(entry.Value, NodeParser.Join(path, entry.Key)))) is { } below
            ? mapping with { Entries = [.. mapping.Entries.Zip(below, (entry, value) => entry with { Value = value })] }
            : null,
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static List<Node>? Fill(IEnumerable<Node?> nodes)
    {
        // All are filled before any is missed, so that every mistake is reported.
        Node?[] filled = [.. nodes];
        return filled.Contains(null) ? null : [.. filled.OfType<Node>()];
    }

    // A placeholder alone stands for its value as it was written, be it a number; within a text only a single value can.
    private Node? Fill(ScalarNode scalar, string path)
    {
        if (Template.OnlyPlaceholder(scalar.Text.Trim()) is { } only)
            return Find(only, scalar, path);
        bool sound = true;
        string text = Template.Fill(scalar.Text, placeholder =>
        {
            Node? found = Find(placeholder, scalar, path);
            if (found is ScalarNode word)
                return word.Text;
            sound = false;
            string what = found is MappingNode ? "a mapping" : "a list";
            if (found is not null)
                problems.Add(scalar, path, $"'{{{placeholder}}}' is {what} and cannot stand within a text");
            return "";
        });
        return sound ? scalar with { Text = text } : null;
    }

    private Node? Find(string placeholder, ScalarNode place, string path)
    {
        string[] parts = placeholder.Split('.', 2);
        int axis = VariedAxis.IndexOf(axes, parts[0]);
        if (axis < 0)
        {
            string nearest = ClosestName.Hint(parts[0], [.. axes.Select(one => one.Name)]);
            problems.Add(place, path, $"'{{{placeholder}}}' is not an axis of for_each; {nearest}");
            return null;
        }

        AxisValue value = values[axis];
        if (parts.Length == 1)
            return value.Place;
        if (value.Body.Find(parts[1]) is { } word)
            return word;
        string hint = ClosestName.Hint(parts[1], [.. value.Body.Entries.Select(entry => entry.Key)]);
        problems.Add(
            value.Place,
            $"{claim}.for_each.{axes[axis].Name}.{value.Label}",
            $"'{parts[1]}' is missing, which '{{{placeholder}}}' stands for; {hint}");
        return null;
    }
}
