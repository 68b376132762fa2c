using FrameworkBench.Datasets;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Cost;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>How the comparison was done, in words that follow from the experiment.</summary>
internal static class MethodSection
{
    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        (int least, int most) = suite.Splits;
        page.Heading(2, "Method");
        page.List(
        [
            "**One number per table.** The same engine fits both models of a comparison on the same rows with the same seed and "
                + "predicts the same test rows. "
                + "A table's number is the mean difference of their scores over the splits. "
                + "The score is accuracy for classification and R² clipped at 0 for regression, "
                + "so that one hopeless fit cannot outweigh all other tables.",
            $"**One table.** Intervals come from the corrected resampled t test over {Counting.Between(least, most, "split")}, "
                + $"because splits share training rows ({Statistics("one data set", "one-data-set")}).",
            .. Order(suite),
            "**All tables.** Tables are the units: win, tie and loss by the sign of the mean; the Wilcoxon signed-rank test with Holm's "
                + "correction over the comparisons of an engine; "
                + "the hierarchical model, which accounts for each table's uncertainty, "
                + $"with a margin of {Figures.Number(TableVerdicts.Equivalence)}, or of {Figures.Percent(ShareLead.Margin)} of the way "
                + "from the constant model to the best one; "
                + "mean and median lead with bias-corrected and accelerated bootstrap intervals over tables "
                + $"({Statistics("many data sets", "many-data-sets")}).",
            .. Budgets(suite),
            .. Preparation(suite),
            "**Rules before results.** The program fixes what *leads*, *significant*, *beyond noise* and *equal* mean. "
                + $"{MarkdownText.Code(Path.GetFileName(suite.Experiment.Path))} fixes every claim with its test before the run. "
                + "No sentence and no verdict is written by hand.",
            $"**Cost** varies from run to run and has {MarkdownText.Link("its own page", CostPage.Name)}.",
        ]);

        string Statistics(string text, string heading) =>
            PageLinks.ToDocumentation(text, suite.Results.Documentation, $"statistics.md#{heading}");
    }

    private static IEnumerable<string> Order(SuiteResults suite)
    {
        Dataset[] tables = [.. suite.Main.Trials.Select(trial => trial.Input.Dataset).DistinctBy(table => table.Name)];
        string[] groups = [.. tables.Where(table => table.Groups is not null).Select(table => Named(table, table.GroupName!))];
        string[] times = [.. tables.Where(table => table.Times is not null).Select(table => Named(table, table.TimeName!))];
        if (groups.Length > 0)
            yield return $"**Groups.** Rows of one group stay on one side of every split: {Phrase.And(groups)}.";
        if (times.Length > 0)
            yield return $"**Time.** Only earlier rows train: {Phrase.And(times)}. Such a table is divided once, "
                + "since repeats would bring the same rows.";

        static string Named(Dataset table, string column) =>
            $"{MarkdownText.Code(table.Name)} ({MarkdownText.Escape(column)})";
    }

    private static IEnumerable<string> Budgets(SuiteResults suite)
    {
        foreach (
            var same in suite.Experiment.Models.Select(model => (Model: model, Searches: Searches(suite, model)))
            .Where(model => model.Searches.Length > 0)
            .GroupBy(model => (Limits: Limits(model.Searches), IsBag: model.Model.Bag is not null, model.Model.Search?.Ensemble)))
        {
            string losses = MetricWords.ChosenBy(suite.Main.Trials.Select(trial => trial.Input.Dataset.Task));
            string best = same.Key.Ensemble is int additions
                ? $"the model is their weighted mean, by at most {Counting.Of(additions, "greedy addition")} (Caruana et al. 2004)."
                : same.Key.IsBag ? "the best is the model." : "the best is refitted on all training rows.";
            yield return $"**Budget.** {Candidates(same.First().Searches)} each for "
                + $"{Phrase.And([.. same.Select(model => Title(model.Model))])}: "
                + "the default settings and random draws from the search space. "
                + (same.Key.Limits.Seconds is null ? "" : "The seconds are those of the candidates' fits, so another machine may try "
                    + "another number. Tried here: "
                    + $"{Phrase.And([.. same.Select(model => $"{BudgetWords.Number(model.Searches)} for {Title(model.Model)}")])}. ")
                + (same.Key.IsBag
                    ? "On each split, every candidate is a bag, judged on the training rows that each of its fits leaves out"
                    : "On each split, every candidate is fitted on part of the training rows and judged on the rest")
                + $", by {losses}; {best} Test rows take no part.";
        }

        foreach (var same in suite.Experiment.Models.Where(model => model.Bag is not null).GroupBy(model => model.Bag!.Value))
        {
            yield return $"**Bags.** {Phrase.And([.. same.Select(Title)])}: the mean of {same.Key} fits, each leaving out a different "
                + "fold of the training rows. Where a fit stops early, its fold decides when, so that no row is lost to validation.";
        }

        string[] untuned = [.. suite.Experiment.Models.Where(model => model.Search is null).Select(Title)];
        if (untuned.Length > 0)
            yield return $"**Default settings**, without search: {Phrase.And(untuned)}.";
    }

    private static SearchStanding[] Searches(SuiteResults suite, ExperimentModel model) =>
        [.. suite.Main.Trials.Where(trial => trial.Trial.Model.Name == model.Name)
            .Select(trial => trial.Search).OfType<SearchStanding>()];

    private static (int Candidates, double? Seconds) Limits(SearchStanding[] searches) =>
        (BudgetWords.CandidatesOf(searches), BudgetWords.SecondsOf(searches));

    private static string Candidates(SearchStanding[] searches) =>
        BudgetWords.Limits(searches) is { } limits ? $"{limits}," : Counting.Of(BudgetWords.CandidatesOf(searches), "candidate");

    private static IEnumerable<string> Preparation(SuiteResults suite)
    {
        var tables = suite.Main.Trials.Select(trial => trial.Input.Dataset).DistinctBy(table => table.Name).ToList();
        return suite.Experiment.Models
            .GroupBy(model => DataWords.Describe(model.Preparation, tables))
            .Select(same => $"**Preparation** for {Phrase.And([.. same.Select(Title)])}: {MarkdownText.Escape(same.Key)}; "
                + "fitted on training rows only.");
    }

    private static string Title(ExperimentModel model) => $"*{MarkdownText.Escape(model.Title)}*";
}
