using FrameworkBench.Claims.Tables;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Statistics.Ranking;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>
/// The answer in three sentences: who wins, how sure and how large that is, and when it changes. Each word follows from a figure by a rule.
/// </summary>
internal static class AnswerSection
{
    private const int MostNamed = 6;

    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        page.Heading(2, "Answer");
        int tables = suite.Main.Pairs.Max(pair => pair.Lead.Tables);
        if (tables < LeastTables.OfAll)
        {
            page.Warning($"This run has {Counting.Of(tables, "table")}. "
                + $"A statement about tables in general needs at least {LeastTables.OfAll}; "
                + "read this page as a test that everything works.");
        }

        page.List(
            $"**Who wins.** {WhoWins(suite)}", $"**How large, how certain.** {HowCertain(suite)}",
            $"**When it changes.** {WhenItChanges(suite)}");
        string claims = suite.Results.Verdicts.Count > 0
            ? $" The verdicts on the documents' claims are {MarkdownText.Link("below", "#claims")}." : "";
        page.Paragraph($"All three follow from the figures below by fixed rules: {Rules}. "
            + $"They use the engine {MarkdownText.Code(suite.Main.Name)}"
            + (suite.Others.Any() ? "; the other engines have their own rows below." : ".") + claims);
    }

    private static string Rules =>
        "a side *leads* by the sign of the mean difference; a mean lead is *significant* if the 95 % interval of the hierarchical model "
            + "lies entirely beyond the margin "
        + $"and the Wilcoxon test confirms it at {LeadWords.Chance(PairOnTables.Significance)}, "
        + "or if that interval lies entirely within the margin; "
        + "a lead on one table is *beyond noise* if its 95 % interval excludes zero";

    private static string WhoWins(SuiteResults suite)
    {
        string[] winners = [.. suite.Main.Pairs.GroupBy(Winner).Select(group => $"{group.Key} {Phrase.And([.. group.Select(Standing)])}")];
        return Phrase.Capital(string.Join("; ", winners)) + ".";
    }

    private static string Winner(PairOnTables pair) => (pair.Lead.Counts.Wins - pair.Lead.Counts.Losses) switch
    {
        > 0 => $"{pair.Sides.First} lead {pair.Sides.Second} on more tables:",
        < 0 => $"{pair.Sides.Second} lead {pair.Sides.First} on more tables:",
        _ => $"{pair.Sides.First} and {pair.Sides.Second} lead on equally many tables:",
    };

    // The winner's count comes first.
    private static string Standing(PairOnTables pair)
    {
        var counts = pair.Lead.Counts;
        string ties = counts.Ties > 0 ? $", {Counting.Of(counts.Ties, "tie")}" : "";
        return $"{Math.Max(counts.Wins, counts.Losses)} to {Math.Min(counts.Wins, counts.Losses)}{ties} ({Title(pair)})";
    }

    private static string HowCertain(SuiteResults suite)
    {
        string over =
            string.Join("; ", suite.Main.Pairs.GroupBy(Decision).Select(group => $"{group.Key} {Phrase.And([.. group.Select(Size)])}"));
        string single =
            Phrase.And([.. suite.Main.Pairs.Select((pair, place) => place == 0 ? BeyondNoise(pair) : $"{Decided(pair)} ({Title(pair)})")]);
        return $"Over tables like these, {over}. Table by table, {single}.";
    }

    private static string BeyondNoise(PairOnTables pair) =>
        $"{pair.Sides.First} lead beyond noise on {pair.Count(TableVerdict.First)} of {Counting.Of(pair.Lead.Tables, "table")} "
        + $"and {pair.Sides.Second} on {pair.Count(TableVerdict.Second)} ({Title(pair)})";

    private static string Decided(PairOnTables pair) => $"{pair.Count(TableVerdict.First)} and {pair.Count(TableVerdict.Second)}";

    private static string Decision(PairOnTables pair)
    {
        string margin = Figures.Number(TableVerdicts.Equivalence);
        return pair.Overall switch
        {
            TableVerdict.First => $"the mean lead of {pair.Sides.First} is significantly above {margin} in",
            TableVerdict.Second => $"the mean lead of {pair.Sides.Second} is significantly above {margin} in",
            TableVerdict.Equal => $"the mean difference is significantly within ±{margin} in",
            _ => $"it is undecided whether either side leads by more than {margin} on average in",
        };
    }

    private static string Size(PairOnTables pair) => pair.Answers is not { } answers
        ? $"{Title(pair)} (mean lead {SuiteWords.Mean(pair.Lead)})"
        : $"{Title(pair)} (mean lead {LeadWords.WithInterval(answers.MeanLead, answers.MeanInterval)}; next table: {pair.Sides.First} "
            + $"{LeadWords.Chance(answers.NextTable.Above)}, "
            + $"within the margin {LeadWords.Chance(answers.NextTable.Within)}, {pair.Sides.Second} "
            + $"{LeadWords.Chance(answers.NextTable.Below)}; "
            + $"tables beyond the margin: {pair.Sides.First} {LeadWords.Between(answers.ShareAbove)}, "
            + $"{pair.Sides.Second} {LeadWords.Between(answers.ShareBelow)})";

    private static string WhenItChanges(SuiteResults suite)
    {
        SliceContrast[] contrasts = [.. suite.Main.Pairs.SelectMany(SliceContrast.Of)];
        var sure = contrasts.Where(contrast => contrast.IsSure).GroupBy(contrast => contrast.First.Trait).ToList();
        string changes = contrasts.Length == 0 ? "There are too few tables to say whether size or kind changes the lead."
            : sure.Count == 0 ? "Neither size nor kind changes the lead significantly; "
                + $"the closest is {Trait([contrasts.MinBy(contrast => contrast.Difference.PValue)!])}."
            : $"The lead changes with {Phrase.And([.. sure.Select(trait => Trait([.. trait]))])}.";
        string bySize = sure.Exists(trait => trait.Key == SuiteSlice.Size) ? "" : BySize(suite);
        return $"{changes}{bySize} {Phrase.Capital(Opponents(suite))}.";
    }

    private static string Trait(SliceContrast[] contrasts) =>
        $"{contrasts[0].First.Trait} ({contrasts[0].First.Name} → {contrasts[0].Last.Name}: "
            + string.Join(
                ", ",
                contrasts.Select(contrast => $"{Title(contrast.Pair)} {End(contrast, contrast.First)} → {End(contrast, contrast.Last)}"))
            + ")";

    private static string End(SliceContrast contrast, SuiteSlice slice) => LeadWords.Signed(slice.Lead(contrast.Pair)!.Mean.Estimate);

    // The counts at both ends of the sizes, where every pair has tables there.
    private static string BySize(SuiteResults suite)
    {
        SuiteSlice[] sizes = [.. SuiteSlice.All.Where(slice => slice.Trait == SuiteSlice.Size)];
        return suite.Main.Pairs.Any(pair => sizes[0].Lead(pair) is null || sizes[^1].Lead(pair) is null)
            ? ""
            : $" {AtSize(suite, sizes[0])} {AtSize(suite, sizes[^1])}";
    }

    private static string AtSize(SuiteResults suite, SuiteSlice size) =>
        $"{Phrase.Capital(size.Name)} {Phrase.And([.. suite.Main.Pairs.Select(pair => Leading(pair, size.Lead(pair)!))])}.";

    private static string Leading(PairOnTables pair, PooledLead lead)
    {
        WinTieLoss counts = lead.Counts;
        string who = counts.Wins == counts.Losses
            ? "each side leads" : $"{(counts.Wins > counts.Losses ? pair.Sides.First : pair.Sides.Second)} lead";
        return $"{who} on {Math.Max(counts.Wins, counts.Losses)} of {Counting.Of(lead.Tables, "table")} ({Title(pair)})";
    }

    private static string Opponents(SuiteResults suite)
    {
        string[] won = [.. suite.Main.Pairs.Select(pair => Won(pair)).OfType<string>()];
        string side = suite.Sides.Second;
        return won.Length == 0 ? $"{side} lead beyond noise on no table" : $"{side} lead beyond noise on {string.Join("; on ", won)}";
    }

    private static string? Won(PairOnTables pair)
    {
        string[] tables =
            [.. pair.Tables.Where(table => TableVerdicts.Of(table.Lead) == TableVerdict.Second).OrderBy(table => table.Lead.Difference)
                .Select(table => MarkdownText.Code(table.Traits.Dataset))];
        return tables.Length switch
        {
            0 => null,
            <= MostNamed => $"{Phrase.And(tables)} ({Title(pair)})",
            _ => $"{string.Join(", ", tables.Take(MostNamed))} and {tables.Length - MostNamed} more ({Title(pair)})",
        };
    }

    private static string Title(PairOnTables pair) => $"*{MarkdownText.Escape(pair.Pair.Title)}*";
}
