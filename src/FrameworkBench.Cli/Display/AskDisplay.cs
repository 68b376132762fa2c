using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Keeping;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows what <c>ask</c> understood and found.</summary>
internal static class AskDisplay
{
    private const int ShownColumns = 40;

    /// <summary>What was understood of the table, before anything is fitted.</summary>
    public static void ShowUnderstood(UnderstoodTable table)
    {
        PageTable understood = AnswerPage.Understood(table);
        Terminal.ShowFitted(understood.Headings, understood.Rows.Take(ShownColumns));
        if (understood.Rows.Count > ShownColumns)
            Terminal.Say($"… and {understood.Rows.Count - ShownColumns} more columns; the page lists them all");
        Terminal.Tell($"{Figures.Whole(table.RowsInFile)} rows, {Counting.Of(table.Dataset.Columns.Count, "input")}. "
            + $"To read a column differently: --as COLUMN={Phrase.Or(ReadingWords.All)}.");
        foreach (string warning in table.Warnings)
            Terminal.Tell($"Note: {warning}");
    }

    /// <summary>The answer of models with default settings.</summary>
    public static void ShowFirst(FamilyAnswer answer, UnderstoodTable table) =>
        Terminal.Tell(AnswerWords.First(answer, table.Metric));

    /// <summary>The answer.</summary>
    public static void ShowAnswer(AskedResult result)
    {
        var words = new AnswerWords(result);
        Terminal.Say("");
        if (result.Answer is { } answer)
        {
            PageTable scores = AnswerPage.Scores(answer, result.Table.Metric);
            Terminal.ShowFitted([.. scores.Headings.Select(heading => heading.TrimStart('>'))], scores.Rows);
            Terminal.Say("");
        }

        foreach (string sentence in words.Leaks.Prepend(words.Headline).Concat(words.Sentences))
            Terminal.Tell(sentence);
        foreach (string step in words.Next)
            Terminal.Tell($"Next: {step}");
    }

    /// <summary>Where the best model is kept, and what it was fitted on.</summary>
    public static void ShowKept(string path, KeptModel model, AskedResult result)
    {
        string without = result.WithLeaks is null
            ? "" : $" without {string.Join(" and ", result.Leaks.Select(leak => $"'{leak.Column}'"))}";
        Terminal.Tell($"model: {Workspace.Shown(path)} ({model.Origin.Model}, fitted on all "
            + $"{Counting.Of(model.Origin.Rows, "row")}{without})");
    }
}
