using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol;

/// <summary>
/// How messages are written: snake_case names and words, one object a line, non-finite numbers as the strings "NaN", "Infinity" and
/// "-Infinity".
/// </summary>
public static class ProtocolJson
{
    /// <summary>The version of the protocol that this assembly speaks; an engine of another version is refused.</summary>
    public const int Version = 1;

    /// <summary>Options that read and write every message and every model.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>One message as one line of JSON, without its line end.</summary>
    public static string Write<T>(T message) => JsonSerializer.Serialize(message, Options);

    /// <summary>Reads one line.</summary>
    /// <exception cref="JsonException">The line is not a message of this type.</exception>
    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("The line says null.");

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = null,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            AllowOutOfOrderMetadataProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
