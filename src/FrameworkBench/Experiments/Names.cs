using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>Checks names that a file's writer chose; they become parts of file names, links and CSV cells.</summary>
internal static class Names
{
    /// <summary>Notes a name with other characters than letters, digits, dot, hyphen and underscore.</summary>
    public static void Check(MappingEntry entry, string path, ProblemList problems)
    {
        if (!IsGood(entry.Key))
            problems.Add(
                entry.Line, entry.Column, NodeParser.Join(path, entry.Key),
                $"'{entry.Key}' cannot be a name; use letters, digits, '-', '_' and '.', and begin with a letter or digit");
    }

    /// <summary>Whether a name has only characters that are safe in a file name.</summary>
    public static bool IsGood(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0])
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
}
