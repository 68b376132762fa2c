using System.Globalization;
using System.Text.Json;
using FrameworkBench.Protocol;

namespace FrameworkBench.Reading;

/// <summary>What may stand somewhere in a file.</summary>
internal abstract record Shape
{
    /// <summary>What <c>keys.yaml</c> says of a value.</summary>
    public static Shape From(Node node) => node switch
    {
        SequenceNode several => new Either([.. several.Items.Select(From)]),
        ScalarNode { Text: "text" } => new Text(),
        ScalarNode { Text: "flag" } => new Flag(),
        ScalarNode { Text: "null" } => new Null(),
        ScalarNode { Text: "anything" } => new Anything(),
        ScalarNode name => new Of(name.Text),
        MappingNode { Entries: [{ Key: "whole", Value: SequenceNode range }, ..] } =>
            new Number(NumberRange.Whole(Whole(range.Items[0]), range.Items.Count > 1 ? Whole(range.Items[1]) : int.MaxValue)),
        MappingNode { Entries: [{ Key: "number", Value: MappingNode range }, ..] } => new Number(NumberRange.From(range)),
        MappingNode { Entries: [{ Key: "list", Value: var item }, ..] } list =>
            new List(From(item), list.TextOf("noun") ?? "", list.Find("length") is { } length ? (int)Whole(length) : null,
                list.Find("least") is null),
        MappingNode { Entries: [{ Key: "names", Value: var each }, ..] } named =>
            new Named(From(each), named.TextOf("noun") ?? "", named.TextOf("pattern"), named.Find("least") is null),
        MappingNode mapping when mapping.TextOf("known") is { } noun => new Known(noun),
        MappingNode words =>
            new Words(words.TextOf("enum") is { } name ? WordsOf(name) : words.TextsOf("words"), words.TextOf("noun") ?? ""),
        _ => throw new InvalidDataException(node.ToString()),
    };

    /// <summary>The first of the alternatives that is of a type, or null.</summary>
    public T? First<T>()
        where T : Shape => this switch
        {
            Of { Keys.Value: { } alternatives } => alternatives.First<T>(),
            T found => found,
            Either either => either.All.Select(one => one.First<T>()).FirstOrDefault(one => one is not null),
            _ => null,
        };

    private static long Whole(Node node) => long.Parse(((ScalarNode)node).Text, CultureInfo.InvariantCulture);

    private static string[] WordsOf(string name)
    {
        IEnumerable<Type> known = new[] { typeof(ProtocolJson), typeof(Shape) }.SelectMany(type => type.Assembly.GetTypes());
        Type words = known.Single(type => type.IsEnum && type.Name == name);
        return [
            .. Enum.GetValues(words).Cast<object>().Select(word => JsonSerializer.Serialize(word, words, ProtocolJson.Options).Trim('"'))];
    }

    /// <summary>A text.</summary>
    public sealed record Text : Shape;

    /// <summary>True or false.</summary>
    public sealed record Flag : Shape;

    /// <summary><c>null</c>.</summary>
    public sealed record Null : Shape;

    /// <summary>Anything.</summary>
    public sealed record Anything : Shape;

    /// <summary>A number of a range.</summary>
    public sealed record Number(NumberRange Range) : Shape;

    /// <summary>One of some words; the noun says what it is: "an optimizer".</summary>
    public sealed record Words(IReadOnlyList<string> All, string Noun) : Shape;

    /// <summary>A name that is defined elsewhere in the harness; the noun says what it names: "a data set".</summary>
    public sealed record Known(string Noun) : Shape;

    /// <summary>A list; the noun says what an item is: "metric".</summary>
    public sealed record List(Shape Item, string Noun, int? Length, bool IsNeverEmpty = true) : Shape;

    /// <summary>A mapping from names, of a pattern where there is one, that the file's writer chooses.</summary>
    public sealed record Named(Shape Each, string Noun, string? Pattern, bool IsNeverEmpty) : Shape;

    /// <summary>What is declared under a name.</summary>
    public sealed record Of(string Name) : Shape
    {
        public KeyTable Keys => KeyTable.Of(Name);
    }

    /// <summary>One of several.</summary>
    public sealed record Either(IReadOnlyList<Shape> All) : Shape;
}
