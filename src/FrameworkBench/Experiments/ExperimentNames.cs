using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>Checks and makes the names of experiments and of users' tables, which are those of their files.</summary>
internal static class ExperimentNames
{
    /// <summary>The most characters of an experiment's name.</summary>
    public const int MostOfExperiment = 60;

    private const string NotInFileNames = "<>:\"/\\|?*";

    // What the results folder has besides the folders of experiments.
    private static readonly string[] Taken =
        ["claims", "documents", "environment", "index", "ledger", "parity", "readme", "sha256sums", "timings"];

    /// <summary>
    /// Notes the name of an experiment, which is that of its file, unless it can be a folder of the results on every system, an address of
    /// a page, and a word of a command line.
    /// </summary>
    public static void CheckExperiment(string name, ProblemList problems)
    {
        if (Taken.Contains(name, StringComparer.OrdinalIgnoreCase))
            problems.AddWhole($"'{name}' cannot be the name of an experiment: the results have a page of that name; rename the file");
        else if (!IsOfExperiment(name))
            problems.AddWhole($"'{ScalarNode.Shorten(name)}' cannot be the name of an experiment; rename the file: at most "
                + $"{MostOfExperiment} of the characters a to z, 0 to 9 and '-', the first of them a letter or digit");
    }

    /// <summary>A name that an experiment can have, made of another: <c>my-houses-2</c> of <c>My houses (2)</c>.</summary>
    /// <param name="name">The other name.</param>
    /// <param name="ending">What the name ends with, whole.</param>
    public static string ForExperiment(string name, string ending = "")
    {
        string letters = string.Concat(name.ToLowerInvariant().Select(one => char.IsAsciiLetterOrDigit(one) ? one : '-'));
        string words = string.Join('-', letters.Split('-', StringSplitOptions.RemoveEmptyEntries));
        string start = words.Length == 0 ? "table" : words;
        string whole = start[..Math.Min(start.Length, MostOfExperiment - ending.Length)].TrimEnd('-') + ending;
        return Taken.Contains(whole, StringComparer.Ordinal) ? $"{whole}-1" : whole;
    }

    /// <summary>Notes the name of a user's table, which is that of its file, if a page or a terminal could not show it.</summary>
    public static void CheckTable(string name, Value place)
    {
        if (!IsOfTable(name))
            place.Fail($"'{ScalarNode.Shorten(name)}' cannot be the name of a table; rename the file, or give a 'name': at most "
                + $"{Names.MostCharacters} characters, no control characters and none of {NotInFileNames}");
    }

    /// <summary>Whether a page and a terminal can show the name of a user's table.</summary>
    public static bool IsOfTable(string name) => name.Length is > 0 and <= Names.MostCharacters
        && !name.Any(one => char.IsControl(one) || NotInFileNames.Contains(one, StringComparison.Ordinal));

    /// <summary>Whether an experiment can have a name, unless a page of the results has it.</summary>
    public static bool IsOfExperiment(string name) =>
        name.Length is > 0 and <= MostOfExperiment && name[0] != '-'
            && name.All(one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '-');
}
