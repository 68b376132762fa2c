using Spectre.Console;
using Spectre.Console.Rendering;

namespace FrameworkBench.Cli.Display;

/// <summary>The two ends of the terminal: results on standard output, complaints on standard error.</summary>
internal static class Terminal
{
    /// <summary>Columns of a page where nobody says how many there are.</summary>
    public const int UsualWidth = 80;

    private const int Indent = 2;

    // Columns around a cell, and the fewest that texts of several words may be wrapped to.
    private const int Around = 3;
    private const int FewestOfText = 10;

    /// <summary>
    /// Whether standard output is one JSON document, so that all that people read goes to standard error.
    /// </summary>
    public static bool IsForMachines
    {
        get => TerminalStreams.Current.IsForMachines;
        set => TerminalStreams.Current.IsForMachines = value;
    }

    /// <summary>Standard output, for documents that other programs read.</summary>
    public static TextWriter Document => TerminalStreams.Current.Output;

    /// <summary>Whether somebody watches, so that a line may be drawn again and again.</summary>
    public static bool IsLive => !IsPlain && AnsiConsole.Profile.Capabilities.Interactive;

    /// <summary>The columns that a line may take; the usual ones where output goes to a file or another program.</summary>
    public static int Width => IsPlain ? UsualWidth : AnsiConsole.Profile.Width;

    private static bool IsPlain => IsForMachines || TerminalStreams.Current.IsOutputRedirected;

    private static TextWriter Output => IsForMachines ? TerminalStreams.Current.Errors : TerminalStreams.Current.Output;

    /// <summary>One line on standard output; in a terminal, as many as its width asks for.</summary>
    public static void Say(string line)
    {
        if (IsPlain)
            Output.WriteLine(line);
        else
            Tell(line);
    }

    /// <summary>A paragraph on standard output, wrapped to the width wherever it goes.</summary>
    public static void Tell(string text)
    {
        foreach (string line in TextLines.Of(text, Width, Indent))
            Output.WriteLine(line);
    }

    /// <summary>One line on standard error; in a terminal, as many as its width asks for.</summary>
    public static void Complain(string line)
    {
        TerminalStreams streams = TerminalStreams.Current;
        foreach (string part in streams.IsErrorsRedirected ? [line] : TextLines.Of(line, AnsiConsole.Profile.Width, Indent))
            streams.Errors.WriteLine(part);
    }

    /// <summary>A colored word and a sentence beside it, which is wrapped under its own beginning.</summary>
    /// <param name="word">The word.</param>
    /// <param name="color">Its color, as markup names it.</param>
    /// <param name="column">Where the sentence begins.</param>
    /// <param name="text">The sentence.</param>
    public static void Label(string word, string color, int column, string text)
    {
        IReadOnlyList<string> lines = TextLines.Of(text, Width - column, indent: 0);
        string first = word.PadRight(column) + lines[0];
        if (IsPlain)
            Output.WriteLine(first.TrimEnd());
        else
            AnsiConsole.MarkupLine($"[{color}]{Markup.Escape(word.PadRight(column))}[/]{Markup.Escape(lines[0])}");
        foreach (string line in lines.Skip(1))
            Output.WriteLine(new string(' ', column) + line);
    }

    /// <summary>A line of a screen that fits the usual width.</summary>
    public static void Write(ScreenLine line)
    {
        if (IsPlain || line.Word.Length == 0)
            Output.WriteLine($"{line}");
        else
            AnsiConsole.MarkupLine($"[{line.Color}]{Markup.Escape(line.Word)}[/]{Markup.Escape(line.Text)}");
    }

    /// <summary>A table; in plain text, columns are aligned by spaces and lines are as long as they are.</summary>
    public static void Show(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> all = [.. rows];
        if (IsLive)
        {
            AnsiConsole.Write(TableOf(header, all, TableBorder.Rounded));
            return;
        }

        all.Insert(0, header);
        int[] widths = [.. Enumerable.Range(0, header.Count).Select(column => all.Max(row => row[column].Length))];
        foreach (IReadOnlyList<string> row in all)
            Output.WriteLine(
                string.Join("  ", row.Select((cell, column) => column == row.Count - 1 ? cell : cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>A table whose cells are wrapped to the width wherever it goes.</summary>
    public static void ShowFitted(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Table table = TableOf(header, rows, TableBorder.None);
        if (IsLive)
            AnsiConsole.Write(table);
        else
            Write(table);
    }

    private static void Write(IRenderable shown)
    {
        using var text = new StringWriter();
        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        plain.Profile.Width = Width;
        plain.Write(shown);
        foreach (string line in text.ToString().TrimEnd().Split('\n'))
            Output.WriteLine(line.TrimEnd());
    }

    private static Table TableOf(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, TableBorder border)
    {
        var table = new Table { Border = border };
        IReadOnlyList<string>[] all = [.. rows];
        int[] widths = [.. header.Select((title, column) => all.Select(row => row[column].Length).Append(title.Length).Max())];
        bool[] areNames = [.. header.Select((_, column) => all.All(row => !row[column].Contains(' ', StringComparison.Ordinal)))];
        int needed = widths.Select((width, column) => Around + (areNames[column] ? width : FewestOfText)).Sum();
        foreach ((int place, string title) in header.Index())
        {
            var column = new TableColumn(Markup.Escape(title)) { NoWrap = needed <= Width && areNames[place] };
            if (border == TableBorder.None)
                column.Padding = new Padding(0, 0, 2, 0);
            table.AddColumn(column);
        }

        foreach (IReadOnlyList<string> row in all)
            table.AddRow([.. row.Select(Markup.Escape)]);
        return table;
    }
}
