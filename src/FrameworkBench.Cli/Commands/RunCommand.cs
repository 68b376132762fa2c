using System.CommandLine;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>run EXPERIMENT…</c>: some experiments only. Their pages go to a folder of their own unless another is given.</summary>
internal static class RunCommand
{
    public static Command Make()
    {
        Argument<string[]> experiments = CommonOptions.Experiments(ArgumentArity.OneOrMore);
        var options = new RunOptionSet(Workspace.PartialResultsFolder, installs: false);
        var command = new Command("run", "Run some experiments and write their result pages") { experiments };
        options.AddTo(command);
        command.SetAction(
            (parsed, cancellation) => Runner.RunAsync(options.Read(parsed, parsed.GetValue(experiments) ?? []), cancellation));
        return command;
    }
}
