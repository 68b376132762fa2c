namespace FrameworkBench.Experiments.Reading;

/// <summary>Keys and values that a file gives in one place. Making it notes every key that is not allowed there.</summary>
internal sealed class Mapping
{
    private readonly MappingNode node;
    private readonly string path;
    private readonly IReadOnlyList<string> keys;
    private readonly ProblemList problems;

    public Mapping(MappingNode node, string path, IReadOnlyList<string> keys, ProblemList problems)
    {
        (this.node, this.path, this.keys, this.problems) = (node, path, keys, problems);
        foreach (MappingEntry entry in node.Entries.Where(entry => !keys.Contains(entry.Key)))
            problems.Add(entry.Line, entry.Column, NodeParser.Join(path, entry.Key), $"'{entry.Key}' is not a key here; {Spelling.Hint(entry.Key, keys)}");
    }

    public MappingNode Node => node;

    public string Path => path;

    /// <summary>The value of a key, or null when the key is absent or says <c>null</c>.</summary>
    public Value? At(string key)
    {
        if (!keys.Contains(key))
            throw new ArgumentException($"'{key}' is read but not among the keys of this place.", nameof(key));
        MappingEntry? entry = node.Entries.FirstOrDefault(entry => entry.Key == key);
        return entry is null or { Value: ScalarNode { IsNull: true } } ? null : new Value(entry.Value, NodeParser.Join(path, key), problems);
    }

    /// <summary>The value of a key that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hint">What to write: "an optimizer, such as adam".</param>
    public Value? Required(string key, string hint)
    {
        Value? value = At(key);
        if (value is null)
            Fail($"'{key}' is missing; give {hint}");
        return value;
    }

    /// <summary>Whether a key is there, be it <c>null</c>.</summary>
    public bool Says(string key) => node.Entries.Any(entry => entry.Key == key);

    /// <summary>Notes a problem of the whole mapping.</summary>
    public void Fail(string message) => problems.Add(node, path.Length == 0 ? null : path, message);
}
