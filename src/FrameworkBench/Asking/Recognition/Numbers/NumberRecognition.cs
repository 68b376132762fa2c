using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition.Numbers;

/// <summary>Recognizes columns of numbers: plain ones, durations, and numbers with one unit.</summary>
internal static class NumberRecognition
{
    // Fewer different texts may be categories, of which a few have names and most have numbers.
    private const int FewTexts = 20;

    private const double Nearly = 0.95;

    /// <summary>Which decimal sign plain numbers have; null where they are none.</summary>
    /// <param name="scan">What the texts of the column have in common.</param>
    /// <param name="usual">The decimal sign of the other columns; it decides where the texts fit both.</param>
    public static NumberFormat? FormatOf(ColumnScan scan, NumberFormat usual) =>
        PlainFormatOf(scan, usual) is { } format && AreMost(scan, scan.Numbers(format)) ? format : null;

    /// <summary>The column where its texts are durations, or numbers with one unit; null where they are neither.</summary>
    public static UnderstoodColumn? OfDurationsOrUnits(string name, ColumnScan scan, NumberFormat usual)
    {
        int durations = scan.Numbers(NumberFormat.Duration);
        if (AreMost(scan, durations) && (scan.DurationsOfTwo == 0 || scan.DurationsOfTwo == durations))
            return Of(name, scan, NumberFormat.Duration);
        return scan.Units is { All.Count: 1, Usual: { } unit } && AreMost(scan, unit.Numbers(unit.FormatOf(usual)))
            ? Of(name, scan, unit.FormatOf(usual), unit) : null;
    }

    /// <summary>The column read as numbers, whatever most of its texts are.</summary>
    public static UnderstoodColumn As(string name, ColumnScan scan, NumberFormat usual)
    {
        NumberFormat plain = PlainFormatOf(scan, usual) ?? usual;
        UnitCount? unit = scan.Units.Usual;
        int durations = scan.Numbers(NumberFormat.Duration);
        if (unit is not null && unit.Rows > Math.Max(scan.Numbers(plain), durations))
            return Of(name, scan, unit.FormatOf(usual), unit);
        return Of(name, scan, durations > scan.Numbers(plain) ? NumberFormat.Duration : plain);
    }

    /// <summary>The column as plain numbers or durations, or with a unit.</summary>
    public static UnderstoodColumn Of(string name, ColumnScan scan, NumberFormat format, UnitCount? unit = null)
    {
        NumberMarks marks = unit?.MarksOf(format) ?? scan.MarksOf(format);
        var column = new UnderstoodColumn(name, ColumnReading.Number)
        {
            Format = format,
            Unit = unit?.Unit,
            HasThousands = marks.HasFlag(NumberMarks.Thousands),
            Distinct = scan.Distinct,
        };
        return column with { Notes = NumberNotes.Of(scan, column, marks) };
    }

    /// <summary>Why a column of texts with numbers is none of numbers, such as that units differ; null for no reason.</summary>
    public static string? WhyNot(string name, ColumnScan scan)
    {
        int durations = scan.Numbers(NumberFormat.Duration), ofTwo = scan.DurationsOfTwo;
        if (AreMost(scan, durations))
            return $"times of two parts in {Figures.Whole(ofTwo)}, of three in {Figures.Whole(durations - ofTwo)}; "
                + $"--as {ShellWord.Quote($"{name}=number")} reads all in seconds";
        UnitCount[] units = [.. scan.Units.All.OrderByDescending(unit => unit.Rows)];
        int without = Math.Max(scan.Numbers(NumberFormat.Point), scan.Numbers(NumberFormat.Comma));
        if (units.Length == 0 || !AreMost(scan, without + units.Sum(unit => unit.Rows)) || Array.Exists(units, unit => HasDigit(unit.Unit)))
            return null;
        return $"numbers in different units: {string.Join(", ", units.Select(unit => $"'{unit.Unit}' in {Figures.Whole(unit.Rows)}"))}"
            + (without == 0 ? "" : $", none in {Figures.Whole(without)}");
    }

    // Quarters and flats are no units.
    private static bool HasDigit(string unit) => unit.AsSpan().ContainsAnyInRange('0', '9');

    private static NumberFormat? PlainFormatOf(ColumnScan scan, NumberFormat usual) =>
        scan.Numbers(NumberFormat.Point) + scan.Numbers(NumberFormat.Comma) == 0 ? null
        : scan.PrefersComma ? NumberFormat.Comma
        : scan.PrefersPoint ? NumberFormat.Point : usual;

    // All are numbers; or so many are, and so different ones, that the few others can only be slips or words for missing.
    private static bool AreMost(ColumnScan scan, int numbers)
    {
        if (numbers == 0 || numbers == scan.Present)
            return numbers > 0;
        int words = scan.Counts.Where(text => MissingMarker.IsAmongNumbers(text.Key)).Sum(text => text.Value);
        return numbers + words == scan.Present || (numbers >= Nearly * scan.Present && scan.Distinct > FewTexts);
    }
}
