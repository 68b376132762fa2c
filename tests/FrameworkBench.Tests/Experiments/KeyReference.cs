using System.Globalization;
using System.Text;
using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Makes the tables of keys of docs/experiments.md from the declared keys.</summary>
internal static class KeyReference
{
    private const string ByProfile = "_by_profile";

    /// <summary>What the page has a part about; the mappings of profiles are alike and explained once.</summary>
    public static IEnumerable<string> Parts => KeyTable.All.Where(name => !name.EndsWith(ByProfile, StringComparison.Ordinal));

    /// <summary>The part about a mapping, or about a value that is one of several things.</summary>
    public static string Part(string name)
    {
        var table = KeyTable.Of(name);
        Key[] keys = [.. table.Keys.Except(KeyTable.Of("model").Kinds.Contains(name) ? KeyTable.Of("model").Keys : [])];
        string body = table.Value is not null ? $"It is {Said(table.Value)}.\n"
            : keys.Length == 0 ? "It has the keys of any model.\n"
            : Table(keys);
        return $"#### `{name}`\n\n{table.Description}\n\n{body}";
    }

    private static string Table(Key[] keys)
    {
        var text = new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
        foreach (Key key in keys)
        {
            string usual = key.Hint is not null ? "required" : key.Default is null ? "" : $"`{key.Default}`";
            text.Append(CultureInfo.InvariantCulture, $"| `{key.Name}` | {Said(key.Shape)} | {usual} | {key.Meaning} |\n");
        }

        return text.ToString();
    }

    private static string Said(Shape shape) => shape switch
    {
        Shape.Text => "text",
        Shape.Flag => "`true` or `false`",
        Shape.Null => "`null`",
        Shape.Anything => "any value",
        Shape.Number number => number.Range.Said,
        Shape.Words words => string.Join(", ", words.All.Select(word => $"`{word}`")),
        Shape.Known known => known.Noun,
        Shape.List { Item: Shape.Either either } => $"list of ({Said(either)})",
        Shape.List list => $"list of {Said(list.Item)}",
        Shape.Of table when table.Name.EndsWith(ByProfile, StringComparison.Ordinal) => "[one per profile](#profiles)",
        Shape.Of table => $"[`{table.Name}`](#{table.Name})",
        Shape.Named named => $"mapping from names to {Said(named.Each)}",
        Shape.Either either => string.Join(", or ", either.All.Select(Said)),
        _ => throw new InvalidOperationException(shape.GetType().Name),
    };
}
