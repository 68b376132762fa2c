using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>Checks names that a file's writer chose; they become parts of file names, links and CSV cells.</summary>
internal static class Names
{
    private const int MostCharacters = 100;
    private const string NotInFileNames = "<>:\"/\\|?*";

    // The results have folders of these names.
    private static readonly string[] Taken = ["parity", "timings"];

    /// <summary>Notes a name with other characters than letters, digits, dot, hyphen and underscore.</summary>
    public static void Check(MappingEntry entry, string path, ProblemList problems)
    {
        if (!IsGood(entry.Key))
            problems.Add(
                entry.Line, entry.Column, NodeParser.Join(path, entry.Key),
                $"'{entry.Key}' cannot be a name; use letters, digits, '-', '_' and '.', and begin with a letter or digit");
    }

    /// <summary>
    /// Notes the name of an experiment, which is that of its file, if the results cannot have a folder of that name on every system.
    /// </summary>
    public static void CheckExperiment(string name, ProblemList problems)
    {
        if (Taken.Contains(name, StringComparer.OrdinalIgnoreCase))
            problems.AddWhole($"'{name}' cannot be the name of an experiment: the results have a folder of that name; rename the file");
        else if (name.Length is 0 or > MostCharacters || name[0] is '.' or '-' or ' ' || name[^1] is '.' or ' '
            || name.Any(character => char.IsControl(character) || NotInFileNames.Contains(character, StringComparison.Ordinal)))
            problems.AddWhole($"'{MarkedControls(name)}' cannot be the name of an experiment; rename the file: "
                + $"at most {MostCharacters} characters, no control characters and none of {NotInFileNames}, "
                + "no dot, hyphen or space at the start, no dot or space at the end");
    }

    /// <summary>Whether a name has only characters that are safe in a file name.</summary>
    public static bool IsGood(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0])
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    private static string MarkedControls(string name) =>
        string.Concat(name.Select(character => char.IsControl(character) ? '\uFFFD' : character).Take(MostCharacters));
}
