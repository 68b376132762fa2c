namespace FrameworkBench.Wording;

/// <summary>Words as a POSIX shell reads them back.</summary>
internal static class ShellWord
{
    private const string Plain = "%+,-./:=@_";

    /// <summary>A word in single quotes where it has a character that a shell could take for its own.</summary>
    public static string Quote(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 0 && word.All(one => char.IsLetterOrDigit(one) || Plain.Contains(one, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
