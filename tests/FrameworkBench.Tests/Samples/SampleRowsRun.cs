using FrameworkBench.Claims;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Samples;

/// <summary>
/// A made-up learning curve over rows: a tree that is ahead on few rows, a network that overtakes it, and a line that neither gains nor
/// loses.
/// </summary>
internal static class SampleRowsRun
{
    private static readonly LearningCurve Curve = new([10, 20, 40, 1000], 100, Repeats: 4, RandomState: 1);

    public static RunResult Make(int repeats = 4)
    {
        LearningCurve curve = Curve with { Repeats = repeats };
        var experiment = new Experiment
        {
            Name = "rows",
            Path = "experiments/tabular/rows.yaml",
            Title = "How many rows",
            Question = "Where do they cross?",
            Datasets = ["slope"],
            Split = new ByProfile<SplitPlan>(curve, curve, curve),
            Models =
            [
                Model("line", "linear model", new LinearSpec()),
                Model("net", "network | 4", new NetworkSpec
                {
                    Layers = [new DenseLayer { Units = 4, Activation = Activation.Relu }, new DenseLayer { Units = 1 }],
                    Train = new TrainingSpec { Loss = Loss.MeanSquaredError, Optimizer = Optimizer.Adam, LearningRate = 0.01, Epochs = 5 },
                }),
                Model("tree", "a tree", new TreeSpec()),
            ],
            Report = new ReportSettings
            {
                Metric = new MetricReference("rmse"),
                Also = [new MetricReference("r2"), new MetricReference("accuracy")],
            },
            Claims =
            [
                new ClaimSpec
                {
                    Id = "early",
                    Says = "On 10 rows the tree is ahead.",
                    Kind = "beats",
                    Model = "tree",
                    Against = "net",
                    Metric = new MetricReference("rmse"),
                    TrainRows = 10,
                },
                new ClaimSpec
                {
                    Id = "late",
                    Says = "On 40 rows the tree still is.",
                    Kind = "beats",
                    Model = "tree",
                    Against = "net",
                    Metric = new MetricReference("rmse"),
                    TrainRows = 40,
                },
            ],
        };
        EngineStatus[] engines =
        [
            new(EngineCatalog.Find("scratch")!, new EngineCommand("scratch", []), new HelloReply
            {
                Engine = "scratch",
                Framework = "FrameworkBench.Scratch",
                Version = "0.1.0",
                Capabilities = new Capabilities { Models = ["network"] },
            }, null),
            new(EngineCatalog.Find("keras")!, null, null, "python3 does not import keras"),
        ];
        TrialResult[] results = [.. Trials(experiment, curve)];
        return new RunResult
        {
            Profile = Profile.Default,
            Experiments = [experiment],
            Engines = engines,
            Results = results,
            Verdicts = ClaimJudge.Judge(experiment, results, ["scratch"]),
            Documentation = "../docs",
            Machine = new Machine("Example CPU", 2, 8L << 30, "Example OS 12, X64", ".NET 10.0.0", "0123456789ab"),
        };
    }

    private static ExperimentModel Model(string name, string title, ModelSpec spec) => new()
    {
        Name = name,
        Title = title,
        Spec = spec,
        Seeds = new ByProfile<int>(1, 1, 1),
    };

    private static IEnumerable<TrialResult> Trials(Experiment experiment, LearningCurve curve)
    {
        double[] x = [.. Enumerable.Range(0, 150).Select(i => i / 15.0)];
        var dataset = new Dataset
        {
            Name = "slope",
            Task = TaskKind.Regression,
            Columns = [DatasetColumn.Numeric("x")],
            Features = new FeatureMatrix(150, 1, x),
            TargetName = "y",
            Values = x,
            Checksum = "slope",
        };
        foreach (Split split in curve.Split(dataset))
        {
            var input = new TrialInput(dataset, split, new(), Precision.Float32, PredictTraining: false);
            foreach (ExperimentModel model in experiment.Models)
            {
                int repeat = split.Index / 3;
                double error =
                    model.Name switch { "net" => 20.0 / input.TrainingRows, "tree" => 1, _ => 1.5 } * (
                        1 + (0.05 * ((repeat * (model.Name.Length + 1) % 4) - 1)));
                double[] values = [.. split.TestRows.Select((row, i) => x[row] + (i % 2 == 0 ? error : -error))];
                var trial = new Trial(experiment, model, "slope", "scratch", split.Index, 0);
                yield return TrialResult.Of(new PlannedTrial(trial, input, model.Spec, new TrialKey(new string('0', 64))), new Outcome
                {
                    Status = TrialStatus.Done,
                    Predictions = new Predictions(values.Length, 1, values),
                    FitSeconds = 0.001,
                });
            }
        }
    }
}
