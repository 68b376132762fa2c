using System.CommandLine;
using FrameworkBench.Cli.Completion;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>completion SHELL</c>: the script by which a shell completes commands, options and names.</summary>
internal static class CompletionCommand
{
    public static Command Make()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or powershell", HelpName = "shell" };
        shell.AcceptOnlyFromAmong([.. CompletionScript.Shells]);
        var command = new Command("completion", "Print the script by which a shell completes commands, options and names") { shell };
        command.SetAction(parsed =>
        {
            string program = Path.Combine(AppContext.BaseDirectory, "FrameworkBench.Cli.dll");
            Terminal.Document.WriteLine(CompletionScript.Of(parsed.GetValue(shell)!, program));
            return ExitCode.Done;
        });
        return command;
    }
}
