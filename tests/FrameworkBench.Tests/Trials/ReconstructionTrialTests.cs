using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Trials;

/// <summary>Trials whose target is the inputs themselves.</summary>
public sealed class ReconstructionTrialTests
{
    private static readonly PlannedEngine Able = new("able", Hello([TaskKind.Multiclass, TaskKind.Reconstruction]), null);
    private static readonly PlannedEngine Unable = new("unable", Hello([TaskKind.Multiclass]), null);

    [Fact]
    public void The_rows_are_those_of_the_classification_and_the_outputs_are_all_inputs()
    {
        PlannedTrial planned = Plan(Able)[0];
        PlannedTrial classified = Plan(Able, reconstructs: false)[0];

        Assert.Equal(TaskKind.Reconstruction, planned.Input.Dataset.Task);
        Assert.Equal(classified.Input.Split.TestRows, planned.Input.Split.TestRows);
        Assert.Equal(64, planned.Input.Outputs);
        Assert.Equal(64, Assert.IsType<NetworkSpec>(planned.Model).Layers.OfType<DenseLayer>().Last().Units);
        Assert.NotEqual(classified.Key, planned.Key);
    }

    [Fact]
    public void Codes_are_asked_for_where_a_figure_needs_them_and_belong_to_the_key()
    {
        PlannedTrial with = Plan(Able)[0], without = Plan(Able, codes: false)[0];
        var arrays = new ArrayFiles { TrainX = "x", TrainY = "x", PredictX = "p", Predictions = "q", Codes = "c" };

        Assert.True(with.Input is { Codes: true, PredictTraining: true });
        Assert.True(without.Input is { Codes: false, PredictTraining: false });
        Assert.NotEqual(without.Input.Digest, with.Input.Digest);
        Assert.True(
            with.Request("1", arrays, [], TimeSpan.FromSeconds(1), 1) is { Codes: true, Classes: 0, Task: TaskKind.Reconstruction });
        Assert.False(without.Request("1", arrays with { Codes = null }, [], TimeSpan.FromSeconds(1), 1).Codes);
    }

    [Fact]
    public void A_changed_copy_of_an_input_has_a_digest_and_outputs_of_its_own()
    {
        TrialInput input = Plan(Able)[0].Input;
        _ = (input.Digest, input.Outputs);

        Assert.NotEqual(input.Digest, (input with { Precision = Precision.Float64 }).Digest);
        Assert.NotEqual(input, input with { Precision = Precision.Float64 });
        Assert.Equal(input, input with { });
        Assert.Equal(2, (input with { Dataset = input.Dataset with { Columns = [.. input.Dataset.Columns.Take(2)] } }).Outputs);
    }

    [Fact]
    public void An_engine_that_cannot_reconstruct_says_so() =>
        Assert.Equal((TrialStatus.Unsupported, "task reconstruction"), (Plan(Unable)[0].Known!.Status, Plan(Unable)[0].Known!.Reason));

    [Fact]
    public void What_comes_back_unchanged_has_no_error_and_codes_that_are_the_classes_tell_them()
    {
        PlannedTrial planned = Plan(Able)[0];
        int[] rows = [.. planned.Input.Split.TestRows, .. planned.Input.Split.TrainRows];
        Dataset table = planned.Input.Dataset;
        var outcome = new Outcome
        {
            Status = TrialStatus.Done,
            Predictions =
                new Predictions(
                    rows.Length, 64, planned.Input.Preparation.Fit(table, planned.Input.Split.TrainRows).Transform(rows).Values),
            Codes = new Predictions(rows.Length, 1, [.. rows.Select(row => (double)table.Labels[row])]),
        };

        var result = TrialResult.Of(planned, outcome);

        Assert.Equal((0, 1, 1), (result.Test!["reconstruction_error"], result.Test["explained_variance"], result.Test["code_accuracy"]));
        Assert.Equal((0, null), (result.Training!["reconstruction_error"], result.Training["code_accuracy"]));
        Assert.Equal(1, result.Figure(new MetricReference("code_accuracy")));
    }

    [Fact]
    public void Prepared_values_are_turned_back_into_those_of_the_table()
    {
        Dataset table = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("digits");
        foreach (string scaling in new[] { "min_max", "standardise", "raw" })
        {
            Experiment experiment = Experiment(scaling: scaling);
            var preparation = experiment.Models[0].Preparation.Fit(table, [.. Enumerable.Range(0, 500)]);
            double[] prepared = preparation.Transform([7]).Values;

            Assert.All(
                Enumerable.Range(0, 64),
                pixel => Assert.Equal(table.Features[7, pixel], preparation.Inverse(pixel, prepared[pixel])!.Value, 1e-9));
        }
    }

    private static IReadOnlyList<PlannedTrial> Plan(PlannedEngine engine, bool reconstructs = true, bool codes = true) =>
        new TrialPlanner([engine], DatasetCatalog.Read(RepositoryFiles.Catalog).Load, new PlanOptions())
            .Plan([Experiment(reconstructs, codes)]);

    private static Experiment Experiment(bool reconstructs = true, bool codes = true, string scaling = "min_max") =>
        new ExperimentLoader(TestVocabulary.Real).Parse(
        "codes.yaml",
        $$"""
        dataset: digits
        {{(reconstructs ? "task: reconstruction" : "")}}
        split: {hold_out: 0.2, random_state: 42, stratified: true}
        inputs: {{scaling}}
        seeds: 1
        {{(codes && reconstructs ? "report: {also: [code_accuracy]}" : "")}}
        models:
          net: {kind: network, hidden: [8]}
        """);

    private static HelloReply Hello(TaskKind[] tasks) => new()
    {
        Engine = "able",
        Framework = "able",
        Version = "1",
        Capabilities = new Capabilities
        {
            Models = [NetworkSpec.KindName],
            Tasks = tasks,
            Layers = ["dense"],
            Activations = Enum.GetValues<Activation>(),
            Initializations = Enum.GetValues<InitializationKind>(),
            Losses = Enum.GetValues<Loss>(),
            Optimizers = Enum.GetValues<Optimizer>(),
        },
    };
}
