using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Engines.Parity;

/// <summary>Networks on a table of 40 rows with numbers, a category and missing values.</summary>
internal static class ParityPlans
{
    private static readonly SplitPlan Split = new HoldOut(0.25, RandomState: 1);

    /// <summary>A network of two hidden layers, with what stands between them.</summary>
    public static NetworkSpec Network(params LayerSpec[] between) => new()
    {
        Layers = [new DenseLayer
        {
            Units = 6,
            Activation = Activation.Tanh,
        }, .. between, new DenseLayer { Units = 4, Activation = Activation.Tanh }, new DenseLayer { Units = 1 }],
        Train = new TrainingSpec
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = Optimizer.Adam,
            LearningRate = 0.01,
            Epochs = 8,
            BatchSize = 7,
        },
    };

    /// <summary>A model's one trial, planned for the reference.</summary>
    public static PlannedTrial Plan(ModelSpec spec, HelloReply reference)
    {
        var model = new ExperimentModel
        {
            Name = "net",
            Title = "net",
            Spec = spec,
            Seeds = new ByProfile<int>(1, 1, 1),
            Preparation = new PreparationPlan { Indicator = true, Target = TargetScaling.Standardize },
        };
        var experiment = new Experiment
        {
            Name = "mixed",
            Path = "mixed.yaml",
            Title = "Mixed",
            Datasets = ["table"],
            Split = new ByProfile<SplitPlan>(Split, Split, Split),
            Models = [model],
        };
        return Assert.Single(
            new TrialPlanner([new PlannedEngine("scratch", reference, null)], _ => Table(), new PlanOptions()).Plan([experiment]));
    }

    /// <summary>The from-scratch engine under any name.</summary>
    public static EngineStatus Engine(string name, HelloReply hello) =>
        new(new EngineDefinition(name, name, EngineLanguage.DotNet, "FrameworkBench.Engines.Scratch", [], ""),
            BuiltEngine.Command("FrameworkBench.Engines.Scratch"), hello, null);

    private static Dataset Table()
    {
        double[] cells =
            [.. Enumerable.Range(0, 40).SelectMany(row => new[] { Math.Sin(row), row % 7 == 3 ? double.NaN : row * row % 17, row % 3 })];
        return new Dataset
        {
            Name = "table",
            Task = TaskKind.Regression,
            Columns = [DatasetColumn.Numeric("a"), DatasetColumn.Numeric("b"), DatasetColumn.Categorical("c", ["x", "y", "z"])],
            Features = new FeatureMatrix(40, 3, cells),
            TargetName = "value",
            ClassNames = [],
            Labels = [],
            Values = [.. Enumerable.Range(0, 40).Select(row => (3 * Math.Sin(row)) + (row % 3))],
            Checksum = "abc",
        };
    }
}
