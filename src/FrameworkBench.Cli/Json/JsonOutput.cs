using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Json;

/// <summary>Writes what a command found as one JSON document, as docs/command-line.md describes it.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions Reading =
        new(Options) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>The document's text.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a document that this program wrote to a file.</summary>
    /// <exception cref="JsonException">It is another one.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Reading) ?? throw new JsonException("it says null");

    /// <summary>Writes a document to standard output.</summary>
    public static void Write<T>(T value) => Terminal.Document.WriteLine(Of(value));

    /// <summary>A number, or null where JSON cannot write it.</summary>
    public static double? Number(double? value) => value is double number && double.IsFinite(number) ? number : null;
}
