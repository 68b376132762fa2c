using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>validate</c>: checks experiments and the data sets they use, running nothing.</summary>
internal static class ValidateCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Experiment files or names [default: all of the project]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("validate", "Check experiments and their tables; reports every problem with file and line") { files };
        command.SetAction(parsed => Validate(parsed.GetValue(files) ?? [], EngineSources.Of(parsed)));
        return command;
    }

    private static int Validate(IReadOnlyList<string> files, EngineSources sources)
    {
        var session = new Session(Workspace.Find(null, null), sources);
        (IReadOnlyList<Experiment> experiments, ExperimentException? unread) = session.SoundExperiments(files);
        List<InputException> found = [.. unread is null ? Array.Empty<InputException>() : [unread]];

        // Planning reads every table and makes every split, so that what is wrong with them shows as well.
        var planner = new TrialPlanner([], session.Catalog.Load, new PlanOptions());
        foreach (Experiment experiment in experiments)
        {
            try
            {
                planner.Check(experiment);
                Terminal.Say($"{experiment.Path}: {Counting.Of(experiment.Models.Count, "model")}, "
                    + $"{Counting.Of(experiment.Datasets.Count, "data set")}, {Counting.Of(experiment.Claims.Count, "claim")}: valid");
                TableDisplay.ShowNotes(experiment);
            }
            catch (InputException wrong)
            {
                found.Add(wrong);
            }
        }

        return found.Count == 0 ? ExitCode.Done
            : throw new ExperimentException([.. found.SelectMany(one => one.Problems)], found.Sum(one => one.Unlisted));
    }
}
