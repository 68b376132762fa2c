using System.Text.Json;
using FrameworkBench.Protocol;

namespace FrameworkBench.Reading;

/// <summary>The words of an enumeration, which are those of the engine protocol: <c>leaky_relu</c>, <c>float32</c>.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord =
        Enum.GetValues<T>().ToDictionary(value => JsonSerializer.Serialize(value, ProtocolJson.Options).Trim('"'), StringComparer.Ordinal);

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyCollection<string> All => ByWord.Keys;

    /// <summary>The word of a value.</summary>
    public static string Of(T value) => ByWord.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;

    /// <summary>The value of a word, or null when there is no such word.</summary>
    public static T? Find(string word) => ByWord.TryGetValue(word, out T value) ? value : null;
}
