namespace FrameworkBench.Charts;

/// <summary>Says below a picture why values are missing in it, where there is room for words.</summary>
internal static class MissingValues
{
    private const int MostNamed = 6;

    /// <summary>A sentence a reason: "– not supported: one tree (xgboost, lightgbm)."</summary>
    /// <param name="missing">Why, and of what, by what: a category and a series, or a row and a column.</param>
    internal static IEnumerable<string> Notes(IEnumerable<(string Reason, string Of, string By)> missing)
    {
        foreach (
            IGrouping<string, (string Reason, string Of, string By)> alike in missing.GroupBy(one => one.Reason, StringComparer.Ordinal))
        {
            string[] named =
                [.. alike.GroupBy(one => one.Of, StringComparer.Ordinal)
                    .Select(one => $"{one.Key} ({string.Join(", ", one.Select(value => value.By))})")];
            yield return $"– {alike.Key}: "
                + string.Join("; ", named.Take(MostNamed)) + (named.Length > MostNamed ? $"; and {named.Length - MostNamed} more." : ".");
        }
    }

    /// <summary>Writes the sentences.</summary>
    /// <returns>The y below them.</returns>
    internal static double Write(Svg svg, Frame frame, IEnumerable<(string Reason, string Of, string By)> missing)
    {
        double y = frame.Top;
        foreach (string line in Notes(missing).SelectMany(note => TextWidth.Wrap(note, frame.Width, 11)))
            svg.Text(frame.Left, y += 15, line, "n");
        return y;
    }
}
