using System.Text.Json;

namespace FrameworkBench.Engines.KerasNet;

/// <summary>Words of enumerations as the protocol writes them.</summary>
internal static class ProtocolWords
{
    /// <summary>The word of a value, such as <c>adamw</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
