using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Tests.Trials;

/// <summary>A plan with the searches of three models on iris, and outcomes for its candidates.</summary>
internal static class SearchPlans
{
    internal const string Yaml = """
        dataset: iris
        split: {k_fold: 3, stratified: true, random_state: 1, keep_duplicates_together: true}
        seeds: 1
        models:
          trees:
            kind: boosted_trees
            rounds: 9
            patience: 3
            validation: {fraction: 0.3}
            tune:
              trials: {default: 6, full: 12}
              space:
                max_depth: {whole: [1, 11]}
                learning_rate: {log_uniform: [1e-5, 0.7]}
                min_child_weight: {log_whole: [1, 100]}
                subsample: {uniform: [0.5, 1]}
                max_leaves: {choice: [null, 7]}
                inputs: {choice: [raw, standardise]}
          forest: {kind: forest, tune: {trials: 4, space: {trees: {whole: [5, 50]}}}}
          net: {kind: network, hidden: [4], tune: {trials: 30, space: {hidden: {repeat: {whole: [2, 9]}, times: {whole: [1, 3]}}, train.learning_rate: {log_uniform: [1e-4, 0.1]}}}}
        """;

    internal static readonly PlannedEngine Able = new("able", Hello("able"), null);
    internal static readonly PlannedEngine Other = new("other", Hello("other"), null);

    internal static Outcome Predicting(PlannedTrial planned, double right)
    {
        int[] rows = planned.Input.Split.TestRows;
        double[] values =
            [.. rows.SelectMany(
                row => Enumerable.Range(0, 3).Select(label => planned.Input.Dataset.Labels[row] == label ? right : (1 - right) / 2))];
        return new Outcome { Status = TrialStatus.Done, Predictions = new Predictions(rows.Length, 3, values) };
    }

    internal static int NumberOf(PlannedTrial candidate) =>
        int.Parse(candidate.Trial.Model.Name.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);

    internal static int NumberOf(CandidateStanding standing) => NumberOf(standing.Candidate.Inner);

    internal static IReadOnlyList<PlannedTrial> Plan(IReadOnlyList<PlannedEngine> engines, Profile profile = Profile.Default) =>
        Plan(engines, Yaml, profile);

    internal static IReadOnlyList<PlannedTrial> Plan(IReadOnlyList<PlannedEngine> engines, string yaml, Profile profile = Profile.Default)
    {
        Experiment experiment = new ExperimentLoader(TestVocabulary.Real).Parse("searched.yaml", yaml);
        var catalog = FrameworkBench.Datasets.Catalog.DatasetCatalog.Read(RepositoryFiles.Catalog);
        return new TrialPlanner(engines, catalog.Load, new PlanOptions { Profile = profile }).Plan([experiment]);
    }

    internal static HelloReply Hello(string name) => new()
    {
        Engine = name,
        Framework = name,
        Version = "1.0",
        Capabilities = new Capabilities
        {
            Models = [BoostedTreesSpec.KindName, ForestSpec.KindName, NetworkSpec.KindName],
            Layers = ["dense"],
            Activations = Enum.GetValues<Activation>(),
            Initializations = Enum.GetValues<InitializationKind>(),
            Losses = Enum.GetValues<Loss>(),
            Optimizers = Enum.GetValues<Optimizer>(),
            EarlyStopping = true,
        },
    };
}
