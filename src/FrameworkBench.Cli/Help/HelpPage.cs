using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Help;

/// <summary>What <c>--help</c> shows: the library's page, with the program's commands in groups and examples at the end.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const string Options = "Options:";
    private const string Commands = "Commands:";

    private readonly HelpAction usual = new() { MaxWidth = Terminal.Width };

    /// <summary>The program's commands by what one wants to do.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<string> Names)> Groups { get; } =
    [
        ("Run experiments", ["run", "run-all", "ask", "tune", "report"]),
        ("Run on several machines", ["plan", "submit", "status", "cancel"]),
        ("Use a model", ["predict", "export"]),
        ("See what there is", ["list", "validate"]),
        ("Check results and engines", ["diff", "claims", "parity", "store"]),
        ("Set up", ["new", "engines", "datasets", "completion"]),
    ];

    /// <summary>Gives a program these pages.</summary>
    public static void AddTo(RootCommand root)
    {
        var page = new HelpPage();
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
            help.Action = page;
        root.Action = page;
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        using var page = new StringWriter { NewLine = "\n" };
        parseResult.InvocationConfiguration.Output = page;
        try
        {
            usual.Invoke(parseResult);
        }
        finally
        {
            parseResult.InvocationConfiguration.Output = output;
        }

        Command command = parseResult.CommandResult.Command;
        string[] lines = [.. page.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd())];
        foreach (string line in command is RootCommand ? Grouped(lines) : lines)
            output.WriteLine(line);
        IReadOnlyList<string> examples = CommandExamples.Of(CommandExamples.PathOf(command));
        if (examples.Count > 0)
            output.WriteLine($"\nExamples:\n{string.Join('\n', examples.Select(example => $"  {example}"))}");
        return ExitCode.Done;
    }

    /// <summary>The page with its commands under the titles of their groups, and before the options.</summary>
    internal static IEnumerable<string> Grouped(IReadOnlyList<string> lines)
    {
        string[] above = [.. lines.TakeWhile(line => line != Commands)];
        string[] commands = [.. lines.Skip(above.Length + 1).TakeWhile(line => line.Length > 0)];

        // A description that is wrapped goes on in lines that are set in further.
        var entries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? entry = null;
        foreach (string line in commands)
        {
            if (entry is null || (line.Length > 2 && line[2] != ' '))
                entries[line.Trim().Split(' ')[0]] = entry = [];
            entry.Add(line);
        }

        return
        [
            .. above.TakeWhile(line => line != Options),
            .. Groups.SelectMany(group => (string[])
            [
                $"{group.Title}:",
                .. group.Names.Where(entries.ContainsKey).SelectMany(name => entries[name]),
                "",
            ]),
            .. above.SkipWhile(line => line != Options).SkipLast(1),
            .. lines.Skip(above.Length + 1 + commands.Length),
        ];
    }
}
