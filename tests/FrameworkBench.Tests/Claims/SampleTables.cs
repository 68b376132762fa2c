using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Claims;

/// <summary>Made-up results on made-up tables.</summary>
internal static class SampleTables
{
    private static readonly KFold Folds = new(2);

    private static readonly Experiment Anything = new()
    {
        Name = "e",
        Path = "e.yaml",
        Title = "e",
        Datasets = ["one"],
        Split = new ByProfile<SplitPlan>(Folds, Folds, Folds),
        Models = [],
    };

    /// <summary>Results of a model on a table of 60 rows and one number, a split each; null is a failed trial.</summary>
    internal static IEnumerable<TrialResult> Results(string dataset, string name, ModelSpec spec, params double?[] accuracies) =>
        Results(Table(dataset), name, spec, accuracies);

    /// <summary>Results of a model on a table, a split each; null is a failed trial.</summary>
    internal static IEnumerable<TrialResult> Results(Dataset table, string name, ModelSpec spec, params double?[] accuracies) =>
        Outcomes(
            table, name, spec,
            [.. accuracies.Select(accuracy => accuracy is null ? Outcome.Without(TrialStatus.Failed, "crashed") : new Outcome
        {
            Status = TrialStatus.Done,
        })])
            .Zip(accuracies, (result, accuracy) => accuracy is null ? result : result with
            {
                Test = new Scores { Values = Scores.InOrder((table.IsClassification ? "accuracy" : "r2", accuracy)) },
            });

    /// <summary>Trials of a model on a table that ended in some way, a split each, without scores.</summary>
    internal static IEnumerable<TrialResult> Outcomes(Dataset table, string name, ModelSpec spec, params Outcome[] outcomes)
    {
        var model = new ExperimentModel { Name = name, Title = name, Spec = spec, Seeds = new(1, 1, 1) };
        return outcomes.Select((outcome, split) => new TrialResult(
            new Trial(Anything, model, table.Name, "scratch", split, 0),
            new TrialInput(
                table, new Split(split, [.. Enumerable.Range(0, 40)], [], [.. Enumerable.Range(40, 20)]), PreparationPlan.Raw,
                Precision.Float32, false),
            outcome,
            null,
            null));
    }

    /// <summary>A table of one column.</summary>
    internal static Dataset Table(string name, int rows = 60, bool mixed = false, bool values = false) => new()
    {
        Name = name,
        Task = values ? TaskKind.Regression : TaskKind.Binary,
        Columns = [mixed ? DatasetColumn.Categorical("x", ["a"]) : DatasetColumn.Numeric("x")],
        Features = new FeatureMatrix(rows, 1, new double[rows]),
        TargetName = "target",
        ClassNames = values ? [] : ["no", "yes"],
        Labels = values ? [] : [.. Enumerable.Range(0, rows).Select(row => row % 2)],
        Values = values ? new double[rows] : [],
        Checksum = name,
    };
}
