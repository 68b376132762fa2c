using FrameworkBench.Claims;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scoring;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Names for tests of the loader: the catalog's data sets, and the metrics and claims that the tests speak of.</summary>
internal static class TestVocabulary
{
    private static readonly TaskKind[] Classes = [TaskKind.Binary, TaskKind.Multiclass];

    /// <summary>The vocabulary that the command line puts together.</summary>
    public static Vocabulary Real { get; } = new()
    {
        Datasets =
            DatasetCatalog.Read(RepositoryFiles.Catalog).Entries.ToDictionary(entry => entry.Name, DatasetTerm.Of, StringComparer.Ordinal),
        Metrics = TrialFigures.Terms,
        Claims = ClaimKinds.Terms,
        Engines = [.. EngineCatalog.All.Select(engine => engine.Name)],
    };

    /// <summary>A small one of fixed words, so that messages that list them do not change with the project.</summary>
    public static Vocabulary Instance { get; } = new()
    {
        Datasets =
            DatasetCatalog.Read(RepositoryFiles.Catalog).Entries.ToDictionary(entry => entry.Name, DatasetTerm.Of, StringComparer.Ordinal),
        Metrics = new Dictionary<string, MetricTerm>(StringComparer.Ordinal)
        {
            ["accuracy"] = new(HigherIsBetter: true, Classes, InHistory: true) { Least = 0, Most = 1 },
            ["log_loss"] = new(HigherIsBetter: false, Classes),
            ["macro_f1"] = new(HigherIsBetter: true, Classes),
            ["mse"] = new(HigherIsBetter: false, [TaskKind.Regression]) { Least = 0 },
            ["r2"] = new(HigherIsBetter: true, [TaskKind.Regression]) { Most = 1 },
            ["passes"] = new(HigherIsBetter: false, [TaskKind.Binary]),
            ["epochs"] = new(HigherIsBetter: false),
            ["loss"] = new(HigherIsBetter: false, OnlyInHistory: true),
            ["fit_seconds"] = new(HigherIsBetter: false) { IsTime = true },
            ["train_accuracy"] = new(HigherIsBetter: true, Classes),
            ["score"] = new(HigherIsBetter: true),
        },
        Claims = new Dictionary<string, ClaimTerm>(StringComparer.Ordinal)
        {
            ["reaches"] = new(["model", "metric", "value"], ["share", "confidence", "dataset"]),
            ["within"] = new(["model", "metric", "value", "margin"], ["confidence", "dataset"]),
            ["beats"] = new(["model", "against", "metric"], ["margin", "confidence", "dataset"]),
            ["better_across"] = new(["model", "against", "metric"], ["margin", "confidence", "tables"]),
            ["practically_better"] =
                new(["model", "against", "metric"], ["margin", "margin_share", "confidence", "tables", "asks", "share"]),
            ["plausible_run"] = new(["model", "printed"], ["confidence", "dataset"]),
            ["larger_on"] = new(["model", "metric", "tables", "against_tables"], ["margin", "confidence"]),
        },
        Engines = ["scratch", "sklearn", "pytorch"],
    };
}
