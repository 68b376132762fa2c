namespace FrameworkBench.Experiments.Reading;

/// <summary>Reads the models of an experiment, with what they inherit from one another and from the experiment.</summary>
internal sealed class ModelsReader(Mapping experiment, IReadOnlyCollection<DatasetTerm> datasets, ProblemList problems)
{
    private readonly ByProfile<int> seeds = SettingsReader.Seeds(experiment.At("seeds")) ?? SettingsReader.DefaultSeeds;

    /// <summary>Models by name, in the order of the file; null where one cannot be read.</summary>
    public IReadOnlyDictionary<string, ExperimentModel?> Read()
    {
        var models = new OrderedDictionary<string, ExperimentModel?>(StringComparer.Ordinal);
        var bodies = new OrderedDictionary<string, MappingNode>(StringComparer.Ordinal);
        foreach ((MappingEntry entry, Value value) in experiment.Required("models", "at least one model")?.AsNamed("model") ?? [])
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
            models[name] = Read(name, inheritance.Resolve(name));
        return models;
    }

    private ExperimentModel? Read(string name, MappingNode body)
    {
        if (ModelReader.Open(body, NodeParser.Join("models", name), problems) is not { } mapping)
            return null;
        ByProfile<int> own = SettingsReader.Seeds(mapping.At("seeds")) ?? seeds;
        string title = mapping.At("title")?.AsText() ?? name;
        if (ModelReader.Read(mapping, datasets, out bool followsTask) is not { } spec)
            return null;
        return new ExperimentModel
        {
            Name = name,
            Title = title,
            Spec = spec,
            FollowsTask = followsTask,
            Seeds = own,
        };
    }
}
