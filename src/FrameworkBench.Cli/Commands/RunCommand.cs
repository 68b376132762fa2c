using System.CommandLine;
using System.CommandLine.Completions;
using FrameworkBench.Cli.Completion;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>run EXPERIMENT…</c>: some experiments only. Their pages go to a folder of their own unless told otherwise.</summary>
internal static class RunCommand
{
    public static Command Make()
    {
        var experiments = new Argument<string[]>("experiment")
        {
            Description = "Experiment names or YAML files",
            HelpName = "experiment",
            Arity = ArgumentArity.OneOrMore,
            CompletionSources = { _ => KnownNames.Experiments().Select(name => new CompletionItem(name)) },
        };
        var options = new RunOptionSet(Workspace.PartialResultsFolder, installs: false);
        var command = new Command("run", "Run some experiments and write their result pages") { experiments };
        options.AddTo(command);
        command.SetAction(
            (parsed, cancellation) => Runner.RunAsync(options.Read(parsed, parsed.GetValue(experiments) ?? []), cancellation));
        return command;
    }
}
