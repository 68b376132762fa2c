using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Tests.Engines;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Trials.Combining;

/// <summary>Bagged models on tables of the tests' own, and the from-scratch engine that fits them.</summary>
internal static class BagPlans
{
    /// <summary>Every engine's answer to what it can do, for plans that no engine runs.</summary>
    public static readonly PlannedEngine Able = new("able", SearchPlans.Hello("able") with
    {
        Capabilities = SearchPlans.Hello("able").Capabilities with
        {
            Models = [BoostedTreesSpec.KindName, ForestSpec.KindName, NetworkSpec.KindName, LinearSpec.KindName, TreeSpec.KindName],
            Precisions = [Precision.Float32, Precision.Float64],
        },
    }, null);

    /// <summary>A table of two classes or of values.</summary>
    public static Dataset Table(double[] inputs, int columns, double[] targets, bool isClassification) => new()
    {
        Name = "table",
        Task = isClassification ? TaskKind.Binary : TaskKind.Regression,
        Columns = [.. Enumerable.Range(0, columns).Select(column => DatasetColumn.Numeric($"x{column}"))],
        Features = new FeatureMatrix(targets.Length, columns, inputs),
        TargetName = "y",
        ClassNames = isClassification ? ["no", "yes"] : [],
        Labels = isClassification ? Array.ConvertAll(targets, target => (int)target) : [],
        Values = isClassification ? [] : targets,
        Checksum = $"{TrialKey.Seed(string.Join(' ', inputs.Concat(targets)))}",
    };

    /// <summary>A bagged model.</summary>
    public static ExperimentModel Model(ModelSpec spec, int? bag = 5, string name = "bag") => new()
    {
        Name = name,
        Title = name,
        Spec = spec,
        Bag = bag,
        Seeds = new ByProfile<int>(1, 1, 1),
        Preparation = new() { Inputs = FrameworkBench.Datasets.Preparation.InputScaling.Raw },
    };

    /// <summary>An experiment with some models.</summary>
    public static Experiment Experiment(SplitPlan split, params ExperimentModel[] models) => new()
    {
        Name = "bags",
        Path = "bags.yaml",
        Title = "Bags",
        Datasets = ["table"],
        Split = new ByProfile<SplitPlan>(split, split, split),
        Precision = Precision.Float64,
        FirstSeed = 7,
        Models = models,
    };

    /// <summary>The trials of an experiment on a table.</summary>
    public static IReadOnlyList<PlannedTrial> Plan(Experiment experiment, Dataset table, PlannedEngine? engine = null) =>
        new TrialPlanner([engine ?? Able], _ => table, new PlanOptions()).Plan([experiment]);

    /// <summary>The from-scratch engine.</summary>
    public static async Task<EngineStatus> ScratchAsync()
    {
        EngineCommand command = BuiltEngine.Command("FrameworkBench.Engines.Scratch");
        await using var process = EngineProcess.Start(command, Placement.Anywhere);
        HelloReply hello = await process.HelloAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return new EngineStatus(
            new EngineDefinition("scratch", "scratch", EngineLanguage.DotNet, "FrameworkBench.Engines.Scratch", [], ""), command, hello,
            null);
    }

    /// <summary>An engine as a plan sees it.</summary>
    public static PlannedEngine Planned(EngineStatus engine) => new(engine.Name, engine.Hello, null);
}
