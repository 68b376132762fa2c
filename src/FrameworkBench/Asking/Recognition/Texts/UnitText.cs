using System.Buffers;

namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>Parts a number from the unit behind it, as in 5.2 kg and 12 months.</summary>
internal static class UnitText
{
    private const int MostCharacters = 12;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,'’+-− \u00A0\u202F");

    /// <summary>Parts them.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="number">What may be a number.</param>
    /// <param name="unit">What may be its unit: a letter or a degree sign, and what follows.</param>
    /// <returns>Whether there are both.</returns>
    public static bool TrySplit(ReadOnlySpan<char> text, out ReadOnlySpan<char> number, out ReadOnlySpan<char> unit)
    {
        number = unit = [];
        int start = text.IndexOfAnyExcept(OfNumbers);
        if (start < 1 || text.Length - start > MostCharacters || IsPadded(text[..start]))
            return false;
        number = text[..start].TrimEnd();
        unit = text[start..];
        if (number.IsEmpty || !char.IsAsciiDigit(number[^1]) || !(char.IsLetter(unit[0]) || unit[0] == '°'))
            return false;
        foreach (char character in unit)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('°' or '²' or '³' or '/' or '.' or '^' or '-' or '·' or ' '))
                return false;
        }

        return true;
    }

    /// <summary>A unit without the sign of the plural or of an abbreviation: years is year, and lbs. is lb.</summary>
    public static ReadOnlySpan<char> Singular(ReadOnlySpan<char> unit)
    {
        unit = unit.TrimEnd('.');
        return unit.Length > 2 && unit[^1] == 's' && unit[^2] != 's' ? unit[..^1] : unit;
    }

    // Such as 007A, which is a code.
    private static bool IsPadded(ReadOnlySpan<char> number) => number.Length > 1 && number[0] == '0' && char.IsAsciiDigit(number[1]);
}
