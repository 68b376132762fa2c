using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows what <c>ask</c> understood and found.</summary>
internal static class AskDisplay
{
    private const int PlainWidth = 100;
    private const int ShownColumns = 40;
    private const string Indent = "  ";

    /// <summary>What was understood of the table, before anything is fitted.</summary>
    public static void ShowUnderstood(UnderstoodTable table)
    {
        PageTable understood = AnswerPage.Understood(table);
        Terminal.Show(understood.Headings, understood.Rows.Take(ShownColumns));
        if (understood.Rows.Count > ShownColumns)
            Terminal.Say($"… and {understood.Rows.Count - ShownColumns} more columns; the page lists them all");
        Say($"{Figures.Whole(table.RowsInFile)} rows, {Counting.Of(table.Dataset.Columns.Count, "input")}. "
            + "If a column is read wrongly: --as COLUMN=number, category, date or ignore.");
        foreach (string warning in table.Warnings)
            Say($"Note: {warning}");
    }

    /// <summary>The answer of models with default settings.</summary>
    public static void ShowFirst(FamilyAnswer answer, UnderstoodTable table) =>
        Say(AnswerWords.First(answer, table.Metric));

    /// <summary>The answer.</summary>
    public static void ShowAnswer(AskedResult result)
    {
        var words = new AnswerWords(result);
        Terminal.Say("");
        if (result.Answer is { } answer)
        {
            PageTable scores = AnswerPage.Scores(answer, result.Table.Metric);
            Terminal.Show([.. scores.Headings.Select(heading => heading.TrimStart('>'))], scores.Rows);
            Terminal.Say("");
        }

        foreach (string sentence in words.Leaks.Prepend(words.Headline).Concat(words.Sentences))
            Say(sentence);
        foreach (string step in words.Next)
            Say($"Next: {step}");
    }

    /// <summary>A sentence, broken into lines between words.</summary>
    public static void Say(string sentence)
    {
        int width = Console.IsOutputRedirected ? PlainWidth : Math.Max(40, Console.WindowWidth - 1);
        string line = "", indent = "";
        foreach (string word in sentence.Split(' '))
        {
            if (line.Length > 0 && indent.Length + line.Length + 1 + word.Length > width)
            {
                Write(indent + line);
                (line, indent) = ("", Indent);
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        Write(indent + line);

        // Spaces at which no line breaks have done their work.
        static void Write(string text) => Terminal.Say(text.Replace('\u00A0', ' '));
    }
}
