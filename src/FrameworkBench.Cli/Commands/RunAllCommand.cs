using System.CommandLine;
using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Commands;

/// <summary>
/// <c>run-all</c>: every experiment on every available engine, then all pages. Long experiments take part when they are requested. A
/// quick run takes the experiments whose question one claim answers, and a smoke run one small trial of the others.
/// </summary>
internal static class RunAllCommand
{
    public static Command Make()
    {
        var options = new RunOptionSet(Workspace.ResultsFolder, installs: true);
        var @long = new Option<bool>("--long")
        {
            Description = "Also run the long experiments, such as trees against networks; takes an hour (--full includes them)",
        };
        var smoke = new Option<bool>("--smoke")
        {
            Description = "One small trial of all that --quick leaves out, to see that it works: says no verdict",
        };
        var command = new Command("run-all", "Run the experiments on every installed engine, and write all result pages") { smoke, @long };
        options.AddTo(command);
        options.Exclude(command, smoke, @long);
        command.SetAction((parsed, cancellation) => Runner.RunAsync(
            Request(options.Read(parsed, [], parsed.GetValue(smoke)), parsed.GetValue(smoke), parsed.GetValue(@long)), cancellation));
        return command;
    }

    private static RunRequest Request(RunRequest request, bool smoke, bool @long) => request with
    {
        Ending = request.Plan.Profile != Profile.Quick ? request.Ending : smoke ? RunEnding.Counts : RunEnding.Answers,
        Takes = TakenBy(request.Plan.Profile, smoke, @long),
    };

    /// <summary>Which experiments take part where none is named.</summary>
    /// <param name="profile">How thorough the run is.</param>
    /// <param name="smoke">Whether one trial of everything is enough.</param>
    /// <param name="long">Whether long experiments take part in an ordinary run.</param>
    public static Func<Experiment, bool> TakenBy(Profile profile, bool smoke, bool @long) => profile switch
    {
        Profile.Quick when smoke => experiment => experiment.Answer is null,
        Profile.Quick => experiment => experiment.Answer is not null,
        Profile.Default => experiment => @long || !experiment.IsLong,
        _ => _ => true,
    };
}
