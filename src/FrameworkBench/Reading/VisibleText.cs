using System.Buffers;
using System.Globalization;
using System.Text;

namespace FrameworkBench.Reading;

/// <summary>
/// Text of engines, data and files for people. What would steer a terminal or reorder a line is shown and not obeyed: ESC becomes
/// <c>\u001B</c>.
/// </summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Hidden =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsHidden)]);

    /// <summary>
    /// The text with all control characters but line feeds and tabs, and those that change the direction or the line of what follows,
    /// written as their escapes.
    /// </summary>
    internal static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Hidden))
            return text;
        var visible = new StringBuilder(text.Length + 16);
        foreach (char character in text)
        {
            if (IsHidden(character))
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                visible.Append(character);
        }

        return visible.ToString();
    }

    // Trojan Source (Boucher and Anderson 2021) names those that reorder text.
    private static bool IsHidden(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t'))
        || character is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
