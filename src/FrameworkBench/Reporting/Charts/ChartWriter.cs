namespace FrameworkBench.Reporting.Charts;

/// <summary>
/// Makes the SVG text of a chart. The same chart gives the same bytes. The picture names itself for screen readers,
/// follows the reader's light or dark setting, and needs nothing beyond itself.
/// </summary>
public static class ChartWriter
{
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
        return chart switch
        {
            LineChart lines => LineDrawing.Draw(lines, id),
            BarChart bars => BarDrawing.Draw(bars, id),
            ForestChart forest => ForestDrawing.Draw(forest, id),
            _ => throw new ArgumentException($"{chart.GetType().Name} is not a kind of chart that can be drawn.", nameof(chart)),
        };
    }
}
