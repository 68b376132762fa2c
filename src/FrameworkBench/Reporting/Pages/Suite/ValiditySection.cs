using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Reporting.Pages.Suite;

/// <summary>What speaks against taking the answer further than it goes, with the figures of this run.</summary>
internal static class ValiditySection
{
    private const double Imbalanced = 0.8;

    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        List<Dataset> tables = [.. suite.Main.Trials.Select(trial => trial.Input.Dataset).DistinctBy(table => table.Name)];
        page.Heading(2, "Threats to validity");
        page.List([OfTables(tables), .. OfImbalance(tables), OfScale(tables), .. OfModels(suite), .. OfSplits(suite), OfSlices, OfEngines(suite)]);
    }

    private static string OfTables(List<Dataset> tables) =>
        $"**Choice of tables.** {Counting.Of(tables.Count, "table")} of {Figures.Whole(tables.Min(table => table.Rows))} to {Figures.Whole(tables.Max(table => table.Rows))} rows "
        + $"({tables.Count(table => table.IsClassification)} with classes, {tables.Count(table => !table.IsClassification)} with values) are those that were at hand and may be passed on, not a sample of anything. "
        + "Many are classics that methods of both sides were developed on, and some are related by their source; intervals and probabilities over tables take them as independent draws from one population, and so are narrower than the truth about tables elsewhere.";

    private static IEnumerable<string> OfImbalance(List<Dataset> tables)
    {
        string[] imbalanced = [.. tables.Where(table => table.IsClassification && LargestShare(table) >= Imbalanced).Select(table => $"{MarkdownText.Code(table.Name)} ({Figures.Percent(Math.Round(LargestShare(table), 2))})")];
        yield return "**Accuracy as the metric.** Accuracy looks at the most probable class only, not at how good the probabilities are, and says little where one class is nearly all"
            + (imbalanced.Length > 0 ? $": on {Phrase.And(imbalanced)} the constant model has that accuracy already, and leads are small by construction." : "; no table here has a class of 80 % or more.");
    }

    private static string OfScale(List<Dataset> tables) => tables.Exists(table => table.IsClassification) && tables.Exists(table => !table.IsClassification)
        ? "**One scale for two metrics.** A lead of 0.01 in accuracy and one of 0.01 in R² are not the same thing; pooling them is a convention, and so is the region of ±0.01. The slices by target show both apart."
        : "**The margin.** That a difference of 0.01 does not matter is a convention; for some uses it does.";

    private static IEnumerable<string> OfModels(SuiteResults suite)
    {
        yield return "**One preparation a family.** Nobody looked at a single table: no features made by hand, no choice of encodings by table. Networks gain more from such care than trees do.";
        int most = suite.Main.Trials.Select(trial => trial.Search?.Candidates.Count ?? 0).DefaultIfEmpty().Max();
        yield return most > 0
            ? $"**Budget.** {Counting.Of(most, "candidate")} and one published space a family; with more, or other spaces, the order may change, and models with more settings to find have more to gain."
            : "**Budget.** Nothing was tuned; with a search the order may change.";
        string[] asides = [.. suite.Experiment.Models.Where(model => model.Validation is not null)
            .Select(model => $"*{MarkdownText.Escape(model.Title)}* ({Figures.Percent(model.Validation!.Plan.Fraction)})")];
        if (asides.Length > 0)
            yield return $"**Rows for early stopping.** {Phrase.And(asides)} set training rows aside to know when to stop, and so learn from fewer rows than the others; that costs most on the smallest tables, where the rows set aside are few and judge badly too.";
        if (suite.Experiment.Models.Any(model => model.Spec is NetworkSpec))
            yield return "**These networks.** All are plain multilayer perceptrons. Architectures made for tables, such as transformers over columns or networks pretrained on synthetic tables, are not here, and nothing here speaks about them.";
        yield return "**Settings as written.** Who wrote them knew some of these tables; on new ones they may do worse than here.";
    }

    private static IEnumerable<string> OfSplits(SuiteResults suite)
    {
        (int least, int most) = suite.Splits;
        int tables = suite.Main.Pairs.Max(pair => pair.Lead.Tables);
        yield return $"**Dependence of folds.** The correction for shared training rows is an approximation, and {Counting.Between(least, most, "split")} of a table leave {Counting.Between(least - 1, most - 1, "degree")} of freedom: intervals of single tables are wide. *Undecided* means that this run cannot tell, not that both are equal.";
        yield return FormattableString.Invariant($"**Many intervals.** Verdicts of single tables are not adjusted for their number: of {tables} intervals of 95 % about {Math.Max(1, Math.Round(0.05 * tables)):0} would exclude zero if there were no differences at all.");
        if (suite.Experiment.Models.Max(model => Seeds(suite, model)) == 1)
            yield return "**One seed a split.** What the seed does and what the rows do cannot be separated.";
        if (!suite.Experiment.Split.Default.KeepDuplicatesTogether)
            yield return "**Repeated rows** may lie on both sides of a split, which favours models that memorise.";
    }

    private static int Seeds(SuiteResults suite, ExperimentModel model) =>
        suite.Main.Trials.Where(trial => trial.Trial.Model.Name == model.Name)
            .GroupBy(trial => (trial.Trial.Dataset, trial.Trial.Split))
            .Select(split => split.Select(trial => trial.Trial.Seed).Distinct().Count())
            .DefaultIfEmpty()
            .Max();

    private const string OfSlices =
        "**Slices.** Whether a table is smooth is judged by the scores of the same models that are compared. Size, kind and source go together in so few tables, so that no slice shows a cause.";

    private static string OfEngines(SuiteResults suite) =>
        $"**Implementations.** What holds of `{suite.Main.Name}` need not hold of another library's trees or networks"
        + (suite.Others.Any() ? $"; {Phrase.And([.. suite.Others.Select(engine => engine.Name)])} beside it tell whether it does." : ", and no other engine with both sides was there in this run.");

    private static double LargestShare(Dataset table) => table.Labels.GroupBy(label => label).Max(label => label.Count()) / (double)table.Rows;
}
