using System.Text.Json;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;

namespace FrameworkBench.Engines.Processes;

/// <summary>Reads the lines that an engine writes.</summary>
internal static class ReplyText
{
    private const int ShownLength = 120;

    // No member of a reply is null unless the protocol says that it may be, and no text of one steers a terminal.
    private static readonly JsonSerializerOptions Options =
        new(ProtocolJson.Options) { RespectNullableAnnotations = true, Converters = { new VisibleTextConverter() } };

    /// <summary>The reply of a line.</summary>
    /// <exception cref="EngineException">It is none; the message shows its beginning and the place of what is wrong.</exception>
    public static Reply Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Reply>(line, Options) ?? throw new JsonException("The line says null.");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            string shown = VisibleText.Of(line.Length <= ShownLength ? line : line[..ShownLength] + " …");
            string place = error is JsonException { Path: { } path and not "$" } ? $" (at {path})" : "";
            throw new EngineException($"the engine wrote a line that is not a reply: {shown}{place}", error);
        }
    }
}
