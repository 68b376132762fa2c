using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Experiments.Reading;

/// <summary>Reads a whole experiment from the tree of its file.</summary>
internal sealed class ExperimentReader(Vocabulary vocabulary, ProblemList problems)
{
    /// <summary>The experiment, or null after noting why there is none. Whether it is sound, the problems tell.</summary>
    public Experiment? Read(Node root, string path)
    {
        if (root is ScalarNode { Text: "" })
        {
            problems.AddWhole("the file is empty; an experiment needs at least 'dataset' and 'models'");
            return null;
        }

        if (new Value(root, "", problems).AsMapping(Keys.Experiment) is not { } mapping)
            return null;
        string name = Path.GetFileNameWithoutExtension(path);
        IReadOnlyDictionary<string, DatasetTerm> datasets = Datasets(mapping);
        var metrics = new Metrics(vocabulary, datasets);
        Citation? source = mapping.At("source") is { } lesson ? SettingsReader.Source(lesson, null) : null;
        IReadOnlyDictionary<string, ExperimentModel?> models = new ModelsReader(mapping, [.. datasets.Values], problems).Read();
        return new Experiment
        {
            Name = name,
            Path = path,
            Title = mapping.At("title")?.AsText() ?? name,
            Question = mapping.At("question")?.AsText() ?? "",
            Notes = SettingsReader.Texts(mapping.At("notes")),
            Source = source,
            Datasets = [.. datasets.Keys],
            Split = SplitReader.Read(mapping.At("split")),
            Models = [.. models.Values.OfType<ExperimentModel>()],
            Precision = mapping.At("precision")?.AsWord<Precision>("a precision") ?? Precision.Float32,
            Engines = Engines(mapping.At("engines")),
            Timing = mapping.At("timing")?.AsFlag() ?? true,
            Report = SettingsReader.Report(mapping.At("report"), metrics),
            Claims = Claims(mapping.At("claims"), new ClaimReader(vocabulary, metrics, [.. datasets.Keys], models), source),
        };
    }

    private OrderedDictionary<string, DatasetTerm> Datasets(Mapping mapping)
    {
        if (mapping.At("dataset") is { } one)
        {
            mapping.At("datasets")?.Fail("give either 'dataset' or 'datasets'");
            return Known([one]);
        }

        return mapping.At("datasets") is { } several
            ? Known(several.AsItems("data set") ?? [])
            : Known(mapping.Required("dataset", "the name of a data set") is { } value ? [value] : []);
    }

    private OrderedDictionary<string, DatasetTerm> Known(IReadOnlyList<Value> values)
    {
        var known = new OrderedDictionary<string, DatasetTerm>(StringComparer.Ordinal);
        foreach (Value value in values)
        {
            if (value.AsName("a data set", vocabulary.Datasets.Keys) is { } name && !known.TryAdd(name, vocabulary.Datasets[name]))
                value.Fail($"'{name}' stands here a second time");
        }

        return known;
    }

    private List<string>? Engines(Value? value) =>
        value is null ? null : [.. (value.AsItems("engine") ?? []).Select(item => item.AsName("an engine", vocabulary.Engines)).OfType<string>()];

    private static List<ClaimSpec> Claims(Value? value, ClaimReader reader, Citation? lesson)
    {
        var claims = new List<ClaimSpec>();
        foreach (Value item in value?.AsItems("claim") ?? [])
        {
            if (reader.Read(item, lesson) is not { } claim)
                continue;
            if (claims.Find(other => other.Id == claim.Id) is { } first)
                item.Fail($"the id '{claim.Id}' is taken by the claim on line {first.Line}");
            claims.Add(claim);
        }

        return claims;
    }
}
