using System.CommandLine;
using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Commands;

/// <summary>
/// <c>run-all</c>: every experiment on every engine that is there, then all pages. Long experiments take part when they are requested, or
/// cost little.
/// </summary>
internal static class RunAllCommand
{
    public static Command Make()
    {
        var options = new RunOptionSet(Workspace.ResultsFolder, installs: true);
        var @long = new Option<bool>("--long")
        {
            Description = "Also run the long experiments, such as trees against networks; takes an hour (--quick and --full include them)",
        };
        var command = new Command("run-all", "Run the experiments on every installed engine, and write all result pages") { @long };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            RunRequest request = options.Read(parsed, []);
            return Runner.RunAsync(request with
            {
                LeavesLongOut = request.Plan.Profile == Profile.Default && !parsed.GetValue(@long),
            }, cancellation);
        });
        return command;
    }
}
