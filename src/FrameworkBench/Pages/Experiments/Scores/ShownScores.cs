using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments.Scores;

/// <summary>The scores of one data set that a picture shows.</summary>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Metric">What is shown.</param>
/// <param name="Models">The models that an engine fitted, in the experiment's order.</param>
/// <param name="Engines">The engines that fitted a model on any data set.</param>
/// <param name="Results">What they fitted.</param>
internal sealed record ShownScores(
    string Dataset, MetricReference Metric, IReadOnlyList<ExperimentModel> Models, IReadOnlyList<string> Engines,
    IReadOnlyList<ModelResults> Results)
{
    private static readonly ILookup<(string Model, string Engine), ModelResults> NothingPlanned =
        Array.Empty<ModelResults>().ToLookup(_ => ("", ""));

    /// <summary>Whether the experiment has several data sets.</summary>
    internal bool Several { get; private init; }

    /// <summary>The question that the picture answers, or what it shows where the experiment asks none.</summary>
    internal string Title => Question.Length == 0 ? Shown
        : Several ? $"{Question} ({DatasetTitle.Of(Dataset)})" : Question;

    /// <summary>"Accuracy on XOR by model and engine".</summary>
    private string Shown =>
        $"{MetricTitle}{(Several ? $" on {DatasetTitle.Of(Dataset)}" : "")} by model{(Engines.Count > 1 ? " and engine" : "")}";

    /// <summary>What the experiment asks; empty where it asks nothing.</summary>
    internal string Question { get; private init; } = "";

    /// <summary>The metric with a capital.</summary>
    internal string MetricTitle => Phrase.Capital(MetricWords.Title(Metric));

    /// <summary>What is shown where the title asks a question, and the experiment's title where it does not.</summary>
    internal string Subtitle => $"{(Question.Length == 0 ? Experiment : Shown)}{(Engines.Count == 1 ? $", {Engines[0]}" : "")}.";

    private string Experiment { get; init; } = "";

    private ILookup<(string Model, string Engine), ModelResults> Planned { get; init; } = NothingPlanned;

    /// <summary>A data set each that has a score.</summary>
    internal static IEnumerable<ShownScores> Of(ExperimentResults results)
    {
        ModelResults[] run = [.. results.Models.Where(model => model.WasRun)];
        string[] engines = [.. run.Select(model => model.Engine).Distinct()];
        return
            from dataset in results.Experiment.Datasets
            let metric = results.MetricOn(dataset)
            let shown = run.Where(model => model.Dataset == dataset).ToArray()
            where shown.Any(model => model.Summarize(metric) is not null)
            select new ShownScores(dataset, metric, [.. shown.Select(model => model.Model).DistinctBy(model => model.Name)], engines, shown)
            {
                Several = results.Experiment.Datasets.Count > 1,
                Question = results.Experiment.Question,
                Experiment = results.Experiment.Title,
                Planned = results.Models.Where(model => model.Dataset == dataset).ToLookup(model => (model.Model.Name, model.Engine)),
            };
    }

    /// <summary>A model's mean score by an engine; null when it has none.</summary>
    internal MetricSummary? Summary(ExperimentModel model, string engine) => Planned[(model.Name, engine)]
        .FirstOrDefault()?.Summarize(Metric);

    /// <summary>Why a model has no score by an engine, in two words.</summary>
    internal string WhyNone(ExperimentModel model, string engine) => Planned[(model.Name, engine)].FirstOrDefault() switch
    {
        null => "not planned",
        { WasRun: false } found => found.Count(TrialStatus.Unsupported) > 0 ? "not supported" : "not run",
        { } found => found.Count(TrialStatus.Diverged) > 0 ? "diverged" : "failed",
    };
}
