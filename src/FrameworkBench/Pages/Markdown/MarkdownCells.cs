using System.Text;

namespace FrameworkBench.Pages.Markdown;

/// <summary>Reads the lines of a table that <see cref="MarkdownTable"/> wrote.</summary>
internal static class MarkdownCells
{
    /// <summary>The cells of a line, as Markdown.</summary>
    internal static string[] Of(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (int i = 1; i < line.Length; i++)
        {
            if (line[i] == '|')
                Finish();
            else if (line[i] == '\\' && i + 1 < line.Length && line[++i] != '|')
                cell.Append('\\').Append(line[i]);
            else
                cell.Append(line[i]);
        }

        return [.. cells];

        void Finish()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }

    /// <summary>Whether a cell of the line below the headings makes its column flush right.</summary>
    internal static bool IsNumeric(string cell) => cell.EndsWith(':');
}
