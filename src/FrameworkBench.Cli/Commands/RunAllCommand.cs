using System.CommandLine;
using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>run-all</c>: every lesson on every engine that is there, then all pages. The suites of tables take part when they are asked for, or cost little.</summary>
internal static class RunAllCommand
{
    public static Command Make()
    {
        var options = new RunOptionSet(Workspace.ResultsFolder, installs: true);
        var tables = new Option<bool>("--tables") { Description = "Run the suites of tables as well, such as trees against networks, which --quick and --full do anyway: it takes half an hour" };
        var command = new Command("run-all", "Run every lesson on every engine that is there, and write all result pages") { tables };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            RunRequest request = options.Read(parsed, []);
            bool lessonsOnly = request.Plan.Profile == Profile.Default && !parsed.GetValue(tables);
            return Runner.RunAsync(lessonsOnly ? request with { Experiments = request.Workspace.LessonFiles() } : request, cancellation);
        });
        return command;
    }
}
