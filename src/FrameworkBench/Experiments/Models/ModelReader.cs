using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>Reads what a model is, by its kind.</summary>
internal static class ModelReader
{
    private static readonly string[] OfTree = ["max_depth", "min_samples_leaf", "max_leaves"];

    private static readonly string[] OfBoosting =
        ["rounds", "learning_rate", "min_child_weight", "l2", "max_bins", "subsample", "column_sample", "patience"];

    // Trees and a perceptron have one output.
    private static readonly string[] OfReconstruction =
        [ConstantSpec.KindName, NetworkSpec.KindName, LinearSpec.KindName, PrincipalComponentsSpec.KindName, CustomSpec.KindName];

    /// <summary>The kinds there are.</summary>
    public static IReadOnlyList<string> Kinds => KeyTable.Of("model").Kinds;

    /// <summary>The keys of a model, once its kind is known; null after noting that it is not.</summary>
    public static Mapping? Open(MappingNode node, string path, ProblemList problems)
    {
        MappingEntry? entry = node.Entries.FirstOrDefault(entry => entry.Key == "kind");
        if (entry is null)
        {
            // An heir has its kind from its parent; where that is wrong, it has been said already.
            if (node.Entries.Any(other => other.Key == "like"))
                return null;
            problems.Add(node, path, $"'kind' is missing; give one of {string.Join(", ", Kinds)}");
            return null;
        }

        var value = new Value(entry.Value, NodeParser.Join(path, "kind"), problems);
        return value.AsName("a kind of model", Kinds) is { } kind ? new Mapping(node, path, KeyTable.Of(kind), problems) : null;
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
            LinearSpec.KindName => mapping.Into(new LinearSpec(), "l2", "max_iterations"),
            TreeSpec.KindName => mapping.Into(new TreeSpec(), OfTree),
            ForestSpec.KindName => mapping.Into(new ForestSpec(), [.. OfTree, "trees", "feature_share"]),
            BoostedTreesSpec.KindName => mapping.Into(new BoostedTreesSpec(), [.. OfTree, .. OfBoosting]),
            PrincipalComponentsSpec.KindName => new PrincipalComponentsSpec { Components = mapping.At("components")?.AsWhole() ?? 1 },
            RealMlpSpec.KindName => TabularReader.RealMlp(mapping),
            TabMSpec.KindName => TabularReader.TabM(mapping),
            CustomSpec.KindName => CustomReader.Read(mapping),
            _ => null,
        };
    }

    private static PerceptronSpec Perceptron(Mapping mapping, IReadOnlyCollection<DatasetTerm> datasets)
    {
        if (datasets.FirstOrDefault(dataset => dataset.Task != Protocol.Messages.TaskKind.Binary) is not null)
            mapping.At("kind")!.Fail("a perceptron separates two classes, but a data set of this experiment does not have two");
        PerceptronSpec spec = mapping.Into(
            new PerceptronSpec(), "bias", "fires_at_zero", "learning_rate", "epochs", "stop_when_error_free");
        return spec with { Init = mapping.At("init") is { } init ? LayerReader.Init(init) ?? spec.Init : spec.Init };
    }
}
