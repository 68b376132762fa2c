using System.Text.Json.Serialization;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Json;

/// <summary>The score of a model by an engine on a data set.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="Model">The model's name in the experiment.</param>
/// <param name="Title">The model's title.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Metric">The metric, as experiments write it.</param>
/// <param name="HigherIsBetter">Whether more of it is better.</param>
/// <param name="Trials">Trials planned.</param>
/// <param name="Done">Trials done.</param>
/// <param name="Mean">Mean over the trials that have the metric; null when none has.</param>
/// <param name="Low">Lower end of the mean's 95 % interval; null without one.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="Reason">Why the engine did not run the model; null when it did.</param>
internal sealed record ScoreJson(
    string Experiment, string Dataset, string Model, string Title, string Engine, string Metric, bool HigherIsBetter, int Trials, int Done,
    double? Mean, double? Low, double? High, string? Reason)
{
    /// <summary>The rows that trained, of an experiment with learning curves; null of any other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? TrainRows { get; init; }

    /// <summary>The scores of an experiment, by data set, model, engine and, of learning curves, training rows.</summary>
    public static IEnumerable<ScoreJson> Of(ExperimentResults results) =>
        from all in results.Models
        from model in all.BySize
        let metric = results.MetricOn(model.Dataset)
        let summary = model.Summarize(metric)
        select new ScoreJson(
            results.Experiment.Name, model.Dataset, model.Model.Name, model.Model.Title, model.Engine, metric.ToString(),
            MetricWords.HigherIsBetter(metric), model.Trials.Count, model.Count(TrialStatus.Done), JsonOutput.Number(summary?.Mean),
            JsonOutput.Number(summary?.Interval.Low), JsonOutput.Number(summary?.Interval.High), model.WhyNot)
        {
            TrainRows = RowsCurve.Concerns(results.Experiment) ? model.Trials[0].Input.TrainingRows : null,
        };
}
