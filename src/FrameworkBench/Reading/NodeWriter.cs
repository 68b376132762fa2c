using System.Text;

namespace FrameworkBench.Reading;

/// <summary>Writes nodes as YAML that reads back as the same nodes.</summary>
internal static class NodeWriter
{
    /// <summary>A mapping, a line a key: block style down to a depth, flow style below it.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="depth">How many levels of mappings are indented rather than written in braces.</param>
    public static string InBlock(MappingNode mapping, int depth)
    {
        var text = new StringBuilder();
        Append(text, mapping, depth, 0);
        return text.ToString();
    }

    /// <summary>A node on one line.</summary>
    public static string InFlow(Node node) => node switch
    {
        ScalarNode { IsNull: true } => "null",
        ScalarNode scalar => scalar.Quoted || !IsPlain(scalar.Text) ? Quote(scalar.Text) : scalar.Text,
        SequenceNode sequence => $"[{string.Join(", ", sequence.Items.Select(InFlow))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{Key(entry)}: {InFlow(entry.Value)}"))}}}",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static void Append(StringBuilder text, MappingNode mapping, int depth, int indent)
    {
        foreach (MappingEntry entry in mapping.Entries)
        {
            text.Append(' ', indent).Append(Key(entry)).Append(':');
            if (depth > 1 && entry.Value is MappingNode { Entries.Count: > 0 } below)
            {
                text.Append('\n');
                Append(text, below, depth - 1, indent + 2);
            }
            else
            {
                text.Append(' ').Append(InFlow(entry.Value)).Append('\n');
            }
        }
    }

    private static string Key(MappingEntry entry) => IsPlain(entry.Key) ? entry.Key : Quote(entry.Key);

    // Whatever could mean something to YAML is quoted; what it takes for a number, a flag or a word stays as it is.
    private static bool IsPlain(string text) =>
        text.Length > 0
            && (char.IsAsciiLetterOrDigit(text[0]) || text[0] is '.' or '/' or '+' or '_'
            || (text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1])))
        && text.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '/' or '+' or '-' or '_');

    private static string Quote(string text)
    {
        string escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }
}
