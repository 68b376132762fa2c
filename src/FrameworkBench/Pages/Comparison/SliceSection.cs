using FrameworkBench.Charts;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>The lead by size and kind of table, and whether it changes with them.</summary>
internal static class SliceSection
{
    internal static void Write(IllustratedPage page, SuiteResults suite)
    {
        PairSides sides = suite.Sides;
        page.Text.Heading(2, "By size and kind");
        page.Text.Paragraph($"Tables ahead ({sides.First} : tie : "
            + $"{sides.Second}) and mean lead with its 95 % bootstrap interval over the tables of each slice, "
            + $"on {MarkdownText.Code(suite.Main.Name)}. "
            + $"Slices of fewer than {Counting.Of(LeastTables.OfSlice, "table")} get no interval. "
            + "Smoothness is defined by the scores of the linear and the best model, so this slice depends in part on what it compares.");
        if (Picture(suite) is { Rows.Count: > 0 } picture)
            page.Draw("slices", picture);
        page.Text.Table(Table(suite));
        Contrasts(page.Text, suite);
        page.Text.Paragraph(
            "One question about a table that predicts the better side, of rows, input columns, categories, task, smoothness and "
            + "the best score. Each table is predicted by the rule that is best on all others.");
        page.Text.List([.. suite.Main.Pairs.Where(pair => pair.Tables.Count >= LeastTables.OfSlice).Select(Rule)]);
    }

    private static string Rule(PairOnTables pair)
    {
        var rule = FamilyRule.Of([.. pair.Tables.Select(LedTable.Of)]);
        string title = $"*{MarkdownText.Escape(pair.Pair.Title)}*",
        errors = $"{Figures.Number(rule.Errors)} of {Counting.Of(rule.Tables, "table")}";
        string majority = $"always naming the side that leads on more tables errs on {Figures.Number(rule.ErrorsOfMajority)}";
        return rule.Question is { } question && rule.Helps
            ? $"{title}: {SuiteWords.Of(rule, question, pair.Sides)}. "
                + $"It errs on {errors}; {majority}."
            : $"{title}: no such question helps. The best errs on {errors}; {majority}.";
    }

    private static ForestChart Picture(SuiteResults suite) => new(
        "Mean lead by size and kind of table",
        new Axis("Mean difference of the scores"),
        [
            .. from pair in suite.Main.Pairs
               from slice in SuiteSlice.All
               let lead = slice.Lead(pair)
               where lead is not null && lead.HasInterval
               select new ForestRow($"{slice.Name} ({lead.Tables})", lead.Mean.Estimate, lead.Mean.Interval.Low, lead.Mean.Interval.High)
               {
                   Group = Phrase.Capital(pair.Pair.Title),
                   Detail = SuiteWords.Mean(lead),
               },
        ])
    {
        Subtitle = $"{suite.Main.Name}; number of tables in brackets",
        Equivalence = TableVerdicts.Equivalence,
        LeftMeaning = $"{suite.Sides.Second} better",
        RightMeaning = $"{suite.Sides.First} better",
        IntervalLabel = "95 % bootstrap interval over tables",
    };

    private static MarkdownTable Table(SuiteResults suite)
    {
        IReadOnlyList<PairOnTables> pairs = suite.Main.Pairs;
        var table = new MarkdownTable(
        [
            "by", "slice", ">tables",
            .. pairs.SelectMany(pair => new[] { $">{MarkdownText.Escape(pair.Pair.Title)}: ahead", ">mean lead" }),
        ]);
        string trait = "";
        foreach (SuiteSlice slice in SuiteSlice.All)
        {
            PooledLead?[] leads = [.. pairs.Select(slice.Lead)];
            if (Array.TrueForAll(leads, lead => lead is null))
                continue;
            table.Add(
            [
                slice.Trait == trait ? "" : slice.Trait, slice.Name, Figures.Count(leads.Max(lead => lead?.Tables ?? 0)),
                .. leads.SelectMany(lead => lead is null ? ["–", "–"] : new[] { LeadWords.Counts(lead.Counts), SuiteWords.Mean(lead) }),
            ]);
            trait = slice.Trait;
        }

        return table;
    }

    private static void Contrasts(MarkdownDocument page, SuiteResults suite)
    {
        var table = new MarkdownTable("by", "comparison", "mean lead in the second minus the first", ">difference", ">p (Holm)", "changes");
        foreach (var trait in suite.Main.Pairs.SelectMany(SliceContrast.Of).GroupBy(contrast => contrast.First.Trait))
        {
            string name = trait.Key;
            foreach (SliceContrast contrast in trait)
            {
                table.Add(
                    name, MarkdownText.Escape(contrast.Pair.Pair.Title), $"{contrast.First.Name} → {contrast.Last.Name}",
                    LeadWords.WithInterval(contrast.Difference.Difference, contrast.Difference.Interval),
                    LeadWords.PValue(contrast.AdjustedPValue),
                    contrast.IsSure ? "**yes**" : "not significantly");
                name = "";
            }
        }

        if (table.Rows == 0)
            return;
        page.Heading(3, "Does the lead change?");
        page.Paragraph("A lead that is significant in one slice but not in its opposite need not differ between them. "
            + "This table tests the differences themselves, by Welch's test over tables, adjusted for the number of traits. "
            + "Size and kind are correlated, and many tables of a kind share a source: "
            + "a difference between slices does not prove its cause.");
        page.Table(table);
    }
}
