using System.CommandLine;
using FrameworkBench.Cli.Commands.Asking;
using FrameworkBench.Engines;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>tune EXPERIMENT</c> or <c>tune --table CSV</c>: searches the settings of models and writes the best ones back.</summary>
internal static class TuneCommand
{
    public static Command Make()
    {
        var experiment = new Argument<string?>("experiment")
        {
            Description = "Experiment name or YAML file whose models have 'tune'",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var table = new Option<string?>("--table")
        {
            Description = "A CSV file instead, to tune RealMLP, boosted trees and a forest on",
            HelpName = "CSV",
        };
        var target = new Option<string?>("--target") { Description = "With --table: the column to predict", HelpName = "COLUMN" };
        var group = new Option<string?>("--group")
        {
            Description = "With --table: the column whose rows stay together, such as a patient; no input",
            HelpName = "COLUMN",
        };
        var order = new Option<string?>("--order")
        {
            Description = "With --table: the column, such as a date, in whose order rows are tested by models of earlier ones",
            HelpName = "COLUMN",
        };
        Option<string[]> readings = ReadingsOption.Make();
        readings.Description = $"With --table: {char.ToLowerInvariant(readings.Description![0])}{readings.Description[1..]}";
        var space = new Option<string?>("--space") { Description = "A YAML file of search spaces by model name", HelpName = "FILE" };
        var models = new Option<string[]>("--model", "-m")
        {
            Description = "Only these models [default: all with a search]",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        Option<int?> trials = CommonOptions.Positive("--trials", "Budget per model and split, in full fits [default: the experiment's]");
        Option<int?> seconds =
            CommonOptions.Positive("--seconds", "Budget in seconds instead: no race of candidates begins after it; the first always ends");
        var strategy = new Option<string?>("--strategy")
        {
            Description = "random: every candidate in full; halving: many in part, the best third ever longer [default: the experiment's]",
            HelpName = "NAME",
        };
        strategy.AcceptOnlyFromAmong("random", "halving");
        Option<int?> folds = CommonOptions.Positive("--folds", "Cross-validation folds [default: the experiment's, or 5]", least: 2);
        Option<int?> seed = CommonOptions.Positive("--seed", "Seed of the candidates and the splits [default: 0]", least: 0);
        var engine = new Option<string?>("--engine", "-e")
        {
            Description = "Engine to fit with, whatever the experiment names [default: scratch, or the experiment's first]",
            HelpName = "ENGINE",
        };
        Option<int?> jobs = CommonOptions.Positive("--jobs", "Trials at once [default: one per processor]");
        Option<string?> store = CommonOptions.Store(), results = CommonOptions.Results(Workspace.PartialResultsFolder);
        var command =
            new Command("tune",
                "Search for the best settings, score them on rows that the search did not see, and write them as YAML") { experiment };
        foreach (Option option in new Option[]
        {
            table, target, group, order, readings, space, models, trials, seconds, strategy, folds, seed, engine, jobs, store, results,
            CommonOptions.Python,
        })
            command.Options.Add(option);

        // Whether an option is given, not its value: the option itself reports one that is missing or no number.
        command.Validators.Add(result =>
        {
            if (result.GetResult(experiment) is not { Tokens.Count: > 0 } == result.GetResult(table) is null)
                result.AddError("give either an experiment or --table CSV");
            if (result.GetResult(table) is null && result.GetResult(target) is not null)
                result.AddError("--target requires --table; an experiment names its own target");
            if (result.GetResult(table) is null)
            {
                Option[] ofTables = [group, order, readings];
                foreach (Option ofTable in ofTables.Where(option => result.GetResult(option) is { Implicit: false }))
                    result.AddError($"{ofTable.Name} requires --table; an experiment says it of its own table");
            }

            if (result.GetResult(group) is not null && result.GetResult(order) is not null)
                result.AddError("--group and --order cannot be combined");
            if (result.GetResult(trials) is not null && result.GetResult(seconds) is not null)
                result.AddError("--trials and --seconds cannot be combined");
        });
        command.SetAction((parsed, cancellation) => Tuner.RunAsync(
            new TuneOptions
            {
                Workspace = Workspace.Find(parsed.GetValue(store), parsed.GetValue(results), Workspace.PartialResultsFolder),
                Experiment = parsed.GetValue(experiment),
                Table = parsed.GetValue(table),
                Target = parsed.GetValue(target),
                Group = parsed.GetValue(group),
                Order = parsed.GetValue(order),
                Readings = ReadingsOption.Of(parsed.GetValue(readings) ?? []),
                Space = parsed.GetValue(space),
                Engine = parsed.GetValue(engine),
                Sources = EngineSources.Of(parsed),
                Seconds = parsed.GetValue(seconds),
                Run = new RunOptions { Jobs = parsed.GetValue(jobs) ?? Environment.ProcessorCount },
                Tuning = new TuningRequest
                {
                    Models = parsed.GetValue(models) ?? [],
                    Trials = parsed.GetValue(trials),
                    Strategy = parsed.GetValue(strategy) is { } word ? Enum.Parse<SearchStrategy>(word, ignoreCase: true) : null,
                    Folds = parsed.GetValue(folds),
                    Seed = (uint)(parsed.GetValue(seed) ?? 0),
                },
            },
            cancellation));
        return command;
    }
}
