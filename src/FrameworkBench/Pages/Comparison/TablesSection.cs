using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>Each table: what it is like, how the compared models score, and what its interval says.</summary>
internal static class TablesSection
{
    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        page.Heading(2, "Table by table");
        page.Paragraph($"Smallest first: mean scores over the splits on {MarkdownText.Code(suite.Main.Name)}, "
            + "then each paired difference ± half its 95 % interval (corrected resampled t test) with a verdict. "
            + "The verdict names a side if the interval excludes zero, "
            + $"*{TableVerdicts.Word(TableVerdict.Equal, suite.Sides)}* if it includes zero and lies within that margin, "
            + "and is *undecided* otherwise. "
            + "Smooth means that the linear model covers nine tenths of the way from the constant model to the best one. "
            + $"Data: {MarkdownText.Link("every table", TablesFile.Name)}.");
        page.Table(MainTable(suite));
        OtherEngines(page, suite);
    }

    private static MarkdownTable MainTable(SuiteResults suite)
    {
        IReadOnlyList<PairOnTables> pairs = suite.Main.Pairs;
        ExperimentModel[] models =
            [.. suite.Experiment.Models.Where(
                model => pairs.Any(pair => pair.Pair.Model == model.Name || pair.Pair.Against == model.Name))];
        var table = new MarkdownTable(
        [
            "data set", ">rows", ">columns", "kind",
            .. models.Select(model => $">{MarkdownText.Escape(model.Title)}"),
            .. pairs.Select(pair => $"{MarkdownText.Escape(pair.Pair.Title)}: {MarkdownText.Escape(pair.Sides.First)} − "
                + $"{MarkdownText.Escape(pair.Sides.Second)}"),
        ]);
        foreach (TableTraits traits in Traits(pairs))
        {
            string dataset = traits.Dataset;
            table.Add(
            [
                MarkdownText.Code(dataset), Figures.Whole(traits.Rows), Figures.Whole(traits.Table.Columns), SuiteWords.Kind(traits),
                .. models.Select(model => LeadWords.Score(MeanOf(pairs, model.Name, dataset))),
                .. pairs.Select(pair => Cell(pair, dataset)),
            ]);
        }

        return table;
    }

    private static void OtherEngines(MarkdownDocument page, SuiteResults suite)
    {
        PairOnTables[] pairs = [.. suite.Others.SelectMany(engine => engine.Pairs)];
        if (pairs.Length == 0)
            return;
        var table =
            new MarkdownTable(
                ["data set", ">rows", .. pairs.Select(pair => $"{SuiteWords.Engines(pair)}, {MarkdownText.Escape(pair.Pair.Title)}")]);
        foreach (TableTraits traits in Traits(pairs))
            table.Add(
                [MarkdownText.Code(traits.Dataset), Figures.Whole(traits.Rows),
                .. pairs.Select(pair => Cell(pair, traits.Dataset))]);

        page.Heading(3, "Other engines").Table(table);
    }

    /// <summary>The tables that some pair has, the smallest first: whether size matters is then seen.</summary>
    private static IEnumerable<TableTraits> Traits(IReadOnlyList<PairOnTables> pairs) => pairs
        .SelectMany(pair => pair.Tables.Select(table => table.Traits))
        .DistinctBy(traits => traits.Dataset)
        .OrderBy(traits => traits.Rows)
        .ThenBy(traits => traits.Dataset, StringComparer.Ordinal);

    private static double MeanOf(IEnumerable<PairOnTables> pairs, string model, string dataset) => pairs
        .Where(pair => pair.Pair.Model == model || pair.Pair.Against == model)
        .Select(pair => pair.On(dataset) is { } table ? (pair.Pair.Model == model ? table.ModelMean : table.AgainstMean) : double.NaN)
        .FirstOrDefault(double.IsFinite, double.NaN);

    private static string Cell(PairOnTables pair, string dataset)
    {
        if (pair.On(dataset) is not { } table)
            return "–";
        TableVerdict verdict = TableVerdicts.Of(table.Lead);
        string word = TableVerdicts.Word(verdict, pair.Sides);
        return $"{LeadWords.PlusMinus(table.Lead)} "
            + $"{(verdict is TableVerdict.First or TableVerdict.Second ? $"**{MarkdownText.Escape(word)}**" : word)}{Incomplete(table)}";
    }

    private static string Incomplete(TableComparison table) => table.Incomplete > 0
        ? $" ({Counting.Of(table.Incomplete, "pair")} incomplete)" : "";
}
