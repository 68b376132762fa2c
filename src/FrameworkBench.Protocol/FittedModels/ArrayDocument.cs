using System.Text;
using System.Text.Json;
using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.FittedModels;

/// <summary>
/// A document with arrays in one file: JSON, in which a number stands for each array, and the arrays beside it. The file is a
/// <see cref="TensorFile"/>.
/// </summary>
public static class ArrayDocument
{
    private const int MostDepth = 64;

    /// <summary>Writes a document; the same one gives the same bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="format">What the document is, and in which version.</param>
    /// <param name="document">The document.</param>
    public static void Write<T>(Stream stream, string format, T document)
    {
        var arrays = new List<NpyArray>();
        string json = JsonSerializer.Serialize(document, Options(arrays));
        TensorFile.Write(stream, format, json, arrays);
    }

    /// <summary>Reads a document.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="format">What the document must be.</param>
    /// <exception cref="InvalidDataException">It is none, another one, or altered; the message says what was found.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> file, string format)
    {
        (string found, string json, IReadOnlyList<NpyArray> arrays) = TensorFile.Read(file);
        if (found != format)
            throw new InvalidDataException($"it holds '{Shortened(found)}', expected '{format}'.");
        try
        {
            if (HasNullInList(json))
                throw new JsonException("a list holds null");
            return JsonSerializer.Deserialize<T>(json, Options([.. arrays])) ?? throw new InvalidDataException("it says null.");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"its description is not that of a {format}: {Shortened(error.Message)}", error);
        }
    }

    // The serializer refuses null members, but not null elements.
    private static bool HasNullInList(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = MostDepth });
        var isList = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                isList.Push(reader.TokenType == JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
                isList.Pop();
            else if (reader.TokenType == JsonTokenType.Null && isList.TryPeek(out bool within) && within)
                return true;
        }

        return false;
    }

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + " …";

    private static JsonSerializerOptions Options(List<NpyArray> arrays) => new(ProtocolJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new ArrayNumberConverter(arrays) },
    };
}
