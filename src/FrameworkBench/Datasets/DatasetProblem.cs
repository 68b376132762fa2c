using System.Globalization;
using System.Text;

namespace FrameworkBench.Datasets;

/// <summary>One thing that is wrong with a data set, said so that whoever made the file can put it right.</summary>
/// <param name="Source">The file's path, or the data set's name.</param>
/// <param name="Line">The line in the file, counted from 1; null when it concerns the whole file.</param>
/// <param name="Column">The column's name; null when it concerns no single one.</param>
/// <param name="Message">What was found and what would be right.</param>
public sealed record DatasetProblem(string Source, int? Line, string? Column, string Message)
{
    /// <summary>The problem in one line: <c>path:line: column 'x': message</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Source);
        if (Line is int line)
            text.Append(':').Append(line.ToString(CultureInfo.InvariantCulture));
        text.Append(": ");
        if (Column is not null)
            text.Append("column '").Append(Column).Append("': ");
        return text.Append(Message).ToString();
    }
}
