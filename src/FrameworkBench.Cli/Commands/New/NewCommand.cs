using System.CommandLine;
using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Commands.New;

/// <summary><c>new</c>: files that work as they are, to begin with.</summary>
internal static class NewCommand
{
    public static Command Make() => new("new", "Begin an experiment or an engine with files that work")
    {
        NewExperimentCommand.Make(), NewEngineCommand.Make(),
    };

    /// <summary>Takes a name that can be a file's, a command line's and a page's.</summary>
    public static Argument<string> Name(string description)
    {
        var name = new Argument<string>("name") { Description = description };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } found && !(ExperimentNames.IsOfExperiment(found) && char.IsAsciiLetter(found[0])))
                result.AddError($"'{found}' cannot be a name; use at most {ExperimentNames.MostOfExperiment} of the characters a to z, "
                    + "0 to 9 and '-', the first of them a letter");
        });
        return name;
    }
}
