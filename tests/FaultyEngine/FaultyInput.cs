using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.FaultyEngine;

/// <summary>Passes requests on, and notes where the next predictions go.</summary>
/// <param name="real">Where requests come from.</param>
/// <param name="output">Told the file of predictions.</param>
/// <param name="fault">The fault of every fit.</param>
public sealed class FaultyInput(TextReader real, FaultyOutput output, Fault fault) : TextReader
{
    private int requests;

    /// <inheritdoc/>
    public override string? ReadLine()
    {
        if (fault == Fault.StopsReading && requests++ > 0)
            Thread.Sleep(Timeout.Infinite);
        string? line = real.ReadLine();
        if (line is null && fault == Fault.Outlives)
            Thread.Sleep(Timeout.Infinite);
        if (line?.Contains("\"type\":\"fit\"", StringComparison.Ordinal) == true)
            Note(line);
        return line;
    }

    // Another label for every row.
    private static void Change(string path)
    {
        NpyArray targets = NpyFile.Read(path);
        File.SetAttributes(path, FileAttributes.Normal);
        NpyFile.Write(path, NpyArray.Vector(new int[targets.Rows]));
    }

    private void Note(string line)
    {
        try
        {
            ArrayFiles? arrays = (ProtocolJson.Read<Request>(line) as FitRequest)?.Arrays;
            output.Predictions = arrays?.Predictions;
            if (fault == Fault.ChangesInput && arrays is not null)
                Change(arrays.TrainY);
        }
        catch (System.Text.Json.JsonException)
        {
            // The host refuses it.
        }
    }
}
