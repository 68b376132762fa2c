using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Tuning;

namespace FrameworkBench.Pages.Searches;

/// <summary>What the search of a model on a table came to, on test rows that none of its candidates saw.</summary>
/// <param name="Search">The search.</param>
/// <param name="Metric">Accuracy, or R² for values.</param>
/// <param name="Mean">The model's mean score; null when no trial has one.</param>
/// <param name="AgainstWritten">The comparison with the model's own settings, over the same splits and seeds; null when the experiment
/// has no such model.</param>
internal sealed record TunedResult(SearchSummary Search, MetricReference Metric, double? Mean, TableComparison? AgainstWritten)
{
    /// <summary>What its candidates were chosen by: log loss, or RMSE for values.</summary>
    internal required MetricReference Choice { get; init; }

    /// <summary>The heading of the model with its own settings; that of the searched one when the experiment has no such model.</summary>
    internal string Title { get; private init; } = Search.Model.Title;

    /// <summary>Every search of an experiment, in the order of data sets, models and engines.</summary>
    internal static IReadOnlyList<TunedResult> Of(ExperimentResults results)
    {
        TrialResult[] trials = [.. results.Models.SelectMany(model => model.Trials)];
        return [
            .. SearchSummary.Of(trials)
            .Select(
                search =>
                    Of(results.Experiment, search,
                        [.. trials.Where(trial => trial.Trial.Dataset == search.Dataset && trial.Trial.Engine == search.Engine)]))];
    }

    private static TunedResult Of(Experiment experiment, SearchSummary search, TrialResult[] onTable)
    {
        TaskKind task = onTable[0].Input.Dataset.Task;
        var metric = new MetricReference(MetricRegistry.UsualFor(task));
        double? mean = onTable.Where(trial => trial.Trial.Model.Name == search.Model.Name).Average(trial => trial.Figure(metric));
        ExperimentModel? written = TuningExperiment.AsWritten(experiment, search.Model);
        IReadOnlyList<TableComparison> leads = written is null
            ? [] : TableComparison.Of(TrialEvidence.Of(onTable), search.Model.Name, written.Name, metric);
        return new TunedResult(search, metric, mean, leads is [var lead] ? lead : null)
        {
            Choice = new MetricReference(MetricRegistry.ChoiceFor(task)),
            Title = written?.Title ?? search.Model.Title,
        };
    }
}
