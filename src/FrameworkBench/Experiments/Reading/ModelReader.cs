using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Experiments.Reading;

/// <summary>Reads what a model is, by its kind.</summary>
internal static class ModelReader
{
    private static readonly Dictionary<string, string[]> KeysByKind = new(StringComparer.Ordinal)
    {
        [ConstantSpec.KindName] = Keys.Constant,
        [PerceptronSpec.KindName] = Keys.Perceptron,
        [NetworkSpec.KindName] = Keys.Network,
        [LinearSpec.KindName] = Keys.Linear,
        [TreeSpec.KindName] = Keys.Tree,
        [ForestSpec.KindName] = Keys.Forest,
        [BoostedTreesSpec.KindName] = Keys.BoostedTrees,
        [PrincipalComponentsSpec.KindName] = Keys.PrincipalComponents,
        [CustomSpec.KindName] = Keys.Custom,
    };

    // Trees and a perceptron have one output.
    private static readonly string[] OfReconstruction =
        [ConstantSpec.KindName, NetworkSpec.KindName, LinearSpec.KindName, PrincipalComponentsSpec.KindName, CustomSpec.KindName];

    /// <summary>The kinds there are, and the keys of each.</summary>
    public static IReadOnlyDictionary<string, string[]> Kinds => KeysByKind;

    /// <summary>The keys of a model, once its kind is known; null after noting that it is not.</summary>
    public static Mapping? Open(MappingNode node, string path, ProblemList problems)
    {
        MappingEntry? entry = node.Entries.FirstOrDefault(entry => entry.Key == "kind");
        if (entry is null)
        {
            // An heir has its kind from its parent; where that is wrong, it has been said already.
            if (node.Entries.Any(other => other.Key == "like"))
                return null;
            problems.Add(node, path, $"'kind' is missing; give one of {string.Join(", ", KeysByKind.Keys)}");
            return null;
        }

        var value = new Value(entry.Value, NodeParser.Join(path, "kind"), problems);
        return value.AsName("a kind of model", KeysByKind.Keys) is { } kind ? new Mapping(node, path, KeysByKind[kind], problems) : null;
    }

    /// <summary>The model's specification, or null after noting what is wrong.</summary>
    /// <param name="mapping">Its keys, as <see cref="Open"/> gave them.</param>
    /// <param name="datasets">The experiment's data sets.</param>
    /// <param name="followsTask">Whether the output layer and the loss are those that suit the task.</param>
    public static ModelSpec? Read(Mapping mapping, IReadOnlyCollection<DatasetTerm> datasets, out bool followsTask)
    {
        followsTask = false;
        string? kind = mapping.At("kind")?.Scalar;
        bool reconstructs = datasets.Any(dataset => dataset.Task == Protocol.Messages.TaskKind.Reconstruction);
        if (kind == PrincipalComponentsSpec.KindName && !reconstructs && datasets.Count > 0)
            mapping.At("kind")!.Fail("principal components reconstruct the inputs; the experiment needs 'task: reconstruction'");
        if (reconstructs && !OfReconstruction.Contains(kind))
            mapping.At("kind")!.Fail($"a {kind} predicts one target and cannot reconstruct all inputs; "
                + $"'task: reconstruction' allows {string.Join(", ", OfReconstruction)}");
        return kind switch
        {
            ConstantSpec.KindName => new ConstantSpec(),
            PerceptronSpec.KindName => Perceptron(mapping, datasets),
            NetworkSpec.KindName => new NetworkReader(mapping, datasets).Read(out followsTask),
            LinearSpec.KindName => Linear(mapping),
            TreeSpec.KindName => Tree(mapping),
            ForestSpec.KindName => Forest(mapping),
            BoostedTreesSpec.KindName => BoostedTrees(mapping),
            PrincipalComponentsSpec.KindName => new PrincipalComponentsSpec { Components = mapping.Required("components", "how many are kept, such as 8")?.AsWhole(1) ?? 1 },
            CustomSpec.KindName => CustomReader.Read(mapping),
            _ => null,
        };
    }

    private static PerceptronSpec Perceptron(Mapping mapping, IReadOnlyCollection<DatasetTerm> datasets)
    {
        if (datasets.FirstOrDefault(dataset => dataset.Task != Protocol.Messages.TaskKind.Binary) is not null)
            mapping.At("kind")!.Fail("a perceptron separates two classes, but a data set of this experiment does not have two");
        var start = new PerceptronSpec();
        return start with
        {
            Init = mapping.At("init") is { } init ? LayerReader.Init(init) ?? start.Init : start.Init,
            Bias = mapping.At("bias")?.AsFlag() ?? start.Bias,
            FiresAtZero = mapping.At("fires_at_zero")?.AsFlag() ?? start.FiresAtZero,
            LearningRate = mapping.At("learning_rate")?.AsNumber(NumberRange.Positive) ?? start.LearningRate,
            Epochs = mapping.At("epochs")?.AsWhole(1) ?? start.Epochs,
            StopWhenErrorFree = mapping.At("stop_when_error_free")?.AsFlag() ?? start.StopWhenErrorFree,
        };
    }

    private static LinearSpec Linear(Mapping mapping)
    {
        var start = new LinearSpec();
        return start with
        {
            L2 = mapping.At("l2")?.AsNumber(NumberRange.NotNegative) ?? start.L2,
            MaxIterations = mapping.At("max_iterations")?.AsWhole(1) ?? start.MaxIterations,
        };
    }

    private static TreeSpec Tree(Mapping mapping) => new()
    {
        MaxDepth = mapping.At("max_depth")?.AsWhole(1),
        MinSamplesLeaf = mapping.At("min_samples_leaf")?.AsWhole(1),
        MaxLeaves = mapping.At("max_leaves")?.AsWhole(2),
    };

    private static ForestSpec Forest(Mapping mapping) => new()
    {
        Trees = mapping.At("trees")?.AsWhole(1),
        MaxDepth = mapping.At("max_depth")?.AsWhole(1),
        MinSamplesLeaf = mapping.At("min_samples_leaf")?.AsWhole(1),
        MaxLeaves = mapping.At("max_leaves")?.AsWhole(2),
        FeatureShare = mapping.At("feature_share")?.AsNumber(NumberRange.Share),
    };

    private static BoostedTreesSpec BoostedTrees(Mapping mapping) => new()
    {
        Rounds = mapping.At("rounds")?.AsWhole(1),
        LearningRate = mapping.At("learning_rate")?.AsNumber(NumberRange.Positive),
        MaxLeaves = mapping.At("max_leaves")?.AsWhole(2),
        MaxDepth = mapping.At("max_depth")?.AsWhole(1),
        MinSamplesLeaf = mapping.At("min_samples_leaf")?.AsWhole(1),
        MinChildWeight = mapping.At("min_child_weight")?.AsNumber(NumberRange.NotNegative),
        L2 = mapping.At("l2")?.AsNumber(NumberRange.NotNegative),
        MaxBins = mapping.At("max_bins")?.AsWhole(2, 255),
        Subsample = mapping.At("subsample")?.AsNumber(NumberRange.Share),
        ColumnSample = mapping.At("column_sample")?.AsNumber(NumberRange.Share),
        Patience = mapping.At("patience")?.AsWhole(1),
    };
}
