using System.Text.Json;

namespace FrameworkBench.Verification;

/// <summary>An entry of <c>claims.json</c>: the text of each of its members by name.</summary>
/// <param name="Line">The line on which it begins; null when the file is not written as the harness writes it.</param>
/// <param name="Members">Numbers and words as they are written; those of an object inside it as <c>test.value</c>.</param>
internal sealed record ClaimEntry(int? Line, IReadOnlyDictionary<string, string> Members)
{
    private const string Start = "  {";

    /// <summary>What identifies an entry.</summary>
    internal string Name =>
        $"{this["experiment"]}/{this["id"]}{(Members.TryGetValue("dataset", out string? dataset) ? $" ({dataset})" : "")} by "
            + $"{this["engine"]}";

    /// <summary>A member's text; "none" when it is absent.</summary>
    internal string this[string member] => Members.GetValueOrDefault(member, "none");

    /// <summary>Reads the entries of a text.</summary>
    /// <exception cref="JsonException">It is not a list of objects.</exception>
    internal static IReadOnlyList<ClaimEntry> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Array
            || document.RootElement.EnumerateArray().Any(entry => entry.ValueKind != JsonValueKind.Object))
            throw new JsonException("not a list of verdicts");
        int[] lines = [.. text.Split('\n').Index().Where(line => line.Item == Start).Select(line => line.Index + 1)];
        JsonElement[] entries = [.. document.RootElement.EnumerateArray()];
        return [.. entries.Select((entry, i) => new ClaimEntry(lines.Length == entries.Length ? lines[i] : null, MembersOf(entry)))];
    }

    private static Dictionary<string, string> MembersOf(JsonElement entry)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(entry, "");
        return members;

        static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

        void Add(JsonElement parent, string prefix)
        {
            foreach (JsonProperty member in parent.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.Object)
                    Add(member.Value, $"{prefix}{member.Name}.");
                else
                    members[prefix + member.Name] = Text(member.Value);
            }
        }
    }
}
