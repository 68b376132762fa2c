using System.CommandLine;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>run-all</c>: every experiment on every engine that is there, then all pages.</summary>
internal static class RunAllCommand
{
    public static Command Make()
    {
        var options = new RunOptionSet(Workspace.ResultsFolder, installs: true);
        var command = new Command("run-all", "Run every experiment on every engine that is there, and write all result pages");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.RunAsync(options.Read(parsed, []), cancellation));
        return command;
    }
}
