using System.CommandLine;
using FrameworkBench.Cli.Commands;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli;

/// <summary>The command line: what it understands and how it is run.</summary>
internal static class CommandLine
{
    /// <summary>Every command with its options.</summary>
    public static RootCommand Make() => new("One experiment, every framework, one table you can trust.")
    {
        RunAllCommand.Make(),
        RunCommand.Make(),
        AskCommand.Make(),
        TuneCommand.Make(),
        ReportCommand.Make(),
        ListCommand.Make(),
        ValidateCommand.Make(),
        DatasetsCommand.Make(),
        EnginesCommand.Make(),
        ParityCommand.Make(),
        ClaimsCommand.Make(),
        CommonOptions.EnginePath,
    };

    /// <summary>Runs a command line.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        ParseResult parsed = Make().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Terminal.Complain(error.Message);
            Terminal.Complain("see: frameworkbench --help");
            return ExitCode.WrongInput;
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await Interruption.RunAsync(cancellation => parsed.InvokeAsync(configuration, cancellation)).ConfigureAwait(false);
    }
}
