using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>Reads <c>exclude</c>: the combinations of values that a model's axes leave out.</summary>
internal sealed class Exclusion(IReadOnlyList<VariedAxis> axes, ProblemList problems)
{
    /// <summary>Says whether a combination is left out; null after noting what is wrong.</summary>
    /// <param name="node">A mapping from an axis to one label or several, or a list of them; null leaves nothing out.</param>
    /// <param name="path">Its path.</param>
    public Func<IReadOnlyList<AxisValue>, bool>? Read(Node? node, string path)
    {
        if (node is null)
            return _ => false;
        var value = new Value(node, path, problems);
        IReadOnlyList<Value>? items = value.IsSequence ? value.AsItems("combination") : [value];
        var rules = new List<Dictionary<int, HashSet<string>>>();
        foreach (Value item in items ?? [])
        {
            if (Rule(item) is { } rule)
                rules.Add(rule);
        }

        if (items is null || rules.Count < items.Count)
            return null;
        if (VariedAxis.Product(axes).Any(values => !IsExcluded(values)))
            return IsExcluded;
        value.Fail("leaves no model; exclude fewer combinations");
        return null;

        bool IsExcluded(IReadOnlyList<AxisValue> values) =>
            rules.Exists(rule => rule.All(axis => axis.Value.Contains(values[axis.Key].Label)));
    }

    private Dictionary<int, HashSet<string>>? Rule(Value item)
    {
        var rule = new Dictionary<int, HashSet<string>>();
        IReadOnlyList<(MappingEntry Name, Value Value)>? entries = item.AsNamed("axis");
        foreach ((MappingEntry entry, Value labels) in entries ?? [])
        {
            int axis = VariedAxis.IndexOf(axes, entry.Key);
            string hint = ClosestName.Hint(entry.Key, [.. axes.Select(one => one.Name)]);
            if (axis < 0)
                problems.Add(entry.Line, entry.Column, labels.Path, $"'{entry.Key}' is not an axis of this model; {hint}");
            else if (Labels(labels, axes[axis]) is { } excluded)
                rule[axis] = excluded;
        }

        return entries is not null && rule.Count == entries.Count ? rule : null;
    }

    private static HashSet<string>? Labels(Value value, VariedAxis axis)
    {
        IReadOnlyList<Value>? items = value.IsSequence ? value.AsItems("label") : [value];
        string[] labels = [.. axis.Values.Select(one => one.Label)];
        string[] known = [.. (items ?? []).Select(item => item.AsName($"a value of {axis.Name}", labels)).OfType<string>()];
        return known.Length == items?.Count ? known.ToHashSet(StringComparer.Ordinal) : null;
    }
}
