namespace FrameworkBench.Wording;

/// <summary>Numbers with their nouns.</summary>
internal static class Counting
{
    /// <summary>"1 trial", "2 trials"; the plural is the noun with an s unless it is given.</summary>
    internal static string Of(int count, string noun, string? plural = null) => $"{count} {Noun(count, noun, plural)}";

    /// <summary>"6 splits", or "9 to 30 splits" where the least and the most differ.</summary>
    internal static string Between(int least, int most, string noun) =>
        least == most ? Of(most, noun) : $"{least} to {Of(most, noun)}";

    /// <summary>"once", "twice", "3 times".</summary>
    internal static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => $"{count} times" };

    /// <summary>"trial" or "trials", without the number.</summary>
    internal static string Noun(int count, string noun, string? plural = null) => count == 1 ? noun : plural ?? noun + "s";
}
