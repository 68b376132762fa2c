using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.FaultyEngine;

/// <summary>Passes requests on, and notes where the next predictions go.</summary>
/// <param name="real">Where requests come from.</param>
/// <param name="output">Told the file of predictions.</param>
/// <param name="fault">The fault of every fit.</param>
public sealed class FaultyInput(TextReader real, FaultyOutput output, Fault fault) : TextReader
{
    /// <inheritdoc/>
    public override string? ReadLine()
    {
        string? line = real.ReadLine();
        if (line is null && fault == Fault.Outlives)
            Thread.Sleep(Timeout.Infinite);
        if (line?.Contains("\"type\":\"fit\"", StringComparison.Ordinal) == true)
            Note(line);
        return line;
    }

    private void Note(string line)
    {
        try
        {
            output.Predictions = (ProtocolJson.Read<Request>(line) as FitRequest)?.Arrays.Predictions;
        }
        catch (System.Text.Json.JsonException)
        {
            // The host refuses it.
        }
    }
}
