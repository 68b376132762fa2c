using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Suite;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Reporting.Pages.Suite;

/// <summary>Each comparison over all tables, a row an engine.</summary>
internal static class PooledSection
{
    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        PairSides sides = suite.Sides;
        var table = new MarkdownTable(
            "comparison", "engine", ">tables", $">ahead: {sides.First} : tie : {sides.Second}", $">beyond noise: {sides.First} : {sides.Second}",
            ">mean lead, hierarchical model", $">next table: {sides.First} : within : {sides.Second}", $">share of tables beyond the margin: {sides.First}; {sides.Second}", ">mean lead, bootstrap", ">median lead", ">Wilcoxon p, by Holm");
        foreach (var pair in suite.Experiment.Report.Compare)
        {
            string title = Title(suite, pair.Title);
            foreach (SuiteEngine engine in suite.Engines)
            {
                if (engine.Pairs.FirstOrDefault(found => found.Pair == pair) is not { } found)
                    continue;
                table.Add([title, engine.Name, .. Cells(found)]);
                title = "";
            }
        }

        page.Heading(2, "All tables together");
        page.Paragraph("A table counts once: its mean difference over the splits, in accuracy where classes are predicted and in R² (clipped at 0) where values are. "
            + $"Positive is in favour of {sides.First}. The margin is {Figures.Number(TableVerdicts.Equivalence)}. Three questions have three answers, by the hierarchical model, which takes each table's own uncertainty: the mean lead, the lead on one more such table, and the share of such tables with a lead beyond the margin. "
            + "The bootstrap draws tables, each counting alike. Intervals are of 95 %; p values are of the Wilcoxon signed-rank test, adjusted for the number of comparisons of an engine. "
            + $"How each is computed: {MarkdownText.Link("statistics", "../docs/statistics.md")}.");
        page.Table(table);
        page.List([.. Remarks(suite)]);
    }

    private static string Title(SuiteResults suite, string title)
    {
        var pair = suite.Experiment.Report.Compare.First(pair => pair.Title == title);
        return $"**{MarkdownText.Escape(title)}**: {Model(pair.Model)} − {Model(pair.Against)}";

        string Model(string name) => MarkdownText.Escape(suite.Experiment.Models.First(model => model.Name == name).Title);
    }

    private static string[] Cells(PairOnTables pair) =>
    [
        FormattableString.Invariant($"{pair.Lead.Tables}"),
        LeadWords.Counts(pair.Lead.Counts),
        FormattableString.Invariant($"{pair.Count(TableVerdict.First)}\u00A0:\u00A0{pair.Count(TableVerdict.Second)}"),
        .. Answers(pair.Answers),
        SuiteWords.Mean(pair.Lead), SuiteWords.Median(pair.Lead), LeadWords.PValue(pair.AdjustedPValue),
    ];

    private static string[] Answers(HierarchicalAnswers? answers) => answers is null
        ? ["–", "–", "–"]
        :
        [
            LeadWords.WithInterval(answers.MeanLead, answers.MeanInterval),
            $"{LeadWords.Chance(answers.NextTable.Above)} : {LeadWords.Chance(answers.NextTable.Within)} : {LeadWords.Chance(answers.NextTable.Below)}",
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

        string[] single = [.. suite.Results.Models.Where(model => model.WasRun).Select(model => model.Engine).Distinct().Except(suite.Engines.Select(engine => engine.Name))];
        if (single.Length > 0)
            yield return $"{Phrase.And([.. single.Select(MarkdownText.Code)])} fitted models of one side only, so there is nothing to pair; their scores are in the {MarkdownText.Link("data", TrialsFile.PathOf(suite.Experiment.Name))}.";
        if (suite.Results.Absent.Count > 0)
            yield return $"Not available: {Phrase.And(suite.Results.Absent)} ({MarkdownText.Link("why, and how to get them", "environment.md#not-available")}).";
    }
}
