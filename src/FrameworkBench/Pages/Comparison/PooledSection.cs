using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Hierarchical;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>Each comparison over all tables, a row an engine.</summary>
internal static class PooledSection
{
    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        PairSides sides = suite.Sides;
        var table = new MarkdownTable(
            "comparison", "engine", ">tables", $">ahead: {sides.First} : tie : {sides.Second}",
            $">beyond noise: {sides.First} : {sides.Second}",
            ">typical lead, hierarchical model", $">next table: {sides.First} : within : {sides.Second}",
            $">share of tables beyond the margin: {sides.First}; {sides.Second}", ">mean lead, bootstrap", ">median lead",
            ">Wilcoxon p (Holm)");
        Fill(table, suite, pair => Title(suite, pair.Title), Cells);

        page.Heading(2, "All tables together");
        page.Paragraph("Each table counts once, by its mean difference over the splits: in accuracy for classification, "
            + "in R² (clipped at 0) for regression. "
            + $"Positive favours {sides.First}. "
            + (suite.Others.Any(engine => engine.Pairs.Any(pair => pair.Engines.First != pair.Engines.Second))
                ? "Two engines in a row: an engine that has models of one side only meets the other side's of "
                    + $"{MarkdownText.Code(suite.Main.Name)}. " : "")
            + $"The margin is {Figures.Number(TableVerdicts.Equivalence)}. "
            + "The hierarchical model, which accounts for each table's uncertainty, answers three questions: "
            + "the typical lead, the lead on one more such table, and the share of such tables with a lead beyond the margin. Its "
            + "distribution of leads has heavy tails, so that a few tables with large leads hardly move its center, the typical lead; "
            + "they count in full in the mean lead. The bootstrap resamples tables with equal weight. Intervals are 95 %; "
            + "p values come from the Wilcoxon signed-rank test, adjusted for the number of comparisons of an engine. "
            + $"Details: {PageLinks.ToDocumentation("statistics", suite.Results.Documentation, "statistics.md")}.");
        page.Table(table);
        page.List([.. Remarks(suite)]);
        Shares(page, suite);
    }

    private static void Shares(MarkdownDocument page, SuiteResults suite)
    {
        PairSides sides = suite.Sides;
        var table = new MarkdownTable(
            "comparison", "engine", ">tables", ">typical lead, hierarchical model", $">next table: {sides.First} : within : {sides.Second}",
            $">share of tables beyond the margin: {sides.First}; {sides.Second}", ">mean lead, bootstrap");
        Fill(table, suite, pair => $"**{MarkdownText.Escape(pair.Title)}**", found => found.Share is not { } share
            ? null
            : [Figures.Count(share.Lead.Tables), .. Answers(share.Answers, LeadWords.ShareWithInterval), SuiteWords.MeanShare(share.Lead)]);
        if (table.Rows == 0)
            return;
        page.Heading(3, "As a share of the way");
        page.Paragraph("The same lead weighs more on a table where the best model is hardly better than the constant one. "
            + "Here the lead on a table is divided by its way: the difference between the mean scores of the best model and the constant "
            + $"one on the same engine. Tables with a way below {Figures.Number(ScoreWay.Least)} are left out. "
            + $"The margin is {Margin} of the way, which is {Figures.Number(TableVerdicts.Equivalence)} on a table with a way of "
            + $"{Figures.Number(TableVerdicts.Equivalence / ShareLead.Margin)}.");
        page.Table(table);
    }

    // A row for each pair and engine that has cells; a pair's title stands in its first one.
    private static void Fill(
        MarkdownTable table, SuiteResults suite, Func<ModelPair, string> title, Func<PairOnTables, string[]?> cells)
    {
        foreach (ModelPair pair in suite.Experiment.Report.Compare)
        {
            string first = title(pair);
            foreach (PairOnTables found in suite.Engines.SelectMany(engine => engine.Pairs).Where(found => found.Pair == pair))
            {
                if (cells(found) is not { } written)
                    continue;
                table.Add([first, SuiteWords.Engines(found), .. written]);
                first = "";
            }
        }
    }

    private static string Margin => Phrase.Unbroken(Figures.Percent(ShareLead.Margin));

    private static string Title(SuiteResults suite, string title)
    {
        var pair = suite.Experiment.Report.Compare.First(pair => pair.Title == title);
        return $"**{MarkdownText.Escape(title)}**: {Model(pair.Model)} − {Model(pair.Against)}";

        string Model(string name) => MarkdownText.Escape(ModelTitle.Of(suite.Experiment, name));
    }

    private static string[] Cells(PairOnTables pair) =>
    [
        Figures.Count(pair.Lead.Tables),
        LeadWords.Counts(pair.Lead.Counts),
        Phrase.Unbroken($"{pair.Count(TableVerdict.First)} : {pair.Count(TableVerdict.Second)}"),
        .. Answers(pair.Answers, LeadWords.WithInterval),
        SuiteWords.Mean(pair.Lead), SuiteWords.Median(pair.Lead), LeadWords.PValue(pair.AdjustedPValue),
    ];

    private static string[] Answers(HierarchicalAnswers? answers, Func<double, Interval, string> lead) => answers is null
        ? ["–", "–", "–"]
        :
        [
            lead(answers.MeanLead, answers.MeanInterval),
            $"{LeadWords.Chance(answers.NextTable.Above)} : {LeadWords.Chance(answers.NextTable.Within)} : "
                + $"{LeadWords.Chance(answers.NextTable.Below)}",
            $"{LeadWords.Between(answers.ShareAbove)}; {LeadWords.Between(answers.ShareBelow)}",
        ];

    private static IEnumerable<string> Remarks(SuiteResults suite)
    {
        foreach (PairOnTables pair in suite.Main.Pairs)
        {
            string[] without = [.. suite.Experiment.Datasets.Where(table => pair.On(table) is null).Select(MarkdownText.Code)];
            if (without.Length > 0)
                yield return $"*{MarkdownText.Escape(pair.Pair.Title)}* has no pair of scores on {Phrase.And(without)}.";
        }

        string[] single =
            [.. suite.Results.Models.Where(model => model.WasRun).Select(model => model.Engine).Distinct()
                .Except(suite.Engines.Select(engine => engine.Name))];
        if (single.Length > 0)
            yield return $"{Phrase.And([.. single.Select(MarkdownText.Code)])} fitted no model of a pair; "
                + $"the scores are in the {MarkdownText.Link("data", ScoresFile.Name)}.";
        if (suite.Results.Absent.Count > 0)
            yield return $"Not available: {Phrase.And(suite.Results.Absent)} "
                + $"({PageLinks.To("why, and how to install them", EnvironmentPage.NotAvailable)}).";
    }
}
