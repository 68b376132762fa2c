using System.CommandLine;
using System.CommandLine.Parsing;
using FrameworkBench.Cli.Commands;
using FrameworkBench.Cli.Commands.Asking;
using FrameworkBench.Cli.Commands.Comparing;
using FrameworkBench.Cli.Commands.Keeping;
using FrameworkBench.Cli.Commands.New;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Cli.Commands.Storing;
using FrameworkBench.Cli.Commands.Submitting;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Help;

namespace FrameworkBench.Cli;

/// <summary>The command line: what it understands and how it is run.</summary>
internal static class CommandLine
{
    /// <summary>The program's name, as it is typed.</summary>
    public const string Program = "frameworkbench";

    /// <summary>Every command with its options.</summary>
    public static RootCommand Make()
    {
        var root = new RootCommand("One experiment, every framework, one table you can trust.")
        {
            RunAllCommand.Make(),
            RunCommand.Make(),
            AskCommand.Make(),
            PredictCommand.Make(),
            ExportCommand.Make(),
            TuneCommand.Make(),
            ReportCommand.Make(),
            PlanCommand.Make(),
            SubmitCommand.Make(),
            StatusCommand.Make(),
            CancelCommand.Make(),
            ListCommand.Make(),
            ValidateCommand.Make(),
            NewCommand.Make(),
            DatasetsCommand.Make(),
            EnginesCommand.Make(),
            ParityCommand.Make(),
            ClaimsCommand.Make(),
            DiffCommand.Make(),
            StoreCommand.Make(),
            CompletionCommand.Make(),
            CommonOptions.EnginePath,
            CommonOptions.Data,
        };
        root.HelpName = Program;
        HelpPage.AddTo(root);
        return root;
    }

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">Its words.</param>
    /// <param name="streams">What it writes to; null for the streams of the process.</param>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, TerminalStreams? streams = null)
    {
        streams?.Use();
        ParseResult parsed = Make().Parse(arguments);

        // A shell that asks for suggestions gives the line that is to be completed as one word.
        bool suggests = parsed.Tokens.Any(
            token => token.Type == TokenType.Directive && token.Value.StartsWith("[suggest", StringComparison.Ordinal));
        IReadOnlyList<string> errors = suggests ? [] : CommandLineErrors.Of(parsed);
        if (errors.Count > 0)
        {
            foreach (string error in errors)
                Terminal.Complain(error);
            Terminal.Complain(CommandLineErrors.SeeHelp(parsed));
            return ExitCode.WrongInput;
        }

        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = TerminalStreams.Current.Output,
            Error = TerminalStreams.Current.Errors,
        };
        return await Interruption.RunAsync(cancellation => parsed.InvokeAsync(configuration, cancellation)).ConfigureAwait(false);
    }
}
