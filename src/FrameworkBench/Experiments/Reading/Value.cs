using System.Globalization;

namespace FrameworkBench.Experiments.Reading;

/// <summary>
/// A node under a path of keys, to be read as what it should be. Each <c>As…</c> gives null after noting the problem, so
/// that reading goes on and finds the others.
/// </summary>
internal sealed class Value(Node node, string path, ProblemList problems)
{
    public Node Node => node;

    public string Path => path;

    public ProblemList Problems => problems;

    public bool IsMapping => node is MappingNode;

    public bool IsSequence => node is SequenceNode;

    /// <summary>The scalar's text as it was written, or null for a list or a mapping.</summary>
    public string? Scalar => (node as ScalarNode)?.Text;

    public void Fail(string message) => problems.Add(node, path.Length == 0 ? null : path, message);

    public string? AsText()
    {
        if (node is ScalarNode { IsEmpty: false } scalar && scalar.Text.Trim().Length > 0)
            return scalar.Text.Trim();
        Fail($"{Found()}; must be text");
        return null;
    }

    public bool? AsFlag()
    {
        if (node is ScalarNode { Quoted: false, Text: "true" or "false" } scalar)
            return scalar.Text == "true";
        Fail($"{Found()}; must be true or false");
        return null;
    }

    public double? AsNumber(NumberRange range)
    {
        if (node is ScalarNode { Quoted: false } scalar
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number)
            && range.Contains(number))
        {
            return number;
        }

        Fail($"{Found()}; must be {range.Said}");
        return null;
    }

    public int? AsWhole(int from, int to = int.MaxValue) => (int?)AsNumber(NumberRange.Whole(from, to));

    /// <summary>A word of an enumeration.</summary>
    /// <param name="noun">What the word is: "an optimizer".</param>
    public T? AsWord<T>(string noun)
        where T : struct, Enum
    {
        if (node is not ScalarNode scalar)
        {
            Fail($"{Found()}; must be {noun}, one of {string.Join(", ", Words<T>.All)}");
            return null;
        }

        if (Words<T>.Find(scalar.Text) is T found)
            return found;
        Fail($"'{scalar.Text}' is not {noun}; {Spelling.Hint(scalar.Text, Words<T>.All)}");
        return null;
    }

    /// <summary>A name that must be among those known.</summary>
    /// <param name="noun">What the name is: "a data set".</param>
    /// <param name="known">The names there are.</param>
    public string? AsName(string noun, IEnumerable<string> known)
    {
        if (AsText() is not { } name)
            return null;
        if (known.Contains(name, StringComparer.Ordinal))
            return name;
        Fail($"'{name}' is not {noun}; {Spelling.Hint(name, known)}");
        return null;
    }

    /// <summary>A mapping whose keys are among those allowed.</summary>
    public Mapping? AsMapping(IReadOnlyList<string> keys)
    {
        if (node is MappingNode mapping)
            return new Mapping(mapping, path, keys, problems);
        Fail($"{Found()}; must be a mapping with the keys {string.Join(", ", keys)}");
        return null;
    }

    /// <summary>A mapping from names that the file's writer chose; null values are kept.</summary>
    public IReadOnlyList<(MappingEntry Name, Value Value)>? AsNamed(string what)
    {
        if (node is MappingNode { Entries.Count: > 0 } mapping)
            return [.. mapping.Entries.Select(entry => (entry, new Value(entry.Value, NodeParser.Join(path, entry.Key), problems)))];
        Fail(node is MappingNode ? $"the mapping is empty; must name at least one {what}" : $"{Found()}; must be a mapping from a name to each {what}");
        return null;
    }

    /// <summary>The items of a list that is not empty.</summary>
    public IReadOnlyList<Value>? AsItems(string what)
    {
        if (node is SequenceNode { Items.Count: > 0 } sequence)
            return [.. sequence.Items.Select((item, index) => new Value(item, $"{path}[{index}]", problems))];
        Fail(node is SequenceNode ? $"the list is empty; must hold at least one {what}" : $"{Found()}; must be a list of {what}s");
        return null;
    }

    /// <summary>What stands there, for the first half of a message.</summary>
    public string Found() => node switch
    {
        MappingNode => "found a mapping",
        SequenceNode => "found a list",
        ScalarNode { IsEmpty: true } => "found no value",
        ScalarNode { Quoted: true } quoted => $"found the text '{quoted.Text}'",
        ScalarNode plain => $"found '{plain.Text}'",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };
}
