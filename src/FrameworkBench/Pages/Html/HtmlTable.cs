namespace FrameworkBench.Pages.Html;

/// <summary>Tables, which scroll where a screen is too narrow for them.</summary>
internal static class HtmlTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="html">Where it is written.</param>
    /// <param name="headings">The headings, as HTML.</param>
    /// <param name="areNumbers">Which columns are flush right.</param>
    /// <param name="rows">The cells, as HTML.</param>
    internal static void Write(
        HtmlWriter html, IReadOnlyList<string> headings, IReadOnlyList<bool> areNumbers, IEnumerable<IEnumerable<string>> rows) =>
        html.Block(
            "div", div => div.Block("table", table =>
            {
                if (headings.Any(heading => heading.Length > 0))
                    table.Inline("thead", head => Row(head, headings, "th", "col", areNumbers)).Markup("\n");
                table.Block("tbody", body =>
                {
                    foreach (IEnumerable<string> row in rows)
                        Row(body, row, "td", null, areNumbers).Markup("\n");
                });
            }), ("class", "scroll"));

    private static HtmlWriter Row(HtmlWriter html, IEnumerable<string> cells, string tag, string? scope, IReadOnlyList<bool> areNumbers) =>
        html.Inline("tr", row =>
        {
            foreach ((int column, string cell) in cells.Index())
                row.Inline(
                    tag, inner => inner.Markup(cell), ("scope", scope),
                    ("class", areNumbers.ElementAtOrDefault(column) ? "number" : null));
        });
}
