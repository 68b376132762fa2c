using System.Text;
using FrameworkBench.Reading;

namespace FrameworkBench.Engines.Processes;

/// <summary>
/// The first and last lines of an engine's standard error, and how much there was. What it keeps is bounded, however much the engine
/// writes and however long its lines are, and steers no terminal.
/// </summary>
internal sealed class EngineLog
{
    private const int HeadLines = 20;
    private const int TailLines = 40;
    private const int MaximumLineLength = 2000;

    private readonly Lock access = new();
    private readonly List<string> head = [];
    private readonly Queue<string> tail = new();
    private readonly StringBuilder current = new();
    private long currentLength, omitted, written;

    /// <summary>Characters since the last trial began.</summary>
    public long Written => Interlocked.Read(ref written);

    /// <summary>Takes what was written, in pieces of any length.</summary>
    public void Write(ReadOnlySpan<char> piece)
    {
        lock (access)
        {
            written += piece.Length;
            for (int end = piece.IndexOf('\n'); end >= 0; end = piece.IndexOf('\n'))
            {
                Append(piece[..end]);
                EndLine();
                piece = piece[(end + 1)..];
            }

            Append(piece);
        }
    }

    /// <summary>Starts anew, for the next trial.</summary>
    public void Clear()
    {
        lock (access)
        {
            head.Clear();
            tail.Clear();
            current.Clear();
            (currentLength, omitted, written) = (0, 0, 0);
        }
    }

    /// <summary>The lines so far, or null when there are none.</summary>
    public string? Read()
    {
        lock (access)
        {
            string[] gap = omitted == 0 ? [] : [$"… ({omitted} lines omitted)"];
            string[] unended = currentLength == 0 ? [] : [Shown()];
            string[] lines = [.. head, .. gap, .. tail, .. unended];
            return lines.Length == 0 ? null : string.Join('\n', lines);
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        current.Append(text[..Math.Min(text.Length, MaximumLineLength - current.Length)]);
        currentLength += text.Length;
    }

    private void EndLine()
    {
        string line = Shown();
        current.Clear();
        currentLength = 0;
        if (head.Count < HeadLines)
        {
            head.Add(line);
            return;
        }

        tail.Enqueue(line);
        if (tail.Count > TailLines)
        {
            tail.Dequeue();
            omitted++;
        }
    }

    private string Shown()
    {
        string line = VisibleText.Of(current.ToString().TrimEnd('\r'));
        return currentLength <= MaximumLineLength ? line : line + " …";
    }
}
