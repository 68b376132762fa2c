using FrameworkBench.Claims;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Kernels;
using FrameworkBench.Engines.Timing;
using FrameworkBench.Engines.Variables;
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
/// A small made-up run with everything that a page must cope with: two engines that run, one that cannot fit the model,
/// one that is not there; a trial that failed, one that diverged; claims of every verdict; names with bars and stars.
/// </summary>
internal static class SampleRun
{
    private static readonly string[] Runners = ["scratch", "sklearn"];

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["PATH"] = "/usr/bin",
        ["OPENBLAS_NUM_THREADS"] = "8",
        ["OPENBLAS_CORETYPE"] = "Haswell",
        ["KMP_SOMETHING_NEW"] = "/home/somebody",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_ROOT"] = "/home/somebody/dotnet",
    };

    public static RunResult Make(double slowness = 1, string processor = "Example CPU", Profile profile = Profile.Default)
    {
        Experiment[] experiments = [Gate(), Folds()];
        EngineStatus[] engines =
        [
            Engine("scratch", "FrameworkBench.Scratch", "0.1.0", ("build", "4c1d2e"), ("blas", "its own kernels")),
            Engine("sklearn", "scikit-learn", "1.2.1", ("blas", "reference"), ("numpy", "1.24.2"), ("python", "3.11.2")),
            Engine("xgboost", "XGBoost", "1.7.4", ("python", "3.11.2")),
            new(EngineCatalog.Find("keras")!, null, null, "python3 does not import keras"),
        ];
        List<TrialResult> results = [.. GateTrials(experiments[0], slowness), .. FoldTrials(experiments[1], slowness)];
        return new RunResult
        {
            Profile = profile,
            Experiments = experiments,
            Engines = engines,
            Results = results,
            Verdicts = [.. experiments.SelectMany(experiment => ClaimJudge.Judge(
                experiment, [.. results.Where(result => result.Trial.Experiment == experiment)],
                [.. engines.Select(engine => engine.Name)]))],
            Timings = [.. Timings(slowness)],
            Calibrations =
                new Dictionary<string, double?>(
                    StringComparer.Ordinal)
                { ["scratch"] = 41.7, ["sklearn"] = 3.9 * slowness, ["xgboost"] = null },
            Origins = new Dictionary<string, string>(StringComparer.Ordinal) { ["sklearn"] = "built from source against a reference BLAS" },
            Variables = FrameworkVariables.Of(Variables, VectorInstructions.Avx512),
            Documentation = "../docs",
            Machine = new Machine(processor, 2, 8L << 30, "Example OS 12, X64", ".NET 10.0.0", "0123456789ab")
            {
                Vectors = VectorInstructions.Avx512,
            },
        };
    }

    private static EngineStatus Engine(string name, string framework, string version, params (string Key, string Value)[] environment) =>
        new(
        EngineCatalog.Find(name)!,
        new EngineCommand(name, []),
        new HelloReply
        {
            Engine = name,
            Framework = framework,
            Version = version,
            Capabilities = new Capabilities { Models = ["network"] },
            Environment = environment.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
        },
        null);

    private static Experiment Gate() => new()
    {
        Name = "gate",
        Path = "experiments/documents/gate.yaml",
        Title = "A hidden layer learns x | y",
        Question = "Does a *small* network learn a gate?",
        Notes = ["The document prints log_loss with too many digits."],
        Source = new Citation("Lessons <about> Networks", "Gates"),
        Datasets = ["gate"],
        Split = Same<SplitPlan>(new AllRows()),
        Models =
        [
            Model("net", "2-3-1 sigmoid", Network(epochs: 40, rate: 0.5)),
            Model("fast", "2-3-1 | rate 9", Network(epochs: 40, rate: 9)),
        ],
        Report = new ReportSettings
        {
            Metric = new MetricReference("accuracy"),
            Also = [new MetricReference("log_loss")],
            Epochs = [0, 20],
            ClassificationReport = true,
            ConfusionMatrix = true,
            Architecture = true,
        },
        Claims =
        [
            Claim("learnt", "The network learns | the gate.", "reaches", "accuracy", value: 1, share: 0.2),
            Claim("first-loss", "The loss starts at 0.9.", "within", "loss@0", value: 0.9, margin: 0.01),
            Claim("better", "A *moderate* rate beats a high one.", "beats", "accuracy", against: "fast"),
            Claim("later-loss", "The loss after 20 epochs is 0.44.", "within", "loss@20", value: 0.44, margin: 0.2) with
            {
                Source = new Citation("Another document", null),
            },
        ],
    };

    private static Experiment Folds() => new()
    {
        Name = "folds",
        Path = "experiments/documents/folds.yaml",
        Title = "A line through points",
        Datasets = ["line", "steep"],
        Split = Same<SplitPlan>(new KFold(3)),
        Models = [Model("line", "linear model", new LinearSpec { L2 = 0.5 }, seeds: 1)],
        Report = new ReportSettings { Metric = new MetricReference("rmse"), Also = [new MetricReference("r2")] },
        Claims =
        [
            new ClaimSpec
            {
                Id = "fits",
                Says = "A line fits.",
                Kind = "at_least",
                Model = "line",
                Metric = new MetricReference("r2"),
                Value = 0.9,
            },
            new ClaimSpec
            {
                Id = "fits-tables",
                Says = "A line fits most tables.",
                Kind = "mean_across",
                Model = "line",
                Metric = new MetricReference("r2"),
                Value = 0.9,
            },
            new ClaimSpec
            {
                Id = "fits-small",
                Says = "A line fits small tables.",
                Kind = "mean_across",
                Model = "line",
                Metric = new MetricReference("r2"),
                Value = 0.9,
                Tables = new TableSlice { RowsBelow = 1000 },
            },
        ],
    };

    private static ClaimSpec Claim(
        string id, string says, string kind, string metric, double? value = null, double? margin = null, double share = 0.9,
        string? against = null) => new()
        {
            Id = id,
            Says = says,
            Source = new Citation("Lessons <about> Networks", "Gates"),
            Kind = kind,
            Model = "net",
            Against = against,
            Metric = MetricReference.Parse(metric)!,
            Value = value,
            Margin = margin,
            Share = share,
        };

    private static ExperimentModel Model(string name, string title, ModelSpec spec, int seeds = 12) =>
        new() { Name = name, Title = title, Spec = spec, Seeds = Same(seeds) };

    private static NetworkSpec Network(int epochs, double rate) => new()
    {
        Layers =
        [
            new DenseLayer { Units = 3, Activation = Activation.Sigmoid, Init = new Initialization(InitializationKind.Normal, 0.5) },
            new DropoutLayer { Rate = 0.2 },
            new DenseLayer { Units = 1, Activation = Activation.Sigmoid, Init = new Initialization(InitializationKind.Normal, 0.5) },
        ],
        Train = new TrainingSpec
        {
            Loss = Loss.BinaryCrossEntropy,
            Optimizer = Optimizer.GradientDescent,
            LearningRate = rate,
            Epochs = epochs,
        },
    };

    private static IEnumerable<TrialResult> GateTrials(Experiment experiment, double slowness)
    {
        var dataset = new Dataset
        {
            Name = "gate",
            Task = TaskKind.Binary,
            Columns = [DatasetColumn.Numeric("x"), DatasetColumn.Numeric("y")],
            Features = new FeatureMatrix(4, 2, [0, 0, 0, 1, 1, 0, 1, 1]),
            TargetName = "target",
            ClassNames = ["no", "yes"],
            Labels = [0, 1, 1, 0],
            Checksum = "gate",
        };
        var input =
            new TrialInput(
                dataset, experiment.Split.Default.Split(dataset)[0], experiment.Models[0].Preparation, Precision.Float32,
                PredictTraining: false);
        foreach (ExperimentModel model in experiment.Models)
        {
            for (long seed = 0; seed < 12; seed++)
            {
                foreach (string engine in Runners)
                    yield return Result(experiment, model, engine, seed, input, GateOutcome(model, engine, seed, slowness));
                yield return Result(experiment, model, "xgboost", seed, input, Outcome.Without(TrialStatus.Unsupported, "model network"));
                yield return Result(
                    experiment, model, "keras", seed, input, Outcome.Without(TrialStatus.Missing, "python3 does not import keras"));
            }
        }
    }

    private static Outcome GateOutcome(ExperimentModel model, string engine, long seed, double slowness)
    {
        bool fast = model.Name == "fast";
        if (engine == "sklearn" && fast && seed == 2)
            return Outcome.Without(TrialStatus.Failed, "ValueError: expected 2 | found 3\n  at line 7");
        double shift = (0.01 * seed) + (engine == "sklearn" ? 0.004 : 0);
        double[] loss = [.. Enumerable.Range(0, 41).Select(epoch => (0.7 + shift) * Math.Exp(-epoch * (fast ? 0.02 : 0.05)))];
        if (engine == "scratch" && fast && seed == 1)
            return new Outcome
            {
                Status = TrialStatus.Diverged,
                Reason = "the loss was no longer finite after 3 epochs",
                History = new History { Loss = [.. loss.Take(3), double.NaN] },
                Epochs = 3,
                FitSeconds = 0.001 * slowness,
            };
        double sure = fast && seed == 3 ? 0.4 : 0.9 - shift;
        double[] yes = [1 - sure, sure, 0.8 - shift, 0.1 + shift];
        return new Outcome
        {
            Status = TrialStatus.Done,
            Predictions = new Predictions(4, 2, [.. yes.SelectMany(probability => new[] { 1 - probability, probability })]),
            History = new History { Loss = loss },
            Epochs = 41,
            FitSeconds = 0.012 * slowness,
            PredictSeconds = 0.00002 * slowness,
            PeakBytes = (long)(45e6 * slowness),
            Parameters = 13,
            Notes = engine == "sklearn" ? ["initial weights are set before the first epoch"] : [],
        };
    }

    private static IEnumerable<TrialResult> FoldTrials(Experiment experiment, double slowness)
    {
        foreach (string name in experiment.Datasets)
        {
            double[] x = [.. Enumerable.Range(0, 12).Select(i => (double)i)];
            double slope = name == "steep" ? 1000 : 2;
            var dataset = new Dataset
            {
                Name = name,
                Task = TaskKind.Regression,
                Columns = [DatasetColumn.Numeric("x"), DatasetColumn.Categorical("colour", ["blue", "red"])],
                Features = new FeatureMatrix(12, 2, [.. x.SelectMany(value => new[] { value == 5 ? double.NaN : value, value % 2 })]),
                TargetName = "y",
                Values = [.. x.Select(value => slope * value)],
                Checksum = name,
                Notes = ["one x is missing"],
            };
            foreach (Split split in experiment.Split.Default.Split(dataset))
            {
                var input = new TrialInput(dataset, split, experiment.Models[0].Preparation, Precision.Float32, PredictTraining: false);
                foreach (string engine in Runners)
                {
                    double error = engine == "sklearn" ? 0.04 : 0.03;
                    double[] values =
                        [.. split.TestRows.Select(
                            (row, i) => dataset.Values[row] * (1 + (error * (i % 2 == 0 ? 1 : -1) * (split.Index + 1))))];
                    yield return Result(experiment, experiment.Models[0], engine, 0, input, new Outcome
                    {
                        Status = TrialStatus.Done,
                        Predictions = new Predictions(values.Length, 1, values),
                        FitSeconds = 0.003 * slowness,
                        PeakBytes = 1,
                    }, split.Index);
                }
            }
        }
    }

    private static TrialResult Result(
        Experiment experiment, ExperimentModel model, string engine, long seed, TrialInput input, Outcome outcome, int split = 0)
    {
        var trial = new Trial(experiment, model, input.Dataset.Name, engine, split, seed);
        return TrialResult.Of(new PlannedTrial(trial, input, model.Spec, new TrialKey(new string('0', 64))), outcome);
    }

    private static IEnumerable<TimedModel> Timings(double slowness)
    {
        foreach (TimingTrack track in Enum.GetValues<TimingTrack>())
        {
            double quicker = track == TimingTrack.AllCores ? 0.6 : 1;
            foreach (
                (string model, string engine, double seconds) in new[] { ("net", "scratch", 0.01), ("net", "sklearn", 0.8),
                ("fast", "scratch", 0.02), ("fast", "sklearn", 0.5) })
            {
                double own = seconds * quicker * slowness;
                yield return new TimedModel
                {
                    Experiment = "gate",
                    Dataset = "gate",
                    Model = model,
                    Engine = engine,
                    Track = track,
                    ColdFitSeconds = 3 * own,
                    FitSeconds = model == "fast" && engine == "sklearn" ? [] : [own, 1.1 * own, 0.95 * own],
                    PredictSeconds = model == "fast" && engine == "sklearn" ? [] : [0.01 * own, 0.011 * own, 0.01 * own],
                    Epochs = 40,
                    PeakBytes = (long)(60e6 * (engine == "sklearn" ? 2 : 1)),
                    Reason = model == "fast" && engine == "sklearn" ? "ValueError: expected 2 | found 3" : null,
                };
            }
        }
    }

    private static ByProfile<T> Same<T>(T value) => new(value, value, value);
}
