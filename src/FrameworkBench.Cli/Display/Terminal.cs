using Spectre.Console;

namespace FrameworkBench.Cli.Display;

/// <summary>The two ends of the terminal: results on standard output, complaints on standard error.</summary>
internal static class Terminal
{
    /// <summary>Whether somebody watches, so that a line may be drawn again and again.</summary>
    public static bool IsLive => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    /// <summary>One line on standard output.</summary>
    public static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>One line on standard error.</summary>
    public static void Complain(string line) => Console.Error.WriteLine(line);

    /// <summary>A table; in plain text, columns are aligned by spaces.</summary>
    public static void Show(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> all = [.. rows];
        if (IsLive)
        {
            var table = new Table { Border = TableBorder.Rounded };
            table.AddColumns([.. header.Select(Markup.Escape)]);
            foreach (IReadOnlyList<string> row in all)
                table.AddRow([.. row.Select(Markup.Escape)]);
            AnsiConsole.Write(table);
            return;
        }

        all.Insert(0, header);
        int[] widths = [.. Enumerable.Range(0, header.Count).Select(column => all.Max(row => row[column].Length))];
        foreach (IReadOnlyList<string> row in all)
            Say(string.Join("  ", row.Select((cell, column) => column == row.Count - 1 ? cell : cell.PadRight(widths[column]))).TrimEnd());
    }
}
