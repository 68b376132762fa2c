using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Expansion;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>Reads a whole experiment from the tree of its file.</summary>
/// <param name="vocabulary">The names that it may use.</param>
/// <param name="problems">Where what is wrong is noted.</param>
/// <param name="tableFolders">Folders besides its own from which it may take tables.</param>
/// <param name="knownTable">A table that is read already, by its path; null for none.</param>
internal sealed class ExperimentReader(
    Vocabulary vocabulary, ProblemList problems, IReadOnlyList<string> tableFolders, CsvTable? knownTable = null)
{
    private readonly Dictionary<string, CsvTable> tables = new(StringComparer.Ordinal);
    private string folder = "";

    /// <summary>The experiment, or null after noting why there is none. Whether it is sound, the problems tell.</summary>
    public Experiment? Read(ExpandedExperiment expanded, string path)
    {
        if (new Value(expanded.Root, "", problems).AsMapping("experiment") is not { } mapping)
            return null;
        string name = Path.GetFileNameWithoutExtension(path);
        ExperimentNames.CheckExperiment(name, problems);
        folder = Path.GetDirectoryName(path) ?? "";
        IReadOnlyDictionary<string, DatasetTerm> datasets = Datasets(mapping, out ByProfile<IReadOnlyList<string>>? byProfile);
        bool reconstructs = mapping.At("task") is { } task && Reconstructs(task);
        if (reconstructs)
            datasets = datasets.ToDictionary(dataset => dataset.Key, dataset => dataset.Value with
            {
                Task = TaskKind.Reconstruction,
                Outputs = null,
                IsPlane = false,
            }, StringComparer.Ordinal);
        var engines = new EngineNames(vocabulary.Engines);
        ByProfile<IReadOnlyList<string>?>? byEngines = mapping.At("engines") is { } only ? engines.ReadByProfile(only) : null;
        ByProfile<bool>? timing = SettingsReader.FlagByProfile(mapping.At("timing"));
        bool oneAtATime = mapping.Flag("one_at_a_time");
        var metrics = new Metrics(vocabulary, datasets, timesCompare: oneAtATime);
        ByProfile<SplitPlan> split = SplitReader.Read(mapping.At("split"));
        int[] sizes =
            [.. new[] { split.Quick, split.Default, split.Full }.OfType<LearningCurve>().SelectMany(curve => curve.TrainRows).Distinct()
                .Order()];
        Citation? source = mapping.At("source") is { } lesson ? SettingsReader.Source(lesson, null) : null;
        var modelsReader = new ModelsReader(mapping, expanded.Coordinates, [.. datasets.Values], split, engines, problems);
        IReadOnlyDictionary<string, ExperimentModel?> models = modelsReader.Read();
        var reader = new ClaimReader(vocabulary, metrics, datasets, models, sizes);
        List<ClaimSpec> claims = Claims(mapping.At("claims"), expanded.ClaimPlaces, reader, source);
        return new Experiment
        {
            Name = name,
            Path = path,
            Title = mapping.Text("title") ?? name,
            Question = mapping.Text("question") ?? "",
            Notes = SettingsReader.Texts(mapping.At("notes")),
            ChangedAfterResults = SettingsReader.Texts(mapping.At("changed_after_results")),
            Source = source,
            Datasets = [.. datasets.Keys],
            DatasetsByProfile = byProfile,
            Tables = tables,
            Reconstructs = reconstructs,
            Split = split,
            SplitLine = mapping.At("split")?.Node.Line,
            Models = [.. models.Values.OfType<ExperimentModel>()],
            FirstSeed = mapping.Whole("first_seed"),
            Precision = mapping.Word<Precision>("precision"),
            Engines = byEngines?.Default,
            EnginesByProfile = byEngines,
            Timing = timing?.Default ?? false,
            TimingByProfile = timing,
            IsLong = mapping.Flag("long"),
            OneAtATime = oneAtATime,
            Limits = SettingsReader.Limits(mapping.At("limits")),
            Report = SettingsReader.Report(mapping.At("report"), metrics, [.. models.Keys], datasets),
            Claims = claims,
            Answer = claims.Count < expanded.ClaimPlaces.Count
                ? null : mapping.At("answer")?.AsName("a claim of this experiment", [.. claims.Select(claim => claim.Id)]),
        };
    }

    private static bool Reconstructs(Value task)
    {
        bool known = task.Scalar == Words<TaskKind>.Of(TaskKind.Reconstruction);
        if (!known)
            task.Fail($"{task.Found()}; must be reconstruction, or absent when the target is predicted: its values determine the task");
        return known;
    }

    private OrderedDictionary<string, DatasetTerm> Datasets(Mapping mapping, out ByProfile<IReadOnlyList<string>>? byProfile)
    {
        byProfile = null;
        if (mapping.At("dataset") is { } one)
        {
            mapping.At("datasets")?.Fail("give either 'dataset' or 'datasets'");
            return Known([one]);
        }

        if (!mapping.Says("datasets"))
            mapping.Miss("dataset", "the name of a data set");
        if (mapping.At("datasets") is { IsMapping: true } profiles)
            return ByProfile(profiles.AsMapping()!, out byProfile);
        return mapping.At("datasets") is { } several
            ? Known(several.AsItems() ?? [])
            : Known([]);
    }

    private OrderedDictionary<string, DatasetTerm> ByProfile(Mapping mapping, out ByProfile<IReadOnlyList<string>>? byProfile)
    {
        var usual = Known(mapping.Items("default"));
        var quick = At("quick");
        var full = At("full");
        byProfile = new ByProfile<IReadOnlyList<string>>([.. quick.Keys], [.. usual.Keys], [.. full.Keys]);
        var all = new OrderedDictionary<string, DatasetTerm>(usual, StringComparer.Ordinal);
        foreach ((string name, DatasetTerm term) in quick.Concat(full))
            all.TryAdd(name, term);
        return all;

        OrderedDictionary<string, DatasetTerm> At(string profile) => mapping.At(profile) is { } own ? Known(own.AsItems() ?? []) : usual;
    }

    private OrderedDictionary<string, DatasetTerm> Known(IReadOnlyList<Value> values)
    {
        var known = new OrderedDictionary<string, DatasetTerm>(StringComparer.Ordinal);
        foreach (Value value in values)
        {
            (string Name, DatasetTerm Term)? dataset = value.IsMapping ? Table(value)
                : value.AsName("a data set", [.. vocabulary.Datasets.Keys]) is { } name ? (name, vocabulary.Datasets[name])
                : null;
            if (dataset is var (found, term) && !known.TryAdd(found, term))
                value.Fail($"duplicate '{found}'");
        }

        return known;
    }

    // A user's own table is read here already: what may be asked of it depends on its target.
    private (string Name, DatasetTerm Term)? Table(Value value)
    {
        if (value.AsMapping() is not { } mapping)
            return null;
        string? file = mapping.Text("csv");
        string? target = mapping.Text("target");
        TaskKind? task = mapping.At("task")?.AsWord() is { } word ? Words<TaskKind>.Find(word) : null;
        if (file is null || target is null || !IsAllowed(file, mapping.At("csv")!))
            return null;

        var table =
            new CsvTable(
                Path.Combine(folder, file), target, task, SettingsReader.Texts(mapping.At("categorical")),
                SettingsReader.Texts(mapping.At("ignore")))
            {
                Name = mapping.Text("name"),
                Numeric = SettingsReader.Texts(mapping.At("numeric")),
                Group = mapping.Text("group"),
                Time = mapping.Text("time"),
            };
        if (table.Path == knownTable?.Path)
            table = knownTable;
        try
        {
            Dataset dataset = table.Read();
            ExperimentNames.CheckTable(dataset.Name, value);
            if (tables.TryGetValue(dataset.Name, out CsvTable? other) && !other.IsReadAs(table))
            {
                value.Fail($"'{dataset.Name}' is the name of {Path.GetRelativePath(folder, other.Path)}, "
                    + $"target '{other.Target}', too; give this table a 'name'");
                return null;
            }

            tables[dataset.Name] = table;
            return (dataset.Name, new DatasetTerm(dataset.Task, dataset.IsClassification ? dataset.ClassNames.Count : 1)
            {
                IsPlane = dataset.IsClassification && dataset.Columns.Count == 2
                    && dataset.Columns.All(column => column.Kind == ColumnKind.Numeric),
            });
        }
        catch (DatasetException error)
        {
            foreach (Problem problem in error.Problems)
                value.Fail(problem.ToString());
            return null;
        }
    }

    private bool IsAllowed(string file, Value value) => RealPath.IsConfined(
        value, file, [folder, .. tableFolders], "the experiment's folder; put the table there, or allow its folder by --data FOLDER");

    private static List<ClaimSpec> Claims(Value? value, IReadOnlyList<int> places, ClaimReader reader, Citation? lesson)
    {
        var claims = new List<ClaimSpec>();
        foreach ((Value found, int place) in (value?.AsItems() ?? []).Zip(places))
        {
            // A claim that was written for several is reported by its own number.
            var item = new Value(found.Node, $"{value!.Path}[{place}]", value.Problems);
            if (reader.Read(item, lesson) is not { } claim)
                continue;
            if (claims.Find(other => other.Id == claim.Id) is { } first)
                item.Fail($"duplicate id '{claim.Id}'; the first is on line {first.Line}");
            claims.Add(claim);
        }

        return claims;
    }
}
