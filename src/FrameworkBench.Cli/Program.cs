using System.CommandLine;
using FrameworkBench.Cli;
using FrameworkBench.Cli.Commands;
using FrameworkBench.Cli.Display;

var root = new RootCommand("One experiment, every framework, one table you can trust.")
{
    RunAllCommand.Make(),
    RunCommand.Make(),
    ReportCommand.Make(),
    ListCommand.Make(),
    EnginesCommand.Make(),
    ParityCommand.Make(),
    ValidateCommand.Make(),
};

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Terminal.Complain(error.Message);
    Terminal.Complain("see: frameworkbench --help");
    return ExitCode.WrongInput;
}

return await Interruption.RunAsync(cancellation => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation));
