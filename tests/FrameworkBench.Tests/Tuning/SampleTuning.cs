using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Tuning;

namespace FrameworkBench.Tests.Tuning;

/// <summary>
/// A made-up tuning of two models on iris. How good a fit is follows from its settings: the forest from the share of features
/// alone, the best at 0.5; the network from its learning rate, the best at 0.01, and it fails above 0.05.
/// </summary>
internal static class SampleTuning
{
    public const string Yaml = """
        title: Iris
        dataset: iris
        models:
          forest:
            kind: forest
            trees: 27
            feature_share: 1
            tune: {trials: 24, space: {feature_share: {uniform: [0.1, 1]}, min_samples_leaf: {whole: [1, 20]}, max_leaves: {choice: [null, 7, 15]}}}
          net:
            title: a network
            kind: network
            hidden: [4]
            tune: {trials: 12, space: {train.learning_rate: {log_uniform: [1e-4, 0.1]}, activation: {choice: [relu, tanh]}, hidden: {repeat: {whole: [2, 9]}, times: {whole: [1, 3]}}}}
        """;

    public static Experiment Experiment { get; } = new ExperimentLoader(TestVocabulary.Real)
        .Parse("experiments/documents/flowers.yaml", Yaml);

    public static IReadOnlyList<PlannedTrial> Plan(TuningRequest request)
    {
        var catalog = FrameworkBench.Datasets.Catalog.DatasetCatalog.Read(RepositoryFiles.Catalog);
        return new TrialPlanner([new PlannedEngine("scratch", Hello, null)], catalog.Load, new PlanOptions())
            .Plan([TuningExperiment.Of(Experiment, request)]);
    }

    public static async Task<RunResult> RunAsync(TuningRequest request)
    {
        IReadOnlyList<PlannedTrial> plan = await SearchRun.RunAsync(Plan(request), FitAsync);
        Outcomes outcomes = await FitAsync(plan);
        return new RunResult
        {
            Profile = Profile.Default,
            Experiments = [plan[0].Trial.Experiment],
            Engines = [new EngineStatus(EngineCatalog.Find("scratch")!, new EngineCommand("scratch", []), Hello, null)],
            Results = [.. plan.Select(planned => TrialResult.Of(planned, outcomes[planned]))],
            Verdicts = [],
            Machine = new Machine("Example CPU", 2, 8L << 30, "Example OS 12, X64", ".NET 10.0.0", "0123456789ab"),
        };
    }

    public static Task<Outcomes> FitAsync(IReadOnlyList<PlannedTrial> trials) =>
        Task.FromResult(Outcomes.Of(trials, trial => trial.Known ?? Fit(trial)));

    private static Outcome Fit(PlannedTrial trial)
    {
        double quality = trial.Model switch
        {
            ForestSpec forest => 0.95 - Math.Abs(forest.FeatureShare!.Value - 0.5) - (0.1 * (27 - forest.Trees!.Value) / 27),
            NetworkSpec network => 0.9 - (0.2 * Math.Abs(Math.Log10(network.Train.LearningRate) + 2)),
            _ => throw new InvalidOperationException(trial.Model.Kind),
        };
        if (trial.Model is NetworkSpec { Train.LearningRate: > 0.05 })
            return Outcome.Without(TrialStatus.Diverged, "the loss was no longer finite after 3 epochs");
        int[] rows = trial.Input.Split.TestRows;
        double[] values =
            [.. rows.SelectMany(
                row => Enumerable.Range(0, 3)
                .Select(label => IsRight(row, quality) == (trial.Input.Dataset.Labels[row] == label) ? 0.8 : 0.1))];
        for (int start = 0; start < values.Length; start += 3)
        {
            double sum = values[start] + values[start + 1] + values[start + 2];
            for (int label = 0; label < 3; label++)
                values[start + label] /= sum;
        }

        return new Outcome
        {
            Status = TrialStatus.Done,
            Predictions = new Predictions(rows.Length, 3, values),
            Epochs = 5,
            FitSeconds = 0.5,
        };
    }

    // The same rows are easy for every model, and each is right on the easiest ones.
    private static bool IsRight(int row, double quality) =>
        TrialKey.Seed(FormattableString.Invariant($"row {row}")) / (double)uint.MaxValue < quality;

    private static HelloReply Hello { get; } = new()
    {
        Engine = "scratch",
        Framework = "FrameworkBench.Scratch",
        Version = "0.1.0",
        Capabilities = new Capabilities
        {
            Models = [ForestSpec.KindName, NetworkSpec.KindName],
            Layers = ["dense"],
            Activations = Enum.GetValues<Activation>(),
            Initializations = Enum.GetValues<InitializationKind>(),
            Losses = Enum.GetValues<Loss>(),
            Optimizers = Enum.GetValues<Optimizer>(),
            EarlyStopping = true,
        },
    };
}
