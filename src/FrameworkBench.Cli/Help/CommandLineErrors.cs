using System.CommandLine;
using System.CommandLine.Parsing;
using FrameworkBench.Reading;

namespace FrameworkBench.Cli.Help;

/// <summary>What is wrong with a command line, in sentences that say what would be right.</summary>
internal static class CommandLineErrors
{
    /// <summary>One line each; none when the command line is understood.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        // Whoever asks for help need not give what a command requires.
        if (parsed.Tokens.Any(token => token is { Type: TokenType.Option, Value: "--help" or "-h" or "-?" }))
            return [];

        // A misspelt option would be taken for an experiment, or for one more engine.
        string[] misspelt =
        [
            .. Tokens(parsed.CommandResult).Where(token => token.Type == TokenType.Argument && LooksLikeOption(token.Value))
                .Select(token => token.Value).Distinct(),
        ];
        if (misspelt.Length > 0)
            return [.. misspelt.Select(word => $"'{word}' is not an option{Of(parsed.CommandResult)}{Hint(parsed, word)}")];
        bool hasUnknown = parsed.UnmatchedTokens.Count > 0;
        return
        [
            .. parsed.UnmatchedTokens.Where(LooksLikeOption)
                .Select(word => $"'{word}' is not an option{Of(parsed.CommandResult)}{Hint(parsed, word)}"),
            .. parsed.UnmatchedTokens.Where(word => !LooksLikeOption(word))
                .Select(word => $"Unrecognized command or argument '{word}'{Hint(parsed, word)}"),
            .. parsed.Errors.Where(error => !parsed.UnmatchedTokens.Any(word => IsAbout(error, word)))
                .Where(error => !(hasUnknown && IsMissingCommand(error, parsed)))
                .Select(error => IsMissingCommand(error, parsed) ? MissingCommand(parsed.CommandResult.Command) : error.Message),
        ];
    }

    /// <summary>Where to read on: <c>see: frameworkbench claims verify --help</c>.</summary>
    public static string SeeHelp(ParseResult parsed) =>
        $"see: {string.Join(' ', new[] { "frameworkbench", CommandExamples.PathOf(parsed.CommandResult.Command), "--help" }
            .Where(word => word.Length > 0))}";

    private static IEnumerable<Token> Tokens(SymbolResult result) => result switch
    {
        CommandResult command => command.Children.Where(child => child is not CommandResult).SelectMany(Tokens),
        OptionResult option => option.Tokens,
        ArgumentResult argument => argument.Tokens,
        _ => [],
    };

    private static bool LooksLikeOption(string word) =>
        word.Length > 1 && word[0] == '-' && (word[1] == '-' ? word.Length > 2 : char.IsAsciiLetter(word[1]));

    private static bool IsAbout(ParseError error, string word) => error.Message.Contains($"'{word}'", StringComparison.Ordinal);

    private static bool IsMissingCommand(ParseError error, ParseResult parsed) =>
        error.SymbolResult is CommandResult && parsed.CommandResult.Command is { Subcommands.Count: > 0, Action: null }
            && !error.Message.Contains('\'', StringComparison.Ordinal);

    private static string MissingCommand(Command command) => $"'{CommandExamples.PathOf(command)}' needs a command; "
        + $"choose from {string.Join(", ", command.Subcommands.Select(one => one.Name))}";

    private static string Of(CommandResult result) =>
        result.Command is RootCommand ? "" : $" of '{CommandExamples.PathOf(result.Command)}'";

    private static string Hint(ParseResult parsed, string word)
    {
        if (LooksLikeOption(word))
            return ClosestName.Of(word, Options(parsed.CommandResult)) is { } option ? $"; did you mean '{option}'?" : "";
        string[] commands = [.. parsed.CommandResult.Command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name)];
        return commands.Length == 0 ? "" : $"; {ClosestName.Hint(word, commands)}";
    }

    private static IEnumerable<string> Options(CommandResult result)
    {
        IEnumerable<string> own = result.Command.Options.SelectMany(option => option.Aliases.Prepend(option.Name))
            .Where(name => name.StartsWith("--", StringComparison.Ordinal));
        return result.Parent is CommandResult parent ? own.Concat(Options(parent)) : own;
    }
}
