namespace FrameworkBench.Engines;

/// <summary>The last lines of an engine's standard error.</summary>
internal sealed class EngineLog
{
    private const int MaximumLines = 60;
    private const int MaximumLineLength = 2000;

    private readonly Queue<string> lines = new();

    /// <summary>Takes one line.</summary>
    public void Add(string line)
    {
        lock (lines)
        {
            lines.Enqueue(line.Length <= MaximumLineLength ? line : line[..MaximumLineLength] + " …");
            if (lines.Count > MaximumLines)
                lines.Dequeue();
        }
    }

    /// <summary>Starts anew, for the next trial.</summary>
    public void Clear()
    {
        lock (lines)
            lines.Clear();
    }

    /// <summary>The lines so far, or null when there are none.</summary>
    public string? Read()
    {
        lock (lines)
            return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
