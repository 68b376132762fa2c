using System.CommandLine;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Commands.New;

/// <summary><c>new experiment NAME</c>: an experiment in the current folder that runs as it is.</summary>
internal static class NewExperimentCommand
{
    public static Command Make()
    {
        Argument<string> name = NewCommand.Name("The experiment's name: its file is NAME.yaml");
        var command = new Command("experiment", "Write an experiment that compares a network, trees and a linear model") { name };
        command.SetAction(parsed => Write(Workspace.Find(null, null), parsed.GetValue(name)!, EngineSources.Of(parsed)));
        return command;
    }

    private static int Write(Workspace workspace, string name, EngineSources sources)
    {
        string file = name + ".yaml";
        if (File.Exists(file))
            throw new WrongInputException($"{file}: already exists; choose another name, or delete it");
        string schema = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(workspace.Experiments, "experiment.schema.json"));
        File.WriteAllText(file, Text(schema.Replace('\\', '/')));
        try
        {
            new Session(workspace, sources).Experiments([file]);
        }
        catch
        {
            File.Delete(file);
            throw;
        }

        Terminal.Say($"{file}: written");
        Terminal.Say($"run it:   frameworkbench run {file}");
        Terminal.Say($"the keys: {ExperimentsPage}");
        return ExitCode.Done;
    }

    private const string ExperimentsPage = "docs/experiments.md of the project";

    private static string Text(string schema) => $$$"""
        # yaml-language-server: $schema={{{schema}}}
        title: A network, trees and a linear model on wines
        question: Is a small network better than trees where there are 178 rows?

        # A table of the project (frameworkbench list datasets), or your own: {csv: houses.csv, target: price}
        dataset: wine
        split: {k_fold: 5, repeats: 2, random_state: 1, stratified: true}
        inputs: standardise

        models:
          constant: {kind: constant}
          linear: {kind: linear}
          network: {kind: network, hidden: [16], train: {epochs: 100}}
          trees: {kind: boosted_trees}

        # The test of a claim is written before the run, and the verdict follows from it.
        claims:
          - id: network-beats-trees
            says: The network recognises more wines than trees do.
            test: {kind: beats, model: network, against: trees, metric: accuracy}

        """.ReplaceLineEndings("\n");
}
