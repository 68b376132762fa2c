using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using FrameworkBench.Cli.Completion;
using FrameworkBench.Reading;

namespace FrameworkBench.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Store() => new("--store")
    {
        Description = "Folder of stored trials [default: .frameworkbench/trials]",
        HelpName = "FOLDER",
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Write one JSON document to standard output, and progress to standard error",
    };

    public static Option<bool> Replace() => new("--replace") { Description = "Overwrite results of more engines, seeds or splits" };

    public static Option<string?> Results(params ReadOnlySpan<string> defaults) => new("--results")
    {
        Description = $"Folder for result pages [default: {string.Join("; ", defaults)}]",
        HelpName = "FOLDER",
    };

    public static Option<string?> Register() => new("--register")
    {
        Description = "Register of frozen claims [default: experiments/claims.lock]",
        HelpName = "FILE",
    };

    public static Option<string?> Python { get; } = new("--python")
    {
        Description = "Python interpreter for the Python engines [default: $FRAMEWORKBENCH_PYTHON, the project's own, python3]",
        HelpName = "PROGRAM",
    };

    /// <summary>Of every command, since an experiment may name an engine of such a folder.</summary>
    public static Option<string[]> EnginePath { get; } = new("--engine-path")
    {
        Description =
            $"Folder of an engine outside the project, with its engine.json; repeatable [default: ${EngineSources.FoldersVariable}]",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>Of every command, since every one may read an experiment.</summary>
    public static Option<string[]> Data { get; } = new("--data")
    {
        Description = "Folder from which experiments may take tables, besides their own; repeatable",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public static Option<string[]> Engine() => new("--engine", "-e")
    {
        Description = "Only these engines",
        HelpName = "ENGINE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
        CompletionSources = { _ => KnownNames.Engines().Select(name => new CompletionItem(name)) },
    };

    public static Option<string?> Shard()
    {
        var option = new Option<string?>("--shard")
        {
            Description = "Run only this share of the trials, such as 0/8 to 7/8, and write no pages",
            HelpName = "I/N",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } found && Trials.Sharding.Shard.Parse(found) is null)
                result.AddError($"--shard must be {Trials.Sharding.Shard.Said}, found '{found}'");
        });
        return option;
    }

    public static Argument<string?> Job() => new("job")
    {
        Description = "The scheduler's number of the job [default: the last one that was submitted]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<int?> Shards(string description) => Positive("--shards", description, most: Trials.Sharding.Shard.MostShards);

    /// <summary>The experiments that a command is about.</summary>
    /// <param name="arity">How many may be named.</param>
    /// <param name="otherwise">What it is about where none is named.</param>
    public static Argument<string[]> Experiments(ArgumentArity arity, string otherwise = "") => new("experiment")
    {
        Description = $"Experiment names or YAML files{otherwise}",
        HelpName = "experiment",
        Arity = arity,
        CompletionSources = { _ => KnownNames.Experiments().Select(name => new CompletionItem(name)) },
    };

    /// <summary>Lets a command refuse two options together.</summary>
    public static void Exclude(Command command, Option<bool> one, Option<bool> other) => command.Validators.Add(result =>
    {
        if (IsOn(result, one) && IsOn(result, other))
            result.AddError($"{one.Name} and {other.Name} cannot be combined");
    });

    /// <summary>
    /// Whether a command line gives an option, and not as false. By its text: a value that is wrong or missing would throw, and the option
    /// itself reports it.
    /// </summary>
    public static bool IsOn(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false } found
        && found.Tokens.All(token => !token.Value.Equals("false", StringComparison.OrdinalIgnoreCase));

    /// <summary>An option that takes an amount of memory or output.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    public static Option<string?> Size(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "SIZE" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } found && ByteSize.Parse(found) is null)
                result.AddError($"{name} must be {ByteSize.Said}, found '{found}'");
        });
        return option;
    }

    /// <summary>An option that takes a whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="least">The least number that it takes.</param>
    /// <param name="most">The largest.</param>
    public static Option<int?> Positive(string name, string description, int least = 1, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            string found = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
            if (!int.TryParse(found, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
                result.AddError($"{name} must be a whole number of at least {least}, found '{found}'");
            else if (number < least)
                result.AddError($"{name} must be at least {least}, found {number}");
            else if (number > most)
                result.AddError($"{name} must be at most {most}, found {number}");
            else
                return number;
            return null;
        },
    };
}
