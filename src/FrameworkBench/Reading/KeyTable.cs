using System.Collections.Concurrent;

namespace FrameworkBench.Reading;

/// <summary>What <c>keys.yaml</c> declares under a name: the keys of a mapping, or a value that is one of several things.</summary>
internal sealed class KeyTable
{
    private const string File = "keys.yaml";

    private static readonly MappingNode Declared = Parse();
    private static readonly ConcurrentDictionary<string, KeyTable> Tables = new(StringComparer.Ordinal);

    private readonly OrderedDictionary<string, Key> keys = new(StringComparer.Ordinal);

    private KeyTable(string name, MappingNode node)
    {
        Name = name;
        Description = node.TextOf("description")!;
        Value = node.Find("value") is { } value ? Shape.From(value) : null;
        Alternatives = node.TextsOf("one_of");
        Kinds = node.TextsOf("kinds");
        IsNeverEmpty = node.TextOf("never_empty") is not null;
        TakesPlaceholders = node.TextOf("takes_placeholders") is not null;
        foreach (MappingEntry entry in (node.Find("keys") as MappingNode)?.Entries ?? [])
        {
            IEnumerable<Key> declared = entry.Value is MappingNode key
                ? [Declare(entry.Key, key)] : Of(((ScalarNode)entry.Value).Text).Keys;
            foreach (Key one in declared)
                keys[one.Name] = one;
        }
    }

    /// <summary>All names under which something is declared.</summary>
    public static IEnumerable<string> All => Declared.Entries.Select(entry => entry.Key);

    public string Name { get; }

    public string Description { get; }

    /// <summary>The keys, in the order in which messages, the schema and the reference list them.</summary>
    public IReadOnlyList<Key> Keys => keys.Values;

    public IReadOnlyList<string> Names => keys.Keys;

    /// <summary>What the value is, where it is not just a mapping with these keys.</summary>
    public Shape? Value { get; }

    /// <summary>The names of the mappings that the value may be, where it is one of several.</summary>
    public IReadOnlyList<string> Mappings => [.. (Value as Shape.Either)?.All.OfType<Shape.Of>().Select(mapping => mapping.Name) ?? []];

    /// <summary>Keys of which a mapping has exactly one.</summary>
    public IReadOnlyList<string> Alternatives { get; }

    /// <summary>The kinds that the key <c>kind</c> distinguishes, each with keys of its own.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>Whether a mapping has at least one of the keys.</summary>
    public bool IsNeverEmpty { get; }

    /// <summary>Whether a placeholder such as <c>{axis}</c> may stand for a value.</summary>
    public bool TakesPlaceholders { get; }

    /// <summary>What is declared under a name.</summary>
    public static KeyTable Of(string name) => Tables.GetOrAdd(name, _ => new KeyTable(name, (MappingNode)Declared.Find(name)!));

    /// <summary>The declaration of a key.</summary>
    /// <exception cref="ArgumentException">The mapping has no such key.</exception>
    public Key Find(string key) =>
        keys.GetValueOrDefault(key) ?? throw new ArgumentException($"'{key}' is not among the keys of {Name}.", nameof(key));

    private static Key Declare(string name, MappingNode node) =>
        new(name, Shape.From(node.Find("value")!), node.TextOf("meaning")!, node.TextOf("required"), node.TextOf("default"));

    private static MappingNode Parse()
    {
        using var reader = new StreamReader(typeof(KeyTable).Assembly.GetManifestResourceStream(File)!);
        var problems = new ProblemList(File);
        Node? root = NodeParser.Parse(reader.ReadToEnd(), "it declares keys", problems);
        return problems.Any ? throw new InvalidDataException(string.Join('\n', problems.InOrder())) : (MappingNode)root!;
    }
}
