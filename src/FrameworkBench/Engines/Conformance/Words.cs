using System.Text.Json;
using FrameworkBench.Protocol;

namespace FrameworkBench.Engines.Conformance;

/// <summary>The protocol's words.</summary>
internal static class Words
{
    /// <summary>The word of a value of an enumeration, such as <c>leaky_relu</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonSerializer.Serialize(value, ProtocolJson.Options).Trim('"');
}
