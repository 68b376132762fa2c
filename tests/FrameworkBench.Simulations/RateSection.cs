namespace FrameworkBench.Simulations;

/// <summary>
/// The tables of error rates in a document, between two marks. A row is known by its first two cells, so that some can be made anew.
/// </summary>
internal static class RateSection
{
    private const string Start = "<!-- error rates: made by tests/FrameworkBench.Simulations -->", End = "<!-- end of error rates -->";

    /// <summary>The document with rows put in the place of those they replace; rows of situations that are gone go too.</summary>
    /// <param name="text">The document.</param>
    /// <param name="keys">All rows there should be, in order: of error rates, detections, results that are compared, and answers.</param>
    /// <param name="made">Rows made anew by their keys.</param>
    public static string Replace(
        string text,
        (IReadOnlyList<string> Rates, IReadOnlyList<string> Detections, IReadOnlyList<string> Reruns, IReadOnlyList<string> Answers) keys,
        IReadOnlyDictionary<string, string> made)
    {
        (int start, int end) = Place(text);
        IReadOnlyDictionary<string, string> known = Rows(text);
        string[] lines =
        [
            "| kind | world | runs | holds | does not hold | wrong | upper 95 % bound | at most 5 % |",
            "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |",
            .. RowsOf(keys.Rates),
            "",
            "| kind | sizes | runs | power at twice the margin of 0.01 | effect | least effect seen with 80 % |",
            "| --- | --- | ---: | ---: | --- | ---: |",
            .. RowsOf(keys.Detections),
            "",
            "| command | pairs of results | pairs | reported | 95 % interval | required |",
            "| --- | --- | ---: | ---: | ---: | --- |",
            .. RowsOf(keys.Reruns),
            "",
            "| command | population, and rows of the table | tables "
                + "| 90 % intervals that hold the score on 50,000 fresh rows | 95 % interval |",
            "| --- | --- | ---: | ---: | ---: |",
            .. RowsOf(keys.Answers),
        ];
        return $"{text[..start]}\n{string.Join('\n', lines)}\n{text[end..]}";

        IEnumerable<string> RowsOf(IReadOnlyList<string> all) =>
            all.Select(key => made.GetValueOrDefault(key) ?? known.GetValueOrDefault(key)).OfType<string>();
    }

    /// <summary>The rows of a document by their keys.</summary>
    public static IReadOnlyDictionary<string, string> Rows(string text)
    {
        (int start, int end) = Place(text);
        return text[start..end].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .ToDictionary(KeyOf, StringComparer.Ordinal);
    }

    private static string KeyOf(string row) => string.Join(" | ", row.Split('|', StringSplitOptions.TrimEntries)[1..3]);

    private static (int Start, int End) Place(string text)
    {
        int start = text.IndexOf(Start, StringComparison.Ordinal), end = text.IndexOf(End, StringComparison.Ordinal);
        return start >= 0 && end > start
            ? (start + Start.Length, end)
            : throw new InvalidDataException($"The document lacks the marks '{Start}' and '{End}'.");
    }
}
