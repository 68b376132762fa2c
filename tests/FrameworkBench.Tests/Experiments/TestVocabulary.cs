using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Names for tests of the loader: the catalog's data sets, and the metrics and claims that the tests speak of.</summary>
internal static class TestVocabulary
{
    private static readonly TaskKind[] Classes = [TaskKind.Binary, TaskKind.Multiclass];

    public static Vocabulary Instance { get; } = new()
    {
        Datasets = DatasetCatalog.Read(RepositoryFiles.Catalog).Entries.ToDictionary(entry => entry.Name, DatasetTerm.Of, StringComparer.Ordinal),
        Metrics = new Dictionary<string, MetricTerm>(StringComparer.Ordinal)
        {
            ["accuracy"] = new(HigherIsBetter: true, Classes, InHistory: true),
            ["log_loss"] = new(HigherIsBetter: false, Classes),
            ["macro_f1"] = new(HigherIsBetter: true, Classes),
            ["mse"] = new(HigherIsBetter: false, [TaskKind.Regression]),
            ["r2"] = new(HigherIsBetter: true, [TaskKind.Regression]),
            ["lowest_precision"] = new(HigherIsBetter: true, Classes),
            ["lowest_recall"] = new(HigherIsBetter: true, Classes),
            ["lowest_f1"] = new(HigherIsBetter: true, Classes),
            ["brier"] = new(HigherIsBetter: false, Classes),
            ["passes"] = new(HigherIsBetter: false, [TaskKind.Binary]),
            ["epochs"] = new(HigherIsBetter: false),
            ["loss"] = new(HigherIsBetter: false, OnlyInHistory: true),
            ["train_accuracy"] = new(HigherIsBetter: true, Classes),
        },
        Claims = new Dictionary<string, ClaimTerm>(StringComparer.Ordinal)
        {
            ["reaches"] = new(["model", "metric", "value"], ["share", "confidence", "dataset"]),
            ["never_reaches"] = new(["model", "metric", "value"], ["share", "confidence", "dataset"]),
            ["at_least"] = new(["model", "metric", "value"], ["confidence", "dataset"]),
            ["equivalent"] = new(["model", "against", "metric", "margin"], ["confidence", "dataset"]),
            ["within"] = new(["model", "metric", "value", "margin"], ["confidence", "dataset"]),
            ["beats"] = new(["model", "against", "metric"], ["margin", "confidence", "dataset"]),
        },
        Engines = ["scratch", "sklearn", "pytorch"],
    };
}
