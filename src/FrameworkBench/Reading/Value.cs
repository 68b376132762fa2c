using System.Globalization;

namespace FrameworkBench.Reading;

/// <summary>
/// A node under a path of keys, to be read as what it should be. Each <c>As…</c> gives null after noting the problem, so
/// that reading goes on and finds the others.
/// </summary>
/// <param name="node">The node.</param>
/// <param name="path">Its path.</param>
/// <param name="problems">Gathers what is wrong with it.</param>
/// <param name="shape">What may stand there; null where only its reader knows.</param>
internal sealed class Value(Node node, string path, ProblemList problems, Shape? shape = null)
{
    // More than any table has columns, and few enough for what takes each with each.
    private const int MostItems = 10_000;

    public Node Node => node;

    public string Path => path;

    public ProblemList Problems => problems;

    public bool IsMapping => node is MappingNode;

    public bool IsSequence => node is SequenceNode;

    /// <summary>The scalar's text in the file, or null for a list or a mapping.</summary>
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

    /// <summary>A number of the declared range.</summary>
    public double? AsNumber() => AsNumber(Declared<Shape.Number>().Range);

    /// <summary>A whole number of the declared range.</summary>
    public int? AsWhole() => (int?)AsNumber();

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
        Fail($"'{ScalarNode.Shorten(scalar.Text)}' is not {noun}; {ClosestName.Hint(scalar.Text, Words<T>.All)}");
        return null;
    }

    /// <summary>A word of an enumeration, as declared.</summary>
    public T? AsWord<T>()
        where T : struct, Enum => AsWord<T>(Declared<Shape.Words>().Noun);

    /// <summary>One of the declared words.</summary>
    public string? AsWord() => AsName(Declared<Shape.Words>().Noun, Declared<Shape.Words>().All);

    /// <summary>A name that must be among those known.</summary>
    /// <param name="noun">What the name is: "a data set".</param>
    /// <param name="known">The names there are.</param>
    public string? AsName(string noun, params IReadOnlyCollection<string> known)
    {
        if (AsText() is not { } name)
            return null;
        if (known.Contains(name, StringComparer.Ordinal))
            return name;
        Fail($"'{ScalarNode.Shorten(name)}' is not {noun}; {(problems.IsFull ? "" : ClosestName.Hint(name, known))}");
        return null;
    }

    /// <summary>A mapping with the declared keys.</summary>
    public Mapping? AsMapping() => AsMapping(Declared<Shape.Of>().Name);

    /// <summary>A mapping with the keys that are declared under a name.</summary>
    public Mapping? AsMapping(string name)
    {
        var keys = KeyTable.Of(name);
        if (node is MappingNode mapping)
            return new Mapping(mapping, path, keys, problems);
        Fail($"{Found()}; must be a mapping with the keys {string.Join(", ", keys.Names)}");
        return null;
    }

    /// <summary>A mapping from names that the file's writer chose, as declared; null values are kept.</summary>
    public IReadOnlyList<(MappingEntry Name, Value Value)>? AsNamed() => AsNamed(Declared<Shape.Named>().Noun);

    /// <inheritdoc cref="AsNamed()"/>
    public IReadOnlyList<(MappingEntry Name, Value Value)>? AsNamed(string what)
    {
        if (node is MappingNode { Entries.Count: > MostItems } large)
            return TooMany<(MappingEntry, Value)>(large.Entries.Count, what);
        if (node is MappingNode { Entries.Count: > 0 } mapping)
            return [
                .. mapping.Entries.Select(
                    entry =>
                        (entry, new Value(entry.Value, NodeParser.Join(path, entry.Key), problems, shape?.First<Shape.Named>()?.Each)))];
        Fail(node is MappingNode
            ? $"the mapping is empty; must name at least one {what}" : $"{Found()}; must be a mapping from a name to each {what}");
        return null;
    }

    /// <summary>The items of a list as declared: most may not be empty.</summary>
    public IReadOnlyList<Value>? AsItems() => node is SequenceNode { Items.Count: 0 } && !Declared<Shape.List>().IsNeverEmpty
        ? [] : AsItems(Declared<Shape.List>().Noun);

    /// <summary>The items of a list that is not empty.</summary>
    /// <param name="what">What an item is.</param>
    public IReadOnlyList<Value>? AsItems(string what)
    {
        if (node is SequenceNode { Items.Count: > MostItems } large)
            return TooMany<Value>(large.Items.Count, what);
        if (node is SequenceNode { Items.Count: > 0 } sequence)
            return [
                .. sequence.Items.Select((item, index) => new Value(item, $"{path}[{index}]", problems, shape?.First<Shape.List>()?.Item))];
        Fail(node is SequenceNode ? $"the list is empty; must hold at least one {what}" : $"{Found()}; must be a list of {what}s");
        return null;
    }

    /// <summary>What stands there, for the first half of a message.</summary>
    public string Found() => node switch
    {
        MappingNode => "found a mapping",
        SequenceNode => "found a list",
        ScalarNode { IsEmpty: true } => "found no value",
        ScalarNode { Quoted: true } quoted => $"found the text '{ScalarNode.Shorten(quoted.Text)}'",
        ScalarNode plain => $"found '{ScalarNode.Shorten(plain.Text)}'",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private IReadOnlyList<T>? TooMany<T>(int count, string what)
    {
        Fail(FormattableString.Invariant($"found {count:N0} {what}s; must be at most {MostItems:N0}"));
        return null;
    }

    private T Declared<T>()
        where T : Shape => shape?.First<T>() ?? throw new InvalidOperationException($"{path} is not declared as a {typeof(T).Name}.");
}
