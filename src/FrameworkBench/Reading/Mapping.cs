using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace FrameworkBench.Reading;

/// <summary>Keys and values that a file gives in one place. Making it notes every key that is not allowed there.</summary>
internal sealed class Mapping
{
    private readonly MappingNode node;
    private readonly string path;
    private readonly KeyTable table;
    private readonly ProblemList problems;

    public Mapping(MappingNode node, string path, KeyTable table, ProblemList problems)
    {
        (this.node, this.path, this.table, this.problems) = (node, path, table, problems);
        foreach (MappingEntry entry in node.Entries.Where(entry => !table.Names.Contains(entry.Key)))
        {
            string key = ScalarNode.Shorten(entry.Key), hint = problems.IsFull ? "" : ClosestName.Hint(entry.Key, table.Names);
            problems.Add(entry.Line, entry.Column, NodeParser.Join(path, key), $"'{key}' is not a key here; {hint}");
        }
    }

    public MappingNode Node => node;

    public string Path => path;

    /// <summary>The value of a key, or null when it is absent or says <c>null</c>; notes a key that must be there and is not.</summary>
    public Value? At(string name)
    {
        Key key = table.Find(name);
        Node? value = node.Find(name);
        if (value is not (null or ScalarNode { IsNull: true }))
            return new Value(value, NodeParser.Join(path, name), problems, key.Shape);
        if (key.Hint is not null)
            Miss(name, key.Hint);
        return null;
    }

    public string? Text(string key) => At(key)?.AsText();

    /// <summary>A flag, or what counts where the key is absent.</summary>
    public bool Flag(string key) => At(key)?.AsFlag() ?? table.Find(key).Default == "true";

    /// <summary>A whole number, or what counts where the key is absent.</summary>
    public int Whole(string key) => (int)Number(key);

    /// <summary>A number, or what counts where the key is absent.</summary>
    public double Number(string key) => At(key)?.AsNumber() ?? double.Parse(table.Find(key).Default!, CultureInfo.InvariantCulture);

    /// <summary>A word, or what counts where the key is absent.</summary>
    public T Word<T>(string key)
        where T : struct, Enum => At(key)?.AsWord<T>() ?? Words<T>.Find(table.Find(key).Default!)!.Value;

    /// <summary>The items of a list; none where the key is absent.</summary>
    public IReadOnlyList<Value> Items(string key) => At(key)?.AsItems() ?? [];

    /// <summary>
    /// Sets the properties of a new record after which keys of flags and numbers are named; an absent key leaves it as it is.
    /// </summary>
    public T Into<T>(T start, params IEnumerable<string> keys)
        where T : class
    {
        foreach (string key in keys)
        {
            PropertyInfo property = typeof(T).GetProperties().Single(one => JsonNamingPolicy.SnakeCaseLower.ConvertName(one.Name) == key);
            Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            object? read = type == typeof(bool) ? At(key)?.AsFlag() : At(key)?.AsNumber();
            if (read is not null)
                property.SetValue(start, Convert.ChangeType(read, type, CultureInfo.InvariantCulture));
        }

        return start;
    }

    /// <summary>Notes that a key is missing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hint">What to write: "an optimizer, such as adam".</param>
    public void Miss(string key, string hint) => Fail($"'{key}' is missing; give {hint}");

    /// <summary>Whether a key is present, be it <c>null</c>.</summary>
    public bool Says(string key) => node.Find(key) is not null;

    /// <summary>Notes a problem of the whole mapping.</summary>
    public void Fail(string message) => problems.Add(node, path.Length == 0 ? null : path, message);
}
