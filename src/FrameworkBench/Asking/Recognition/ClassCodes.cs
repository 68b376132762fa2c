using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Asking.Recognition;

/// <summary>
/// Tells whole numbers that stand for classes, such as 0 and 1, from those that count or measure. Codes are few, close to each other, and
/// each has several rows; weights in kilograms, doses in steps of 50 and grades from 1 to 15 are not.
/// </summary>
internal static class ClassCodes
{
    private const int Most = 10;
    private const int FewestRowsOfCode = 5;

    // One of so few may be a rare class; of more numbers, rare ones are the tail of a count.
    private const int Few = 3;

    // Up to so many different numbers a user may have meant classes all the same.
    private const int MostPossible = 20;

    /// <summary>Whether the numbers of a target are likely to be codes of classes.</summary>
    public static bool Are(ColumnScan scan, NumberFormat format)
    {
        if (!scan.OnlyWholeNumbers || scan.Distinct > MostPossible)
            return scan.Distinct == 2 && !scan.HasPlainNumbers;
        (double Number, int Rows)[] codes = CodesOf(scan, format);
        return codes.Length <= 2
            || (AreClose(codes) && (codes.Length <= Few || (codes.Length <= Most && codes.All(code => code.Rows >= FewestRowsOfCode))));
    }

    /// <summary>Whether they may be codes, although they are taken for values.</summary>
    public static bool MayBe(ColumnScan scan) =>
        scan.OnlyWholeNumbers && scan.Distinct is > 2 and <= MostPossible && 2 * scan.Distinct <= scan.Present;

    // A code or two may be unused, as 6 is in 1, 2, 3, 4, 5 and 7.
    private static bool AreClose((double Number, int Rows)[] codes) =>
        codes.Max(code => code.Number) - codes.Min(code => code.Number) < 2 * codes.Length;

    // The same number in two notations, such as 1 and 1.0, is one.
    private static (double Number, int Rows)[] CodesOf(ColumnScan scan, NumberFormat format) =>
    [
        .. scan.Counts
            .Select(text => (IsNumber: NumberText.TryParse(text.Key, format, out double number, out _), Number: number, Rows: text.Value))
            .Where(text => text.IsNumber).GroupBy(text => text.Number, text => text.Rows)
            .Select(code => (code.Key, code.Sum())),
    ];
}
