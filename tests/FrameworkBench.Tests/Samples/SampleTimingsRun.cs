using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Timing;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Samples;

/// <summary>
/// A made-up timing pass over two tables with a network, boosted trees and a line. By the losses: pytorch needs more epochs than
/// scratch, keras as many, sklearn reports none, and torchsharp often does not get there.
/// </summary>
internal static class SampleTimingsRun
{
    private static readonly string[] Engines = ["scratch", "sklearn", "pytorch", "keras", "xgboost", "torchsharp"];

    private static readonly Dictionary<(string Model, string Engine), double> Milliseconds = new()
    {
        [("net", "scratch")] = 20,
        [("net", "sklearn")] = 150,
        [("net", "pytorch")] = 110,
        [("net", "keras")] = 900,
        [("net", "torchsharp")] = 80,
        [("boosted", "scratch")] = 8,
        [("boosted", "sklearn")] = 60,
        [("boosted", "xgboost")] = 5,
        [("line", "scratch")] = 0.2,
    };

    public static RunResult Make(int seeds = 12)
    {
        Experiment experiment = Costs(seeds);
        Dataset[] tables = [Table("gauges", 60, TaskKind.Regression), Table("kinds", 1200, TaskKind.Binary)];
        return new RunResult
        {
            Profile = Profile.Default,
            Experiments = [experiment],
            Engines = [.. Engines.Select(Engine)],
            Results = [.. tables.SelectMany(table => Trials(experiment, table))],
            Verdicts = [],
            Timings = [.. tables.SelectMany((table, i) => Timings(experiment, table.Name, i == 0 ? 1 : 20))],
            Documentation = "../docs",
            Machine = new Machine("Example CPU", 2, 8L << 30, "Example OS 12, X64", ".NET 10.0.0", "0123456789ab"),
        };
    }

    private static EngineStatus Engine(string name) => new(
        EngineCatalog.Find(name)!,
        new EngineCommand(name, []),
        new HelloReply { Engine = name, Framework = name, Version = "1", Capabilities = new Capabilities { Models = ["network"] } },
        null);

    private static Experiment Costs(int seeds) => new()
    {
        Name = "costs",
        Path = "experiments/tabular/costs.yaml",
        Title = "What a fit | costs",
        Datasets = ["gauges", "kinds"],
        Split = Same<SplitPlan>(new HoldOut(0.2, RandomState: 1)),
        Models =
        [
            Model("net", "network | 4", seeds, new NetworkSpec
            {
                Layers = [new DenseLayer { Units = 4, Activation = Activation.Relu }, new DenseLayer { Units = 1 }],
                Train = new TrainingSpec { Loss = Loss.MeanSquaredError, Optimizer = Optimizer.Adam, LearningRate = 0.01, Epochs = 40 },
            }),
            Model("boosted", "boosted trees", seeds, new BoostedTreesSpec()),
            Model("line", "linear model", seeds, new LinearSpec()),
        ],
        Timing = true,
    };

    private static ExperimentModel Model(string name, string title, int seeds, ModelSpec spec) =>
        new() { Name = name, Title = title, Spec = spec, Seeds = Same(seeds) };

    private static Dataset Table(string name, int rows, TaskKind task) => new()
    {
        Name = name,
        Task = task,
        Columns = [DatasetColumn.Numeric("x")],
        Features = new FeatureMatrix(rows, 1, [.. Enumerable.Range(0, rows).Select(row => (double)row)]),
        TargetName = "y",
        Values = task == TaskKind.Regression ? [.. Enumerable.Range(0, rows).Select(row => (double)row)] : [],
        ClassNames = task == TaskKind.Binary ? ["no", "yes"] : [],
        Labels = task == TaskKind.Binary ? [.. Enumerable.Range(0, rows).Select(row => row % 2)] : [],
        Checksum = name,
    };

    private static IEnumerable<TrialResult> Trials(Experiment experiment, Dataset table)
    {
        ExperimentModel network = experiment.Models[0];
        Split split = experiment.Split.Default.Split(table)[0];
        var input = new TrialInput(table, split, network.Preparation, Precision.Float32, PredictTraining: false);
        for (long seed = 0; seed < network.Seeds.Default; seed++)
        {
            foreach (string engine in Engines)
            {
                var trial = new Trial(experiment, network, table.Name, engine, 0, seed);
                Outcome outcome = engine == "xgboost" ? Outcome.Without(TrialStatus.Unsupported, "model network") : Trained(engine, seed);
                yield return TrialResult.Of(new PlannedTrial(trial, input, network.Spec, new TrialKey(new string('0', 64))), outcome);
            }
        }
    }

    // A loss that halves every so many epochs, from a start that differs by seed.
    private static Outcome Trained(string engine, long seed)
    {
        double halving = engine == "pytorch" ? 5 : 4;
        double floor = engine == "torchsharp" && seed % 3 > 0 ? 0.1 : 0;
        double[] losses = [.. Enumerable.Range(0, 40).Select(epoch => floor + ((1 + (0.1 * (seed % 5))) * Math.Pow(2, -epoch / halving)))];
        var history = new History { Loss = engine == "sklearn" ? null : losses };
        return new Outcome { Status = TrialStatus.Diverged, Reason = "made up", History = history, Epochs = 40 };
    }

    private static IEnumerable<TimedModel> Timings(Experiment experiment, string table, double size)
    {
        foreach (TimingTrack track in Enum.GetValues<TimingTrack>())
        {
            foreach (((string model, string engine), double milliseconds) in Milliseconds)
            {
                double seconds = 1e-3 * size * milliseconds * (track == TimingTrack.AllCores && model != "net" ? 0.5 : 1);
                bool fails = engine == "torchsharp" && table == "kinds";
                yield return new TimedModel
                {
                    Experiment = experiment.Name,
                    Dataset = table,
                    Model = model,
                    Engine = engine,
                    Track = track,
                    ColdFitSeconds = fails ? null : 3 * seconds,
                    FitSeconds = fails ? [] : [seconds],
                    PredictSeconds = fails ? [] : [0.01 * seconds],
                    Epochs = model == "net" ? 40 : 0,
                    PeakBytes = 60_000_000,
                    Reason = fails ? "it died" : null,
                };
            }
        }
    }

    private static ByProfile<T> Same<T>(T value) => new(value, value, value);
}
