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
    // A message quotes what a file says; a terminal is to show it and not to obey it.
    private const int MostCharacters = 2000;

    /// <summary>The problem in one line: <c>path:line: key: message</c>. Control characters are replaced, and a long text is cut.</summary>
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
        text.Append(Message);
        if (text.Length > MostCharacters)
            text.Length = MostCharacters - 1;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
                text[i] = '\uFFFD';
        }

        return text.Length == MostCharacters - 1 ? text.Append('…').ToString() : text.ToString();
    }
}
