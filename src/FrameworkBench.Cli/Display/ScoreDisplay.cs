using FrameworkBench.Experiments;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>
/// Shows the scores of a run on one screen: a row a model and engine, or, where that is too many, a row a model, or a row an experiment.
/// </summary>
internal static class ScoreDisplay
{
    /// <summary>Rows that are shown, at most.</summary>
    public const int Most = 20;

    /// <summary>The scores of the models that were run, and why others were not.</summary>
    /// <param name="results">The experiments of the run.</param>
    public static void Show(IReadOnlyList<ExperimentResults> results)
    {
        Group[] groups = [.. results.SelectMany(GroupsOf)];
        if (groups.Length == 0)
            return;
        if (groups.Sum(group => group.Models.Count) <= Most)
            ShowEngines(groups);
        else if (groups.Sum(group => group.ByModel.Count) <= Most)
            ShowModels(groups);
        else
            ShowExperiments(results);
    }

    private static void ShowEngines(IReadOnlyList<Group> groups)
    {
        foreach (Group group in groups)
        {
            Terminal.Tell(group.Title);
            Terminal.ShowFitted(
                ["model", "engine", "mean, 95 % interval", "trials"],
                group.Models.Select(model => new[] { model.Model.Title, model.Engine, group.Score(model), model.Tally() }));
        }
    }

    private static void ShowModels(IReadOnlyList<Group> groups)
    {
        foreach (Group group in groups)
        {
            Terminal.Tell(group.Title);
            Terminal.ShowFitted(
                ["model", "engine", "mean, 95 % interval", "means of all engines"],
                group.ByModel.Select(engines => new[]
                {
                    engines[0].Model.Title, engines[0].Engine, group.Score(engines[0]), group.Range(engines),
                }));
        }
    }

    private static void ShowExperiments(IReadOnlyList<ExperimentResults> results)
    {
        ExperimentResults[] run = [.. results.Where(experiment => experiment.Models.Count > 0)];
        Terminal.Tell("Scores of each experiment, with the best model of the first engine");
        Terminal.ShowFitted(["experiment", "models", "best model", "mean, 95 % interval"], run.Take(Most).Select(Row));
        if (run.Length > Most)
            Terminal.Tell($"and {Counting.Of(run.Length - Most, "more experiment")}; their pages have the scores");
    }

    // Of a learning curve the end, where most rows train; its page has the others.
    private static IEnumerable<Group> GroupsOf(ExperimentResults experiment) =>
        experiment.Models.GroupBy(model => model.Dataset)
            .Select(models => new Group(experiment, models.Key, [.. models.Select(model => model.BySize[^1])]));

    private static string[] Row(ExperimentResults experiment)
    {
        string models = $"{experiment.Models.Select(model => model.Model.Name).Distinct().Count()}";
        List<Group> groups = [.. GroupsOf(experiment)];
        if (groups is [var only])
        {
            return only.Best is { } best
                ? [experiment.Experiment.Name, models, best.Model.Title, $"{MetricWords.Title(only.Metric)} {only.Score(best)}"]
                : [experiment.Experiment.Name, models, Figures.None, "no scores"];
        }

        var most = groups.Select(group => group.Best).OfType<ModelResults>().GroupBy(model => model.Model.Name)
            .MaxBy(wins => wins.Count());
        return most is null
            ? [experiment.Experiment.Name, models, Figures.None, "no scores"]
            : [experiment.Experiment.Name, models, most.First().Model.Title, $"best on {most.Count()} of {groups.Count} data sets"];
    }

    /// <summary>The models of an experiment on one data set.</summary>
    private sealed record Group(ExperimentResults Results, string Dataset, IReadOnlyList<ModelResults> Models)
    {
        public MetricReference Metric => Results.MetricOn(Dataset);

        public string Title => $"{Results.Experiment.Name}{(Results.Experiment.Datasets.Count > 1 ? $" on {Dataset}" : "")}: "
            + MetricWords.Directed(Metric)
            + (RowsCurve.Concerns(Results.Experiment)
                ? $", {Counting.Of(Models[0].Trials[0].Input.TrainingRows, "training row")}, the most" : "");

        /// <summary>The models, each with the engines that ran it, or with all where none did.</summary>
        public IReadOnlyList<IReadOnlyList<ModelResults>> ByModel => [.. Models.GroupBy(model => model.Model.Name).Select(RunOf)];

        /// <summary>The best model of the first engine that has scores; null when none has.</summary>
        public ModelResults? Best
        {
            get
            {
                var scored = Models.Select(model => (Model: model, model.Summarize(Metric)?.Mean))
                    .Where(model => model.Mean is not null).ToList();
                if (scored.Count == 0)
                    return null;
                var first = scored.Where(model => model.Model.Engine == scored[0].Model.Engine);
                return (MetricWords.HigherIsBetter(Metric) ? first.MaxBy(model => model.Mean) : first.MinBy(model => model.Mean)).Model;
            }
        }

        public string Score(ModelResults model) =>
            (model.WhyNot ?? model.Summarize(Metric)?.ToString() ?? Figures.None).Replace('\u00A0', ' ');

        /// <summary>The least and the greatest mean: "0.95 to 0.97 (5)".</summary>
        public string Range(IReadOnlyList<ModelResults> engines)
        {
            double[] means = [.. engines.Select(model => model.Summarize(Metric)?.Mean).OfType<double>()];
            return means.Length == 0 ? Figures.None
                : $"{Figures.Number(means.Min())} to {Figures.Number(means.Max())} ({means.Length})";
        }

        private static IReadOnlyList<ModelResults> RunOf(IEnumerable<ModelResults> engines)
        {
            ModelResults[] all = [.. engines], run = [.. all.Where(model => model.WasRun)];
            return run.Length > 0 ? run : all;
        }
    }
}
