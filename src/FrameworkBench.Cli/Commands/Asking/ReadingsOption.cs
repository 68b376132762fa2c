using System.CommandLine;
using System.CommandLine.Parsing;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands.Asking;

/// <summary>The option <c>--as COLUMN=KIND</c> of commands that read a table of one's own.</summary>
internal static class ReadingsOption
{
    /// <summary>Makes it.</summary>
    public static Option<string[]> Make()
    {
        var option = new Option<string[]>("--as")
        {
            Description = $"How to read a column: COLUMN={Phrase.Or(ReadingWords.All)}; or the .columns.yaml of an earlier answer; "
                + "repeatable",
            HelpName = "COLUMN=KIND",
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(CheckReadings);
        return option;
    }

    /// <summary>The readings by column. The later ones count: a column by its name may change what a file says.</summary>
    /// <param name="texts">The option's values.</param>
    public static Dictionary<string, ColumnReading> Of(string[] texts)
    {
        var readings = new Dictionary<string, ColumnReading>(StringComparer.Ordinal);
        foreach ((string column, ColumnReading reading) in texts.SelectMany(text => IsFile(text) ? ReadingsFile.Read(text) : Single(text)))
            readings[column] = reading;
        return readings;

        static IEnumerable<KeyValuePair<string, ColumnReading>> Single(string text) =>
            [new(text[..text.LastIndexOf('=')], ReadingWords.Find(text[(text.LastIndexOf('=') + 1)..])!.Value)];
    }

    private static void CheckReadings(OptionResult result)
    {
        foreach (string text in result.Tokens.Select(token => token.Value).Where(text => !IsFile(text)))
        {
            string kind = text[(text.LastIndexOf('=') + 1)..];
            if (text.LastIndexOf('=') < 1)
                result.AddError($"--as: '{text}' names no kind; expected COLUMN=KIND, such as {text}=number");
            else if (ReadingWords.Find(kind) is null)
                result.AddError($"--as: '{kind}' is not a kind of column; choose from {string.Join(", ", ReadingWords.All)}");
        }
    }

    private static bool IsFile(string text) =>
        !text.Contains('=', StringComparison.Ordinal) && Path.GetExtension(text) is ".yaml" or ".yml";
}
