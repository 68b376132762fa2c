using System.Text;

namespace FrameworkBench.Pages.Markdown;

/// <summary>A table. Headings and cells are Markdown; bars and line breaks in them are taken care of here.</summary>
/// <param name="headings">One a column; a heading that starts with <c>&gt;</c> makes its column flush right, for numbers.</param>
internal sealed class MarkdownTable(params IReadOnlyList<string> headings)
{
    private readonly List<string[]> rows = [];

    /// <summary>The number of rows.</summary>
    internal int Rows => rows.Count;

    /// <summary>Adds a row; cells that are not given stay empty.</summary>
    /// <exception cref="ArgumentException">There are more cells than columns.</exception>
    internal void Add(params IReadOnlyList<string> cells)
    {
        if (cells.Count > headings.Count)
            throw new ArgumentException($"{cells.Count} cells for {headings.Count} columns.", nameof(cells));
        rows.Add([.. cells, .. Enumerable.Repeat("", headings.Count - cells.Count)]);
    }

    /// <summary>The table's lines, each with its end.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        AddLine(text, headings.Select(heading => heading.TrimStart('>')));
        AddLine(text, headings.Select(heading => heading.StartsWith('>') ? "---:" : "---"));
        foreach (string[] row in rows)
            AddLine(text, row);
        return text.ToString();
    }

    private static void AddLine(StringBuilder text, IEnumerable<string> cells)
    {
        text.Append('|');
        foreach (string cell in cells)
            text.Append(cell.Length == 0 ? " " : $" {MarkdownText.Cell(cell)} ").Append('|');
        text.Append('\n');
    }
}
