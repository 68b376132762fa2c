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

    /// <summary>The rows of the first table below a heading of a page, its headings first; none where there is no such table.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="heading">The heading with its marks.</param>
    internal static IReadOnlyList<string[]> Below(string page, string heading)
    {
        string[][] rows =
        [
            .. page.Split('\n').SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#'))
                .SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Select(Of),
        ];
        return rows.Length < 2 ? [] : [rows[0], .. rows[2..]];
    }
}
