using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Samples;

/// <summary>
/// A made-up run of models that reconstruct small images: one that keeps nine tenths of each pixel, one that has only half of them, one
/// that its engine cannot fit.
/// </summary>
internal static class SampleReconstructionRun
{
    private const int Rows = 24;

    public static RunResult Make()
    {
        var plan = new FirstRows(12);
        var experiment = new Experiment
        {
            Name = "squeezed",
            Path = "experiments/documents/squeezed.yaml",
            Title = "Squeezed",
            Datasets = ["strokes"],
            Reconstructs = true,
            Split = new ByProfile<SplitPlan>(plan, plan, plan),
            Models = [Model("net", "2-1-2 | net", new PrincipalComponentsSpec
            {
                Components = 1,
            }), Model("half", "half", new PrincipalComponentsSpec { Components = 2 }), Model("none", "none", new LinearSpec())],
            Report = new ReportSettings
            {
                ImageGrid = true,
                Also = [new MetricReference("reconstruction_error"), new MetricReference("code_accuracy")],
            },
        };
        return SampleStrokes.Run(experiment, Trials(experiment));
    }

    private static ExperimentModel Model(string name, string title, ModelSpec spec) => new()
    {
        Name = name,
        Title = title,
        Spec = spec,
        Preparation = new() { Inputs = InputScaling.MinMax },
        Seeds = new ByProfile<int>(1, 1, 1),
    };

    private static IEnumerable<TrialResult> Trials(Experiment experiment)
    {
        Dataset dataset = SampleStrokes.Table(Rows).ToReconstruct();
        Split split = experiment.Split.Default.Split(dataset)[0];
        int[] rows = [.. split.TestRows, .. split.TrainRows];
        foreach (ExperimentModel model in experiment.Models)
        {
            var input = new TrialInput(dataset, split, model.Preparation, Precision.Float32, PredictTraining: true) { Codes = true };
            double[] prepared = input.Preparation.Fit(dataset, split.TrainRows).Transform(rows).Values;
            Outcome outcome = model.Name == "none"
                ? Outcome.Without(TrialStatus.Unsupported, "task reconstruction")
                : new Outcome
                {
                    Status = TrialStatus.Done,
                    Predictions =
                        new Predictions(
                            rows.Length, 12,
                            [.. prepared.Select((value, i) => model.Name == "net" ? 0.9 * value : i % 2 == 0 ? value : 0)]),
                    Codes = new Predictions(rows.Length, 1, [.. rows.Select(row => model.Name == "net" ? dataset.Labels[row] : row)]),
                };
            yield return TrialResult.Of(
                new PlannedTrial(
                    new Trial(experiment, model, "strokes", "scratch", 0, 0), input, model.Spec, new TrialKey(new string('0', 64))),
                    outcome);
        }
    }
}
