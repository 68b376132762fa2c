namespace FrameworkBench.Charts;

/// <summary>
/// Makes the SVG text of a chart. The same chart gives the same bytes. The picture names itself for screen readers,
/// follows the reader's light or dark setting, and needs nothing beyond itself.
/// </summary>
public static class ChartWriter
{
    /// <summary>The number of looks: colours with their dashes, markers and patterns. A look beyond begins again.</summary>
    public static int Looks => Palette.Count;

    private const double Margin = 20;
    private const double BottomMargin = 16;

    /// <summary>Writes a chart.</summary>
    /// <param name="chart">What is to be seen.</param>
    /// <param name="id">
    /// The id of the root element and the beginning of all others: unique among the pictures of a page; a letter, then
    /// letters, digits, '-' or '_'.
    /// </param>
    /// <returns>An SVG document without XML declaration, ready for a file or to stand inside an HTML page.</returns>
    /// <exception cref="ArgumentException">An id that is none, or a chart that contradicts itself.</exception>
    public static string Write(Chart chart, string id)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length == 0 || !char.IsAsciiLetter(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException($"'{id}' is not an id: a letter, then letters, digits, '-' or '_'.", nameof(id));

        var svg = new Svg(id);
        var drawing = Drawing.Of(chart);
        var frame = new Frame(Margin, 12, chart.Width - (2 * Margin));
        double below = Header.Draw(svg, chart, frame);
        below = Legend.Draw(svg, drawing.Legend, frame with { Top = below + 12 });
        below = drawing.Body(svg, frame with { Top = below });
        return svg.Finish(chart.Width, below + BottomMargin, chart.Title, drawing.Description);
    }
}
