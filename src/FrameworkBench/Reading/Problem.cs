using System.Globalization;
using System.Text;

namespace FrameworkBench.Reading;

/// <summary>One thing that is wrong with a file, said so that whoever wrote it can put it right.</summary>
/// <param name="File">The file's path as it was given.</param>
/// <param name="Line">The line, counted from 1; null when it concerns the whole file.</param>
/// <param name="Column">The column, counted from 1, where only the place in the text is known, as for a syntax error.</param>
/// <param name="Key">The path of keys, such as <c>models.net.train.optimizer</c>; null when it concerns none.</param>
/// <param name="Message">What was found and what would be right.</param>
public sealed record Problem(string File, int? Line, int? Column, string? Key, string Message)
{
    /// <summary>The problem in one line: <c>path:line: key: message</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line is int line)
            text.Append(':').Append(line.ToString(CultureInfo.InvariantCulture));
        if (Column is int column)
            text.Append(':').Append(column.ToString(CultureInfo.InvariantCulture));
        text.Append(": ");
        if (Key is not null)
            text.Append(Key).Append(": ");
        return text.Append(Message).ToString();
    }
}
