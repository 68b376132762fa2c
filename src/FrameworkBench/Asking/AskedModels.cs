using FrameworkBench.Claims;
using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Scoring;

namespace FrameworkBench.Asking;

/// <summary>
/// The models that a table is asked about: those with default settings, the strong ones, which <c>tune --table</c> searches too, and these
/// tuned.
/// </summary>
internal static class AskedModels
{
    /// <summary>The name of the model that predicts the mean or the class shares.</summary>
    public const string Constant = "constant";

    /// <summary>The name of the linear model.</summary>
    public const string Linear = "linear";

    /// <summary>The name of the boosted trees with default settings, which tell what columns matter.</summary>
    public const string Boosted = "boosted";

    /// <summary>The name of the tree that sees only some columns.</summary>
    public const string Tree = "tree";

    /// <summary>The name of the strong network.</summary>
    public const string RealMlp = "realmlp";

    private const string Strong = "boosted-strong";
    private const string RealMlpTuned = "realmlp-tuned";
    private const string StrongTuned = "boosted-tuned";
    private const string Forest = "forest";
    private const string Network = "network";
    private const string File = "ask.yaml";
    private const string Table = "table";

    /// <summary>The models with default settings, the quick ones first.</summary>
    public static IReadOnlyList<string> Defaults { get; } = [Constant, Linear, Boosted, Network, Forest];

    /// <summary>The strongest model of each family, the slow one first.</summary>
    public static IReadOnlyList<string> StrongModels { get; } = [RealMlp, Strong];

    /// <summary>All of these, whose settings are fixed.</summary>
    public static IReadOnlyList<string> Untuned { get; } = [.. Defaults, .. StrongModels];

    /// <summary>The strong ones with settings that are searched within the training rows of each split.</summary>
    public static IReadOnlyList<string> TunedModels { get; } = [RealMlpTuned, StrongTuned];

    /// <summary>The family of a model.</summary>
    public static Family FamilyOf(string model) => model switch
    {
        Forest or Boosted or Strong or StrongTuned => Family.Trees,
        Network or RealMlp or RealMlpTuned => Family.Networks,
        _ => Family.Baseline,
    };

    /// <summary>The experiment with all of them on a table.</summary>
    public static Experiment On(Dataset dataset)
    {
        var loader = new ExperimentLoader(new Vocabulary
        {
            Datasets = new Dictionary<string, DatasetTerm>
            {
                [Table] = new DatasetTerm(dataset.Task, dataset.IsClassification ? dataset.ClassNames.Count : 1),
            },
            Metrics = TrialFigures.Terms,
            Claims = ClaimKinds.Terms,
            Engines = ["scratch"],
        });
        using var text = new StreamReader(typeof(AskedModels).Assembly.GetManifestResourceStream(File)!);
        Experiment usual = loader.Parse(File, text.ReadToEnd()), searched = loader.Parse(TableExperiment.File, TableExperiment.Of(Table));
        ExperimentModel network = searched.Models.First(model => model.Name == RealMlp);
        ExperimentModel trees = searched.Models.First(model => model.Name == Boosted);
        return usual with
        {
            Models =
            [
                .. usual.Models,
                network with { Search = null },
                trees with { Name = Strong, Title = "boosted trees, strong settings", Search = null },
                network with { Name = RealMlpTuned, Title = "RealMLP, tuned" },
                trees with { Name = StrongTuned, Title = "boosted trees, tuned" },
            ],
        };
    }
}
