using FrameworkBench.Experiments;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Reporting.Pages.Suite;

/// <summary>How the comparison was done, in words that follow from the experiment.</summary>
internal static class MethodSection
{
    private const string Statistics = "../docs/statistics.md";

    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        (int least, int most) = suite.Splits;
        page.Heading(2, "Method");
        page.List(
        [
            "**One number a table.** Both models of a comparison are fitted by the same engine on the same rows with the same seed and predict the same test rows; their scores are subtracted split by split, and the mean of these differences is what the table says. "
                + "The score is accuracy where classes are predicted and R², clipped at 0, where values are, so that one hopeless fit cannot outweigh all other tables.",
            $"**One table.** The interval is of the corrected resampled t test over {Counting.Between(least, most, "split")}, because splits share training rows ({MarkdownText.Link("one data set", Statistics + "#one-data-set")}).",
            "**All tables.** Tables are the units: win, tie and loss by the sign of the mean; the Wilcoxon signed-rank test with Holm's correction over the comparisons of an engine; "
                + $"the hierarchical model, which takes each table's own uncertainty, with a margin of {Figures.Number(TableVerdicts.Equivalence)}; mean and median lead with bias-corrected and accelerated bootstrap intervals over tables ({MarkdownText.Link("many data sets", Statistics + "#many-data-sets")}).",
            .. Budgets(suite),
            .. Preparation(suite),
            $"**Rules before results.** What *ahead*, *beyond noise*, *sure* and *equal* mean is fixed in the program, and every claim with its test in {MarkdownText.Code(Path.GetFileName(suite.Experiment.Path))}, before the run; no sentence and no verdict is written by hand.",
            $"**Cost** differs from run to run and has {MarkdownText.Link("a page of its own", CostPage.PathOf(suite.Experiment.Name))}.",
        ]);
    }

    private static IEnumerable<string> Budgets(SuiteResults suite)
    {
        foreach (var same in suite.Experiment.Models.Select(model => (Model: model, Candidates: Candidates(suite, model))).Where(model => model.Candidates > 0).GroupBy(model => model.Candidates))
        {
            yield return $"**Budget.** {Counting.Of(same.Key, "candidate")} each for {Phrase.And([.. same.Select(model => Title(model.Model))])}: the model as written and random draws from its space, "
                + "each fitted on a part of the training rows and judged on the rest of them, anew for every split; the best is fitted on all training rows. Test rows take no part.";
        }

        string[] asWritten = [.. suite.Experiment.Models.Where(model => model.Search is null).Select(Title)];
        if (asWritten.Length > 0)
            yield return $"**As written**, without any search: {Phrase.And(asWritten)}.";
    }

    private static int Candidates(SuiteResults suite, ExperimentModel model) => suite.Main.Trials
        .Where(trial => trial.Trial.Model.Name == model.Name)
        .Select(trial => trial.Search?.Candidates.Count ?? 0)
        .DefaultIfEmpty().Max();

    private static IEnumerable<string> Preparation(SuiteResults suite)
    {
        var tables = suite.Main.Trials.Select(trial => trial.Input.Dataset).DistinctBy(table => table.Name).ToList();
        return suite.Experiment.Models
            .GroupBy(model => DataWords.Describe(model.Preparation, tables))
            .Select(same => $"**Preparation** for {Phrase.And([.. same.Select(Title)])}: {MarkdownText.Escape(same.Key)}; fitted on training rows only.");
    }

    private static string Title(ExperimentModel model) => $"*{MarkdownText.Escape(model.Title)}*";
}
