using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition.Numbers;

/// <summary>What a reader should know of a column of numbers, a phrase each.</summary>
internal static class NumberNotes
{
    private const int ShownSlips = 3;

    /// <summary>How its numbers are written, how many are missing, and what is no number.</summary>
    /// <param name="scan">What the texts of the column have in common.</param>
    /// <param name="column">How they are read.</param>
    /// <param name="marks">What stands in the numbers besides digits.</param>
    public static IReadOnlyList<string> Of(ColumnScan scan, UnderstoodColumn column, NumberMarks marks) =>
    [
        .. column.Unit is { } unit ? [$"unit '{unit}'"] : column.Format == NumberFormat.Duration ? [Duration(scan)] : Array.Empty<string>(),
        .. Marks(scan, marks, scan.Numbers(column)),
        .. column.Unit is null && column.Format != NumberFormat.Duration ? Plain(scan, column.Format) : [],
        .. scan.Missing == 0 ? Array.Empty<string>() : [$"{Figures.Whole(scan.Missing)} missing"],
        .. Slips(scan, column),
    ];

    /// <summary>Two texts that are different but for leading zeros, such as '01' and '1'; null where there are none.</summary>
    public static string? SameButForZeros(ColumnScan scan) => !scan.Signs.ArePadded ? null : scan.Counts.Keys
        .Where(text => text.Length > 1 && text[0] == '0' && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        .Select(text => (Padded: text, Plain: text.TrimStart('0') is { Length: > 0 } rest ? rest : "0"))
        .Where(two => scan.Counts.ContainsKey(two.Plain))
        .Select(two => $"'{ColumnRecognition.Short(two.Padded)}' and '{ColumnRecognition.Short(two.Plain)}'").FirstOrDefault();

    private static IEnumerable<string> Marks(ColumnScan scan, NumberMarks marks, int numbers)
    {
        if (marks.HasFlag(NumberMarks.DecimalComma))
            yield return "decimal comma";
        if (marks.HasFlag(NumberMarks.Thousands))
            yield return "thousands separated";
        if (marks.HasFlag(NumberMarks.Currency))
            yield return Currencies(scan.Signs.Currencies);
        if (marks.HasFlag(NumberMarks.Percent))
            yield return Percents(scan.Signs, numbers);
    }

    private static IEnumerable<string> Plain(ColumnScan scan, NumberFormat format)
    {
        if (scan.Signs.AreTooLong)
            yield return "rounded: beyond 2^53, different whole numbers can be the same";
        if (SameButForZeros(scan) is { } two)
            yield return $"{two} are the same number";
        NumberMarks marks = scan.MarksOf(format);
        if (format == NumberFormat.Point && marks.HasFlag(NumberMarks.Thousands) && !marks.HasFlag(NumberMarks.Currency)
            && scan.Numbers(NumberFormat.Comma) == scan.Numbers(NumberFormat.Point)
            && scan.MarksOf(NumberFormat.Comma).HasFlag(NumberMarks.DecimalComma))
            yield return "commas could be decimal signs";
    }

    private static string Duration(ColumnScan scan)
    {
        const string noted = "duration or time of day";
        string text = scan.Counts.Keys.FirstOrDefault(one => DurationText.TryParse(one, out _, out _), "");
        return DurationText.TryParse(text, out double value, out _) ? $"{noted}: '{text}' is read as {Figures.Number(value)}" : noted;
    }

    private static IEnumerable<string> Slips(ColumnScan scan, UnderstoodColumn column)
    {
        if (scan.Present - scan.Numbers(column) is not (> 0 and var slips))
            yield break;
        string[] shown =
        [
            .. scan.Counts.Keys.Union(scan.Slips)
                .Where(text => !NumberText.TryParse(text, column.Format, column.Unit, out _, out _)).Take(ShownSlips)
                .Select(text => $"'{ColumnRecognition.Short(text)}'"),
        ];
        yield return $"{Counting.Of(slips, "text")} read as missing{(shown.Length == 0 ? "" : $": {string.Join(", ", shown)}")}";
    }

    private static string Currencies(IReadOnlyDictionary<string, int> rows) => rows.Count < 2 ? "currency"
        : $"{rows.Count} currencies, not converted: "
            + string.Join(", ", rows.OrderByDescending(one => one.Value).Select(one => $"{one.Key} in {Figures.Whole(one.Value)}"));

    // Where only some have the sign, the others may be fractions, a hundredth of them.
    private static string Percents(NumberSigns signs, int numbers) => signs.Percents == numbers ? "percent"
        : $"percent sign in {Figures.Whole(signs.Percents)} of {Figures.Whole(numbers)}: '{signs.FirstPercent.Text}' is read as "
            + $"{Figures.Number(signs.FirstPercent.Number)}, numbers without the sign as they are";
}
