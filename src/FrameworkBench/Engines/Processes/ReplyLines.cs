using System.Text;
using System.Threading.Channels;

namespace FrameworkBench.Engines.Processes;

/// <summary>
/// The lines of an engine's standard output. A few wait at most, and none is longer than <see cref="LongestLine"/>: an engine that
/// writes faster than it is heard waits, and one that writes a line without end is not heard any more.
/// </summary>
internal sealed class ReplyLines
{
    /// <summary>Characters of a line, at most.</summary>
    public const int LongestLine = 32 << 20;

    private const int ShownOfUnended = 120;

    private readonly Channel<string> lines = Channel.CreateBounded<string>(new BoundedChannelOptions(4) { SingleReader = true });
    private readonly StringBuilder current = new();

    /// <summary>The lines as they come; they end with the output, or where it is no longer heard.</summary>
    public ChannelReader<string> Reader => lines.Reader;

    /// <summary>Why the lines ended other than at the end of one; null when they did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads to the end.</summary>
    public async Task ReadAsync(TextReader output)
    {
        char[] buffer = new char[1 << 14];
        try
        {
            int read;
            while (Problem is null && (read = await output.ReadAsync(buffer).ConfigureAwait(false)) > 0)
                await TakeAsync(buffer.AsMemory(0, read)).ConfigureAwait(false);
            if (Problem is null && current.Length > 0)
                Problem = $"the engine's output ended within a line: {current.ToString(0, Math.Min(current.Length, ShownOfUnended))}";
        }
        catch (Exception error) when (error is ChannelClosedException or IOException or ObjectDisposedException)
        {
            // Nobody listens any more, or the process and its pipe are gone.
        }

        current.Clear().Capacity = 0;
        Close();
    }

    /// <summary>Takes no further line.</summary>
    public void Close() => lines.Writer.TryComplete();

    private async Task TakeAsync(ReadOnlyMemory<char> piece)
    {
        for (int end = piece.Span.IndexOf('\n'); end >= 0; end = piece.Span.IndexOf('\n'))
        {
            string line = current.Append(piece[..end]).ToString();
            current.Clear();
            piece = piece[(end + 1)..];
            if (!string.IsNullOrWhiteSpace(line))
                await lines.Writer.WriteAsync(line).ConfigureAwait(false);
        }

        current.Append(piece);
        if (current.Length > LongestLine)
            Problem = $"the engine wrote a line of more than {LongestLine >> 20} MB";
    }
}
