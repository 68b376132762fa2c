namespace FrameworkBench.Reading;

/// <summary>Keys and values, in the order of the file.</summary>
internal sealed record MappingNode(int Line, int Column, IReadOnlyList<MappingEntry> Entries) : Node(Line, Column)
{
    /// <inheritdoc/>
    public override long Size() => Overhead + Entries.Sum(entry => entry.Key.Length + entry.Value.Size());

    /// <summary>The value of a key, or null when it is absent.</summary>
    public Node? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>The text of a key, or null when it is absent or no single value.</summary>
    public string? TextOf(string key) => (Find(key) as ScalarNode)?.Text;

    /// <summary>The texts of a key's list; none when it is absent.</summary>
    public IReadOnlyList<string> TextsOf(string key) =>
        [.. (Find(key) as SequenceNode)?.Items.Cast<ScalarNode>().Select(item => item.Text) ?? []];

    /// <summary>This mapping with the value at a path of keys set; mappings on the way are made where they are missing.</summary>
    public MappingNode With(ReadOnlySpan<string> path, Node value)
    {
        string key = path[0];
        MappingEntry? there = Entries.FirstOrDefault(entry => entry.Key == key);
        Node below = path.Length == 1
            ? value : (there?.Value as MappingNode ?? new MappingNode(value.Line, value.Column, [])).With(path[1..], value);
        var written = new MappingEntry(key, value.Line, value.Column, below);
        return this with
        {
            Entries = there is null
                ? [.. Entries, written] : [.. Entries.Select(entry => entry == there ? entry with { Value = below } : entry)],
        };
    }

    /// <summary>This mapping without some keys.</summary>
    public MappingNode Without(params IReadOnlyCollection<string> keys) => this with
    {
        Entries = [.. Entries.Where(entry => !keys.Contains(entry.Key))],
    };
}
