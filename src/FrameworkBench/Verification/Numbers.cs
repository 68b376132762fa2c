using System.Globalization;

namespace FrameworkBench.Verification;

/// <summary>Numbers as data files write them.</summary>
internal static class Numbers
{
    // Verdicts are derived again on other machines too, whose last digits may differ.
    private const double Tolerance = 1e-9;

    /// <summary>Reads a number; null when the text is none.</summary>
    internal static double? Read(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    /// <summary>Whether a text is a finite number in the shortest form that gives it back.</summary>
    internal static bool IsWritten(string text) => Read(text) is double value && double.IsFinite(value) && Text(value) == text;

    /// <summary>The shortest text that gives the number back.</summary>
    internal static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Whether two texts are equal, or numbers that are equal but for rounding.</summary>
    internal static bool AreSame(string one, string other) =>
        one == other || (Read(one) is double first && Read(other) is double second && Agree(first, second));

    /// <summary>Whether two numbers are equal but for rounding.</summary>
    internal static bool Agree(double one, double other) =>
        Math.Abs(one - other) <= Tolerance * Math.Max(1e-6, Math.Max(Math.Abs(one), Math.Abs(other)));
}
