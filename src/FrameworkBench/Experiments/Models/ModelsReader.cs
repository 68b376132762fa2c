using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>Reads the models of an experiment, with what they inherit from one another and from the experiment.</summary>
internal sealed class ModelsReader(
    Mapping experiment,
    IReadOnlyDictionary<string, IReadOnlyList<Coordinate>> coordinates,
    IReadOnlyCollection<DatasetTerm> datasets,
    ByProfile<SplitPlan> split,
    EngineNames engines,
    ProblemList problems)
{
    // Models that are tried to check the spaces of searches; each takes a fraction of a millisecond.
    private const int MostTried = 20_000;

    private readonly ByProfile<int> seeds = SettingsReader.Seeds(experiment.At("seeds")) ?? SettingsReader.DefaultSeeds(split);
    private readonly PreparationPlan preparation = experiment.At("inputs") is { } value ? PreparationReader.Read(value) : new();
    private readonly ValidationSetting? validation = experiment.At("validation") is { } rows ? SplitReader.Validation(rows) : null;

    private int tried;

    // The model that an ensemble takes its candidates from, by the ensemble's name.
    private readonly Dictionary<string, string> searched = new(StringComparer.Ordinal);

    /// <summary>Models by name, in the order of the file; null where one cannot be read.</summary>
    public IReadOnlyDictionary<string, ExperimentModel?> Read()
    {
        var models = new OrderedDictionary<string, ExperimentModel?>(StringComparer.Ordinal);
        var bodies = new OrderedDictionary<string, MappingNode>(StringComparer.Ordinal);
        foreach ((MappingEntry entry, Value value) in experiment.At("models")?.AsNamed() ?? [])
        {
            Names.Check(entry, "models", problems);
            models[entry.Key] = null;
            if (value.Node is MappingNode body)
                bodies[entry.Key] = body;
            else
                value.Fail($"{value.Found()}; must be a mapping with at least 'kind' or 'like'");
        }

        var inheritance = new Inheritance(bodies, "models", problems);
        foreach (string name in bodies.Keys)
        {
            MappingNode body = inheritance.Resolve(name);
            if (inheritance.AncestorsOf(name).FirstOrDefault(ancestor => IsSearched(inheritance.Resolve(ancestor))) is { } ancestor)
                searched[name] = ancestor;
            models[name] = Read(name, body, problems);
        }

        return models;
    }

    // An ensemble of the candidates that another model tries need not fit them again.
    private static bool IsSearched(MappingNode model) => model.Find("tune") is MappingNode tune && tune.Find("ensemble") is null;

    private ExperimentModel? Read(string name, MappingNode body, ProblemList noted)
    {
        if (ModelReader.Open(body, NodeParser.Join("models", name), noted) is not { } mapping)
            return null;
        ByProfile<int> own = SettingsReader.Seeds(mapping.At("seeds")) ?? seeds;
        string title = mapping.Text("title") ?? name;
        if (ModelReader.Read(mapping, datasets, out bool followsTask) is not { } spec)
            return null;
        int? bag = mapping.At("bag")?.AsWhole();
        ValidationSetting? aside = mapping.At("validation") is { } rows ? SplitReader.Validation(rows)
            : mapping.Says("validation") || bag is not null ? null : validation;
        PreparationPlan inputs = mapping.At("inputs") is { } value ? PreparationReader.Read(value) : preparation;
        if (PreparationReader.Misfit(inputs, spec) is { } misfit && (mapping.At("inputs") ?? experiment.At("inputs")) is { } place)
            noted.Add(place.Node, place.Path, misfit);
        if (bag is not null)
            CheckBag(mapping);
        else if (aside is null)
            CheckNothingIsWatched(mapping, spec);
        return new ExperimentModel
        {
            Name = name,
            Title = title,
            Spec = spec,
            Coordinates = coordinates.GetValueOrDefault(name) ?? [],
            FollowsTask = followsTask,
            Preparation = inputs,
            Validation = aside,
            Bag = bag,
            Seeds = own,
            Engines = mapping.At("engines") is { } only ? engines.ReadByProfile(only) : null,
            Search = mapping.At("tune") is { } tune && Search(name, body, tune) is { } search
                ? search with { DrawnAs = search.Ensemble is null ? null : searched.GetValueOrDefault(name) } : null,
        };
    }

    private Search? Search(string name, MappingNode body, Value tune) =>
        new SearchReader(experiment.Node, (candidate, apart) => Read(name, candidate, apart ?? problems), () => ++tried <= MostTried)
            .Read(tune, body with { Entries = [.. body.Entries.Where(entry => entry.Key != "tune")] });

    private void CheckBag(Mapping model)
    {
        if (model.At("validation") is { } rows)
            rows.Fail("a bag is validated by the fold that each of its fits leaves out; remove 'validation', "
                + "or write 'validation: null' to drop an inherited one");
        if (datasets.Any(dataset => dataset.Task == TaskKind.Reconstruction))
            model.At("bag")!.Fail("reconstructions cannot be averaged, because each fit of a bag prepares the inputs in its own way");
    }

    private static void CheckNothingIsWatched(Mapping model, ModelSpec spec)
    {
        const string Remedy = "give the experiment or the model a 'validation', such as {fraction: 0.1}";
        if (spec is NetworkSpec { Train.EarlyStopping.Watch: var watch } && watch != Watch.TrainingLoss)
            model.At("train")!.AsMapping()!.At("early_stopping")!.Fail(
                $"stops by the {Words<Watch>.Of(watch)}, but no rows are set aside; {Remedy}");
        if (spec is TabMSpec)
            model.At("kind")!.Fail($"a tabm stops by the validation loss, but no rows are set aside; {Remedy}");
        if (spec is BoostedTreesSpec { Patience: not null })
            model.At("patience")!.Fail($"stops by the validation loss, but no rows are set aside; {Remedy}");
    }
}
