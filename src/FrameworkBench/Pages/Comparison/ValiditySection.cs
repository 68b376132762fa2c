using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Results.Suite;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>What speaks against taking the answer further than it goes, with the figures of this run.</summary>
internal static class ValiditySection
{
    private const double Imbalanced = 0.8;

    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        List<Dataset> tables = [.. suite.Main.Trials.Select(trial => trial.Input.Dataset).DistinctBy(table => table.Name)];
        page.Heading(2, "Threats to validity");
        page.List(
            [OfTables(tables, suite.Experiment), .. OfImbalance(tables), OfScale(tables), .. OfModels(suite), .. OfSplits(suite), OfSlices,
            OfEngines(suite)]);
    }

    private static string OfTables(List<Dataset> tables, Experiment experiment) =>
        $"**Choice of tables.** The {Counting.Of(tables.Count, "table")} of {Figures.Whole(tables.Min(table => table.Rows))} to "
            + $"{Figures.Whole(tables.Max(table => table.Rows))} rows "
        + $"({tables.Count(table => table.IsClassification)} classification, "
        + $"{tables.Count(table => !table.IsClassification)} regression) "
        + (tables.Exists(table => experiment.Tables.ContainsKey(table.Name)) ? "are no random sample. "
            : "were available and redistributable; they are not a random sample. "
                + "Many are classics on which methods of both sides were developed, and some share a source. ")
        + "Intervals and probabilities over tables treat them as independent draws from one population, "
        + "so they are too narrow for tables elsewhere.";

    private static IEnumerable<string> OfImbalance(List<Dataset> tables)
    {
        string[] imbalanced =
            [.. tables.Where(table => table.IsClassification && LargestShare(table) >= Imbalanced)
                .Select(table => $"{MarkdownText.Code(table.Name)} ({Figures.Percent(Math.Round(LargestShare(table), 2))})")];
        yield return "**Accuracy as the metric.** Accuracy looks only at the most probable class, "
            + "not at the quality of the probabilities, and says little on imbalanced tables"
            + (imbalanced.Length > 0
                ? $": on {Phrase.And(imbalanced)} the constant model already has that accuracy, so leads are small by construction."
                : "; no table here has a class of 80 % or more.");
    }

    private static string OfScale(List<Dataset> tables) => tables.Exists(table => table.IsClassification)
        && tables.Exists(table => !table.IsClassification)
        ? "**One scale for two metrics.** A lead of 0.01 in accuracy and one of 0.01 in R² are different things. "
            + "Pooling them is a convention, and so is the margin of ±0.01. The slices by task show them separately."
        : "**The margin.** Treating a difference of 0.01 as negligible is a convention; for some uses it matters.";

    private static IEnumerable<string> OfModels(SuiteResults suite)
    {
        yield return "**One preparation per family.** No table was treated individually: no handmade features, "
            + "no choice of encodings per table. Networks gain more from such care than trees do.";
        SearchStanding[] searches = [.. suite.Main.Trials.Select(trial => trial.Search).OfType<SearchStanding>()];
        int most = BudgetWords.CandidatesOf(searches);
        string atMost = BudgetWords.SecondsOf(searches) is null ? "" : "At most ";
        yield return most > 0
            ? $"**Budget.** {atMost}{Counting.Of(most, "candidate")} and one published search space per family. "
                + "With a larger budget or other spaces the order may change; models with more settings have more to gain."
            : "**Budget.** Nothing was tuned; a search may change the order.";
        string[] asides = [.. suite.Experiment.Models.Where(model => model.Validation is not null)
            .Select(model => $"*{MarkdownText.Escape(model.Title)}* ({Figures.Percent(model.Validation!.Plan.Fraction)})")];
        if (asides.Length > 0)
            yield return $"**Rows for early stopping.** {Phrase.And(asides)} set training rows aside to decide when to stop, "
                + "so they learn from fewer rows than the others. That costs most on the smallest tables, "
                + "where the few rows set aside also judge poorly.";
        if (suite.Experiment.Models.Any(model => model.Spec.IsNetwork))
        {
            string these = suite.Experiment.Models.Any(model => model.Spec is RealMlpSpec or TabMSpec)
                ? "All are multilayer perceptrons, some of them made for tables. Other architectures"
                : "All are plain multilayer perceptrons. Architectures designed for tables";
            yield return $"**These networks.** {these}, such as transformers over columns or networks pretrained on synthetic tables, "
                + "are not included; nothing here applies to them.";
        }

        yield return "**Default settings.** Their authors knew some of these tables; on new tables they may do worse.";
    }

    private static IEnumerable<string> OfSplits(SuiteResults suite)
    {
        (int least, int most) = suite.Splits;
        int tables = suite.Main.Pairs.Max(pair => pair.Lead.Tables);
        yield return "**Dependence of folds.** The correction for shared training rows is an approximation, "
            + $"and {Counting.Between(least, most, "split")} of a table leave {Counting.Between(least - 1, most - 1, "degree")} of "
            + "freedom: intervals of single tables are wide. *Undecided* means that this run cannot decide, not that the sides are equal.";
        yield return "**Many intervals.** Verdicts of single tables are not corrected for multiple comparisons: "
            + $"of {tables} intervals at 95 %, about {Figures.Fixed(Math.Max(1, Math.Round(0.05 * tables)), 0)} would exclude zero "
            + "even without any differences.";
        if (suite.Experiment.Models.Max(model => Seeds(suite, model)) == 1)
            yield return "**One seed per split.** The effects of seed and rows cannot be separated.";
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
        "**Slices.** Smoothness is defined by the scores of the models being compared. Size, "
            + "kind and source are confounded in so few tables, so no slice shows a cause.";

    private static string OfEngines(SuiteResults suite) =>
        $"**Implementations.** What holds for `{suite.Main.Name}` need not hold for another library's trees or networks"
        + (suite.Others.Any() ? $"; compare the rows of {Phrase.And([.. suite.Others.Select(engine => engine.Name)])}."
            : ", and this run has no other engine with both sides.");

    private static double LargestShare(Dataset table) => table.ClassCounts().Max() / (double)table.Rows;
}
