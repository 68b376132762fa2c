using System.Text.RegularExpressions;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Recognizes numbers in notations that are not read as numbers, so that nobody is surprised by categories.</summary>
internal static partial class NumberNotation
{
    /// <summary>What a text has that keeps it from being a number: "a decimal comma"; null when it does not look like one.</summary>
    public static string? Of(string text)
    {
        const int Longest = 40;
        if (text.Length is 0 or > Longest || !text.Any(char.IsAsciiDigit))
            return null;
        return Thousands().IsMatch(text) ? "thousands separators"
            : DecimalComma().IsMatch(text) ? "a decimal comma"
            : Percent().IsMatch(text) ? "a percent sign"
            : Currency().IsMatch(text) ? "a currency sign" : null;
    }

    // 1,234,567 and 1,234.5 and 1.234.567 and 1 234 and 1'234; a single group such as 1,234 may be either, and is no number in both.
    [GeneratedRegex(
        @"^[+-]?\d{1,3}((,\d{3})+(\.\d+)?|(\.\d{3}){2,}(,\d+)?|(\.\d{3})+,\d+|([ '’\u00A0\u202F]\d{3})+([.,]\d+)?)$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[+-]?\d*,\d+([eE][+-]?\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[+-]?\d[\d.,]* ?%$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"^[+-]?\p{Sc} ?[+-]?\d[\d.,' ]*$|^[+-]?\d[\d.,' ]* ?\p{Sc}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Currency();
}
