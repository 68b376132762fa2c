using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkBench.Reading;

/// <summary>Reads every text of a JSON document from an engine or a file as <see cref="VisibleText"/>.</summary>
internal sealed class VisibleTextConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? VisibleText.Of(reader.GetString()!) : throw new JsonException($"{reader.TokenType} in place of a text.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        VisibleText.Of(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
