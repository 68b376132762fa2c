using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>
/// Resolves <c>like</c>: a model that is like another takes over what it does not say itself. Mappings are merged key by
/// key at every depth, anything else is replaced; <c>null</c> takes an inherited key away.
/// </summary>
internal sealed class Inheritance(IReadOnlyDictionary<string, MappingNode> models, string path, ProblemList problems)
{
    private const string Like = "like";

    /// <summary>Mappings whose keys are alternatives, so that they are replaced as a whole.</summary>
    private static readonly string[] Whole = ["init", "inputs", "seeds"];

    private readonly Dictionary<string, MappingNode> resolved = new(StringComparer.Ordinal);

    /// <summary>A model with everything that it inherits.</summary>
    public MappingNode Resolve(string name) => Resolve(name, []);

    /// <summary>The models that a model inherits from, the nearest first; it must have been resolved.</summary>
    public IEnumerable<string> AncestorsOf(string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { name };
        while (models[name].Find(Like) is ScalarNode { Text: var parent } && models.ContainsKey(parent) && seen.Add(parent))
            yield return name = parent;
    }

    /// <summary>The keys of a mapping, with those of another put over them: the way in which an heir takes over from its parent.</summary>
    public static MappingNode Merge(MappingNode parent, MappingNode own)
    {
        var entries = new List<MappingEntry>();
        ILookup<string, MappingEntry> all = own.Entries.ToLookup(entry => entry.Key, StringComparer.Ordinal);
        foreach (MappingEntry inherited in parent.Entries)
        {
            MappingEntry? said = all[inherited.Key].FirstOrDefault();
            entries.Add(said switch
            {
                null => inherited,
                { Value: MappingNode below } when inherited.Value is MappingNode above && !Whole.Contains(said.Key)
                    => said with { Value = Merge(above, below) },
                _ => said,
            });
        }

        HashSet<string> inheritedKeys = [.. parent.Entries.Select(entry => entry.Key)];
        entries.AddRange(own.Entries.Where(entry => !inheritedKeys.Contains(entry.Key)));
        return own with { Entries = entries };
    }

    private MappingNode Resolve(string name, IReadOnlyList<string> heirs)
    {
        if (resolved.TryGetValue(name, out MappingNode? known))
            return known;
        MappingNode own = models[name];
        MappingNode whole = Parent(name, own, heirs) is { } parent ? Merge(Resolve(parent, [.. heirs, name]).Without(Like), own) : own;
        return resolved[name] = whole;
    }

    private string? Parent(string name, MappingNode own, IReadOnlyList<string> heirs)
    {
        if (own.Entries.FirstOrDefault(entry => entry.Key == Like) is not { Value: var node })
            return null;
        var value = new Value(node, NodeParser.Join(NodeParser.Join(path, name), Like), problems);
        if (value.AsName("a model of this experiment", [.. models.Keys]) is not { } parent)
            return null;
        if (parent != name && !heirs.Contains(parent))
            return parent;
        value.Fail($"the models inherit in a circle: {string.Join(" like ", [.. heirs.SkipWhile(heir => heir != parent), name, parent])}");
        return null;
    }
}
