using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.Engines;

/// <summary>Plans of models that any engine fits at once, on a table of 24 rows.</summary>
internal static class ConstantPlans
{
    private static readonly SplitPlan Split = new HoldOut(0.25, RandomState: 1);

    /// <summary>Models a, b and c with two seeds, each with a table of its own making.</summary>
    public static Experiment ThreeModels { get; } = new()
    {
        Name = "timed",
        Path = "timed.yaml",
        Title = "Timed",
        Datasets = ["table"],
        Split = new ByProfile<SplitPlan>(Split, Split, Split),
        Models = [Model("a", InputScaling.Raw), Model("b", InputScaling.MinMax), Model("c", InputScaling.Standardize)],
    };

    /// <summary>A constant model with two seeds.</summary>
    public static ExperimentModel Model(string name, InputScaling scaling) => new()
    {
        Name = name,
        Title = name,
        Spec = new ConstantSpec(),
        Seeds = new ByProfile<int>(2, 2, 2),
        Preparation = new PreparationPlan { Inputs = scaling },
    };

    /// <summary>The trials of some experiments on a table of 24 rows.</summary>
    public static IReadOnlyList<PlannedTrial> Plan(IReadOnlyList<PlannedEngine> engines, params Experiment[] experiments) =>
        new TrialPlanner(engines, _ => Table(), new PlanOptions()).Plan(experiments);

    /// <summary>The engine that does what it is told, here no harm.</summary>
    public static async Task<EngineStatus> FaultyEngineAsync()
    {
        EngineCommand command = BuiltEngine.Faulty("None");
        await using var process = EngineProcess.Start(command, Placement.Anywhere);
        HelloReply hello = await process.HelloAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return new EngineStatus(
            new EngineDefinition("faulty", "none", EngineLanguage.DotNet, "FaultyEngine", [], ""), command, hello, null);
    }

    /// <summary>Runs trials on engines, four at once where they may.</summary>
    public static TrialRunner RunnerOf(string folder, params EngineStatus[] engines) =>
        RunnerOf(folder, new RunOptions { Jobs = 4 }, engines);

    /// <summary>Runs trials on engines.</summary>
    public static TrialRunner RunnerOf(string folder, RunOptions options, params EngineStatus[] engines) =>
        new(engines.ToDictionary(engine => engine.Name, StringComparer.Ordinal), new OutcomeStore(Path.Combine(folder, "store")), options);

    private static Dataset Table() => new()
    {
        Name = "table",
        Task = TaskKind.Binary,
        Columns = [DatasetColumn.Numeric("a")],
        Features = new FeatureMatrix(24, 1, [.. Enumerable.Range(0, 24).Select(value => (double)value)]),
        TargetName = "class",
        ClassNames = ["no", "yes"],
        Labels = [.. Enumerable.Range(0, 24).Select(row => row % 2)],
        Checksum = "abc",
    };
}
