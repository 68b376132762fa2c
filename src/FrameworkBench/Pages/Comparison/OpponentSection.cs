using FrameworkBench.Claims.Tables;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>Where the second side of the comparisons won: a reader of a pooled figure forgets that it did.</summary>
internal static class OpponentSection
{
    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        string side = suite.Sides.Second;
        page.Heading(2, $"Where {MarkdownText.Escape(side)} won");
        string[] items = [.. suite.Experiment.Datasets.Select(dataset => Item(suite.Main.Pairs, dataset)).OfType<string>()];
        page.Paragraph(items.Length == 0 ? "Beyond noise on no table." : "Beyond noise on these tables:");
        page.List(items);
        page.List([.. suite.Main.Pairs.Select(pair => (pair.Pair.Title, Tables: WithinNoise(pair))).Where(pair => pair.Tables.Length > 0)
            .Select(pair => $"Within noise, by the sign of the mean (*{MarkdownText.Escape(pair.Title)}*): {Phrase.And(pair.Tables)}")]);
    }

    private static string? Item(IReadOnlyList<PairOnTables> pairs, string dataset)
    {
        var found = pairs.Select(pair => (Pair: pair, Table: pair.On(dataset))).Where(pair => pair.Table is not null).ToList();
        if (!found.Exists(pair => TableVerdicts.Of(pair.Table!.Lead) == TableVerdict.Second))
            return null;
        TableTraits traits = found[0].Table!.Traits;
        string leads = string.Join(", ", found.Select(pair => Lead(pair.Pair, pair.Table!)));
        return $"{MarkdownText.Code(dataset)} ({Counting.Of(traits.Rows, "row")}, {Counting.Of(traits.Table.Columns, "column")}; "
            + $"{SuiteWords.Kind(traits)}): {leads}";
    }

    private static string Lead(PairOnTables pair, TableComparison table)
    {
        string text = $"{MarkdownText.Escape(pair.Pair.Title)} {LeadWords.PlusMinus(table.Lead)}";
        return TableVerdicts.Of(table.Lead) == TableVerdict.Second ? $"**{text}**" : text;
    }

    private static string[] WithinNoise(PairOnTables pair) =>
    [
        .. pair.Tables.Where(table => table.Lead.Difference < -PooledLead.Rounding && TableVerdicts.Of(table.Lead) != TableVerdict.Second)
            .OrderBy(table => table.Lead.Difference)
            .Select(table => $"{MarkdownText.Code(table.Traits.Dataset)} ({LeadWords.Signed(table.Lead.Difference)})"),
    ];
}
