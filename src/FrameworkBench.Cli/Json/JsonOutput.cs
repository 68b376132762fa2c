using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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

    /// <summary>The document's text.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Writes a document to standard output.</summary>
    public static void Write<T>(T value) => Console.Out.WriteLine(Of(value));

    /// <summary>A number, or null where JSON has no word for it.</summary>
    public static double? Number(double? value) => value is double number && double.IsFinite(number) ? number : null;
}
