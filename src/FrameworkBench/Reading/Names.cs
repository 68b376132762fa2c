namespace FrameworkBench.Reading;

/// <summary>Checks names that a file's writer chose; they become parts of file names, links and CSV cells.</summary>
internal static class Names
{
    /// <summary>The most characters of a name.</summary>
    public const int MostCharacters = 100;

    /// <summary>Notes a name with other characters than letters, digits, dot, hyphen and underscore, or with too many.</summary>
    public static void Check(MappingEntry entry, string path, ProblemList problems)
    {
        if (!IsGood(entry.Key))
        {
            string name = ScalarNode.Shorten(entry.Key);
            problems.Add(entry.Line, entry.Column, NodeParser.Join(path, name), $"'{name}' cannot be a name; {RuleFor(entry.Key)}");
        }
    }

    /// <summary>What would make a name good.</summary>
    public static string RuleFor(string name) => name.Length > MostCharacters
        ? $"use at most {MostCharacters} characters" : "use letters, digits, '-', '_' and '.', and begin with a letter or digit";

    /// <summary>Whether a name has only characters that are safe in a file name, and not too many.</summary>
    public static bool IsGood(string name) =>
        name.Length is > 0 and <= MostCharacters && char.IsAsciiLetterOrDigit(name[0])
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
}
