using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Sections;

/// <summary>How an experiment was done: data, division, preparation, seeds, and each model in words.</summary>
internal static class SettingSection
{
    private const int MostDatasets = 6;

    internal static void Write(MarkdownDocument page, ExperimentResults results, bool withData = true)
    {
        Experiment experiment = results.Experiment;
        ModelSetting[] models = [.. experiment.Models.Select(model => ModelSetting.Of(model, results))];
        var common = new List<string>();
        var headings = new List<string> { "model", "description" };
        var columns =
            new List<Func<ModelSetting, string>> { model => $"**{MarkdownText.Escape(model.Title)}**",
                model => MarkdownText.Escape(model.What) };
        if (withData)
            Share("inputs", model => model.Inputs);
        Share("validation", model => model.Validation);
        Share("seeds", model => model.Seeds);

        page.Heading(2, "Setup");
        page.List(
            [.. withData ? Data(results) : [], Division(results), .. common,
            $"**Arithmetic**: {(experiment.Precision == Precision.Float32 ? "32-bit" : "64-bit")} floating point"]);
        var table = new MarkdownTable(headings);
        foreach (ModelSetting model in models)
            table.Add([.. columns.Select(column => column(model))]);
        page.Table(table);
        if (experiment.Notes.Count > 0)
            page.Heading(3, "Notes").List([.. experiment.Notes.Select(MarkdownText.Escape)]);
        if (experiment.ChangedAfterResults.Count > 0)
            page.Heading(3, LedgerPage.ChangesHeading).List([.. experiment.ChangedAfterResults.Select(MarkdownText.Escape)]);

        // What all models share is said once, above the table.
        void Share(string name, Func<ModelSetting, string> text)
        {
            string[] texts = [.. models.Select(text).Distinct()];
            if (texts.Length > 1)
            {
                headings.Add(name);
                columns.Add(model => MarkdownText.Escape(text(model)));
            }
            else if (texts is [{ Length: > 0 } same])
            {
                common.Add($"**{Phrase.Capital(name)}**: {MarkdownText.Escape(same)}");
            }
        }
    }

    private static IEnumerable<string> Data(ExperimentResults results)
    {
        foreach (string name in results.Experiment.Datasets.Take(MostDatasets))
        {
            if (results.InputOf(name) is not { } input)
                continue;
            yield return $"**Data**: {MarkdownText.Code(name)}, {MarkdownText.Escape(DataWords.Describe(input.Dataset))}"
                + string.Concat(input.Dataset.Notes.Select(note => $"; {MarkdownText.Escape(note)}"));
        }

        int more = results.Experiment.Datasets.Count - MostDatasets;
        if (more > 0)
            yield return $"**Data**: {more} more: "
                + $"{string.Join(", ", results.Experiment.Datasets.Skip(MostDatasets).Select(MarkdownText.Code))}";
    }

    private static string Division(ExperimentResults results)
    {
        // The profile that was run shows in the number of splits.
        int splits = results.Models.SelectMany(model => model.Trials).Select(trial => trial.Trial.Split).DefaultIfEmpty().Max() + 1;
        var plans = results.Experiment.Split;
        Dataset[] tables = [.. results.Experiment.Datasets.Select(results.InputOf).OfType<TrialInput>().Select(input => input.Dataset)];
        SplitPlan run = new[] { plans.Default, plans.Full, plans.Quick }
            .FirstOrDefault(plan => (tables.Length > 0 && plan is KFold ? tables.Max(plan.CountOn) : plan.Count) == splits)
                ?? plans.Default;
        if (run is KFold { Repeats: > 1 } folds && splits == folds.Folds && tables.All(table => folds.CountOn(table) == folds.Folds))
            run = folds with { Repeats = 1 };
        string plan = DataWords.Describe(run) + DataWords.Order(run, tables);
        string sizes = results.Experiment.Datasets is [string only] && results.InputOf(only) is not null
            ? $": {DataWords.Sizes([.. results.Models.SelectMany(model => model.Trials).Select(trial => trial.Input.Split)])}" : "";
        return $"**Split**: {MarkdownText.Escape(plan)}{sizes}";
    }

    private static string Searched(ExperimentModel model, IEnumerable<TrialResult> trials) =>
        model.Search is { } search
        && trials.Select(trial => trial.Search).OfType<SearchStanding>().ToArray() is { Length: > 0 } done
            ? $"; {Taken(search, BudgetWords.AtMost(done) ?? $"{done[0].Candidates.Count} candidates")}, "
                + "these settings and random draws of "
                + $"{string.Join(", ", search.Settings)}, "
                + $"chosen by {MetricWords.ChosenBy(trials.Select(trial => trial.Input.Dataset.Task))} within the training rows"
                + (search.Strategy == SearchStrategy.Halving ? " after successive halving" : "")
            : "";

    private static string Taken(Search search, string candidates) => search.Ensemble is int additions
        ? $"the weighted mean of some of {candidates}, by at most {Counting.Of(additions, "greedy addition")}"
        : $"the best of {candidates}";

    /// <summary>What is said of a model.</summary>
    private sealed record ModelSetting(string Title, string What, string Inputs, string Validation, string Seeds)
    {
        public static ModelSetting Of(ExperimentModel model, ExperimentResults results)
        {
            TrialResult[] trials = [.. results.Models.Where(found => found.Model.Name == model.Name).SelectMany(found => found.Trials)];
            int splits = trials.Select(trial => trial.Trial.Split).Distinct().Count();
            int seeds = trials.GroupBy(trial => trial.Trial.Split)
                .Select(split => split.Select(trial => trial.Trial.Seed).Distinct().Count()).DefaultIfEmpty().Max();
            string engines = trials.CountBy(trial => trial.Trial.Engine).Select(engine => engine.Value).Distinct().Count() > 1
                ? "; an engine with fewer has the first of them" : ", the same on every engine";
            string counted = splits > 1 ? $"{seeds} per split, different on each split{engines}"
                : seeds == 1 ? "1"
                : $"{seeds}, starting at {trials.Select(trial => trial.Trial.Seed).DefaultIfEmpty().Min()}{engines}";
            TrialInput? input = trials.FirstOrDefault()?.Input;
            if (input is null)
                return new ModelSetting(
                    model.Title, ModelWords.Describe(model.Spec), "", DataWords.Describe(model.Validation) ?? "", counted);

            bool alone = results.Experiment.Datasets.Count == 1;
            ModelSpec spec = model.SpecFor(input.Dataset.Task);
            string what = (alone && spec is NetworkSpec network
                ? ModelWords.Describe(
                    network.WithWidths(input.Dataset.Columns.Count, input.Outputs),
                    input.Preparation.Fit(input.Dataset, input.Split.TrainRows).Columns.Count)
                : ModelWords.Describe(spec, byTask: model.FollowsTask && trials.DistinctBy(trial => trial.Input.Dataset.Task).Count() > 1))
                + (DataWords.Bag(model) is { } bag ? $"; {bag}" : "") + Searched(model, trials);
            string validation = DataWords.Describe(model.Validation) is { } set
                ? set + (alone
                ? $": {Counting.Of(input.Split.ValidationRows.Length, "row")}, leaving {input.Split.TrainRows.Length} for training" : "")
                : "";
            return new ModelSetting(
                model.Title, what,
                DataWords.Describe(model.Preparation, [.. trials.Select(trial => trial.Input.Dataset).DistinctBy(table => table.Name)]),
                validation, counted);
        }
    }
}
