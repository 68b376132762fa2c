using FrameworkBench.Datasets.Reading;
using YamlDotNet.RepresentationModel;

namespace FrameworkBench.Datasets.Catalog;

/// <summary>A YAML mapping whose keys are asked for one by one; what was never asked for is unknown.</summary>
internal sealed class CatalogNode(YamlMappingNode mapping, string path, ProblemList problems)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public bool Has(string key)
    {
        known.Add(key);
        return mapping.Children.ContainsKey(key);
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => Find(key) is { } node ? Text(node, key) : "";

    /// <summary>A node that must be a text.</summary>
    public string Text(YamlNode node, string key)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } value })
            return value.Trim();
        Problem(node, key, "expected a text");
        return "";
    }

    /// <summary>A SHA-256 that must be there.</summary>
    public string Checksum(string key) => Find(key) is { } node ? Checksum(node, key) : "";

    /// <summary>A node that must be a SHA-256.</summary>
    public string Checksum(YamlNode node, string key)
    {
        string text = Text(node, key);
        if (text.Length > 0 && (text.Length != 64 || !text.All(char.IsAsciiHexDigitLower)))
            Problem(node, key, $"'{text}' is not a SHA-256; expected 64 hexadecimal digits in lower case");
        return text;
    }

    /// <summary>A list of texts that must be there, none of them twice unless they may.</summary>
    public IReadOnlyList<string> Texts(string key, bool distinct = true) => Find(key) is { } node ? Texts(node, key, distinct) : [];

    /// <summary>A node that must be a list of texts, none of them twice unless they may.</summary>
    public IReadOnlyList<string> Texts(YamlNode node, string key, bool distinct = true)
    {
        if (node is not YamlSequenceNode sequence)
        {
            Problem(node, key, "expected a list, as in [a, b]");
            return [];
        }

        var texts = new List<string>();
        foreach (YamlNode item in sequence)
        {
            string text = Text(item, key);
            if (distinct && texts.Contains(text))
                Problem(item, key, $"duplicate '{text}'");
            texts.Add(text);
        }

        return texts;
    }

    /// <summary>The keys and values of a mapping that must be there.</summary>
    public IEnumerable<KeyValuePair<string, YamlNode>> Mapping(string key)
    {
        switch (Find(key))
        {
            case YamlMappingNode children:
                return children.Children.Select(item => KeyValuePair.Create(Text(item.Key, key), item.Value));
            case { } other:
                Problem(other, key, "expected keys and values");
                break;
        }

        return [];
    }

    /// <summary>Tells every key that nobody asked for.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (YamlScalarNode key in mapping.Children.Keys.OfType<YamlScalarNode>().Where(key => !known.Contains(key.Value!)))
            Problem(key, key.Value, $"not a key here; {ClosestName.Hint(key.Value!, known)}");
    }

    /// <summary>Adds a problem at a key, or at the whole mapping.</summary>
    public void Problem(string? key, string message) => Problem(key is not null && mapping.Children.TryGetValue(key, out YamlNode? node) ? node : mapping, key, message);

    private YamlNode? Find(string key)
    {
        if (Has(key))
            return mapping.Children[key];
        Problem(mapping, key, "this key is missing");
        return null;
    }

    private void Problem(YamlNode node, string? key, string message)
    {
        string place = string.Join('.', new[] { path, key }.Where(part => !string.IsNullOrEmpty(part)));
        problems.Add(place.Length == 0 ? message : $"{place}: {message}", (int)node.Start.Line);
    }
}
