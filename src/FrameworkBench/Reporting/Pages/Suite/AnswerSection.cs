using FrameworkBench.Claims.Tables;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Reporting.Pages.Suite;

/// <summary>The answer in three sentences: who wins, how sure and how large that is, and when it changes. Each word follows from a figure by a rule.</summary>
internal static class AnswerSection
{
    private const int MostNamed = 6;

    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        page.Heading(2, "The answer");
        int tables = suite.Main.Pairs.Max(pair => pair.Lead.Tables);
        if (tables < LeastTables.OfAll)
            page.Warning($"This run has {Counting.Of(tables, "table")}. Fewer than {LeastTables.OfAll} say nothing about tables in general: take what follows as a proof that everything works.");
        page.List($"**Who wins.** {WhoWins(suite)}", $"**How sure, how large.** {HowSure(suite)}", $"**When it changes.** {WhenItChanges(suite)}");
        string claims = suite.Results.Verdicts.Count > 0 ? $" What documents claim about it has its verdicts {MarkdownText.Link("further down", "#claims")}." : "";
        page.Paragraph($"All three follow from the figures below by fixed rules, {Rules}. They are by the engine {MarkdownText.Code(suite.Main.Name)}"
            + (suite.Others.Any() ? "; other engines have their rows below." : ".") + claims);
    }

    private static string Rules =>
        $"where *ahead* is the sign of the mean difference, *sure* an interval of 95 % by the hierarchical model that lies wholly beyond the margin, which the Wilcoxon test confirms at {LeadWords.Chance(PairOnTables.Significance)}, or wholly within it, and *beyond noise* an interval of 95 % that excludes zero";

    private static string WhoWins(SuiteResults suite)
    {
        string[] winners = [.. suite.Main.Pairs.GroupBy(Winner).Select(group => $"{group.Key} {Phrase.And([.. group.Select(Standing)])}")];
        return Phrase.Capital(string.Join("; ", winners)) + ".";
    }

    private static string Winner(PairOnTables pair) => (pair.Lead.Counts.Wins - pair.Lead.Counts.Losses) switch
    {
        > 0 => $"{pair.Sides.First} are ahead of {pair.Sides.Second} on more tables:",
        < 0 => $"{pair.Sides.Second} are ahead of {pair.Sides.First} on more tables:",
        _ => $"neither {pair.Sides.First} nor {pair.Sides.Second} are ahead on more tables:",
    };

    // The winner's count comes first.
    private static string Standing(PairOnTables pair)
    {
        var counts = pair.Lead.Counts;
        string ties = counts.Ties > 0 ? $", {Counting.Of(counts.Ties, "tie")}" : "";
        return FormattableString.Invariant($"{Math.Max(counts.Wins, counts.Losses)} to {Math.Min(counts.Wins, counts.Losses)}{ties} ({Title(pair)})");
    }

    private static string HowSure(SuiteResults suite)
    {
        string over = string.Join("; ", suite.Main.Pairs.GroupBy(Decision).Select(group => $"{group.Key} {Phrase.And([.. group.Select(Size)])}"));
        string single = Phrase.And([.. suite.Main.Pairs.Select((pair, place) => place == 0
            ? FormattableString.Invariant($"{pair.Count(TableVerdict.First)} of {Counting.Of(pair.Lead.Tables, "table")} are beyond noise for {pair.Sides.First} and {pair.Count(TableVerdict.Second)} for {pair.Sides.Second} ({Title(pair)})")
            : FormattableString.Invariant($"{pair.Count(TableVerdict.First)} and {pair.Count(TableVerdict.Second)} ({Title(pair)})"))]);
        return $"Over tables like these {over}; taken one by one, {single}.";
    }

    private static string Decision(PairOnTables pair)
    {
        string margin = Figures.Number(TableVerdicts.Equivalence);
        return pair.Overall switch
        {
            TableVerdict.First => $"a mean lead of {pair.Sides.First} by more than {margin} is sure in",
            TableVerdict.Second => $"a mean lead of {pair.Sides.Second} by more than {margin} is sure in",
            TableVerdict.Equal => $"it is sure that in the mean neither side leads by more than {margin} in",
            _ => $"it is not sure which side leads by more than {margin} in the mean, if any does, in",
        };
    }

    private static string Size(PairOnTables pair) => pair.Answers is not { } answers
        ? $"{Title(pair)} (mean lead {SuiteWords.Mean(pair.Lead)})"
        : $"{Title(pair)} (mean lead {LeadWords.WithInterval(answers.MeanLead, answers.MeanInterval)}; next table: {pair.Sides.First} {LeadWords.Chance(answers.NextTable.Above)}, "
            + $"within the margin {LeadWords.Chance(answers.NextTable.Within)}, {pair.Sides.Second} {LeadWords.Chance(answers.NextTable.Below)}; "
            + $"tables beyond it: {pair.Sides.First} {LeadWords.Between(answers.ShareAbove)}, {pair.Sides.Second} {LeadWords.Between(answers.ShareBelow)})";

    private static string WhenItChanges(SuiteResults suite)
    {
        SliceContrast[] contrasts = [.. suite.Main.Pairs.SelectMany(SliceContrast.Of)];
        var sure = contrasts.Where(contrast => contrast.IsSure).GroupBy(contrast => contrast.First.Trait).ToList();
        string changes = contrasts.Length == 0 ? "There are too few tables to say whether size or kind changes the lead"
            : sure.Count == 0 ? $"Neither size nor kind changes the lead beyond noise; nearest to it comes {Trait([contrasts.MinBy(contrast => contrast.Difference.PValue)!])}"
            : $"The lead changes with {Phrase.And([.. sure.Select(trait => Trait([.. trait]))])}";
        string bySize = sure.Exists(trait => trait.Key == SuiteSlice.Size) ? "" : BySize(suite);
        return $"{changes}{bySize}; {Opponents(suite)}.";
    }

    private static string Trait(SliceContrast[] contrasts) =>
        $"{contrasts[0].First.Trait} ({contrasts[0].First.Name} → {contrasts[0].Last.Name}: {string.Join(", ", contrasts.Select(contrast => $"{Title(contrast.Pair)} {End(contrast, contrast.First)} → {End(contrast, contrast.Last)}"))})";

    private static string End(SliceContrast contrast, SuiteSlice slice) => LeadWords.Signed(slice.Lead(contrast.Pair)!.Mean.Estimate);

    // The counts at both ends of the sizes, where every pair has tables there.
    private static string BySize(SuiteResults suite)
    {
        SuiteSlice[] sizes = [.. SuiteSlice.All.Where(slice => slice.Trait == SuiteSlice.Size)];
        var counts = suite.Main.Pairs.Select(pair => (Pair: pair, Small: sizes[0].Lead(pair)?.Counts, Large: sizes[^1].Lead(pair)?.Counts)).ToList();
        if (counts.Exists(pair => pair.Small is null || pair.Large is null))
            return "";
        return $"; {suite.Sides.First} to {suite.Sides.Second} stand {sizes[0].Name} and {sizes[^1].Name} at "
            + Phrase.And([.. counts.Select(pair => FormattableString.Invariant($"{pair.Small!.Wins} to {pair.Small.Losses} and {pair.Large!.Wins} to {pair.Large.Losses} ({Title(pair.Pair)})"))]);
    }

    private static string Opponents(SuiteResults suite)
    {
        string[] won = [.. suite.Main.Pairs.Select(pair => Won(pair)).OfType<string>()];
        string side = suite.Sides.Second;
        return won.Length == 0 ? $"{side} won beyond noise on no table" : $"{side} won beyond noise on {string.Join("; on ", won)}";
    }

    private static string? Won(PairOnTables pair)
    {
        string[] tables = [.. pair.Tables.Where(table => TableVerdicts.Of(table.Lead) == TableVerdict.Second).OrderBy(table => table.Lead.Difference).Select(table => MarkdownText.Code(table.Traits.Dataset))];
        return tables.Length switch
        {
            0 => null,
            <= MostNamed => $"{Phrase.And(tables)} ({Title(pair)})",
            _ => $"{string.Join(", ", tables.Take(MostNamed))} and {tables.Length - MostNamed} more ({Title(pair)})",
        };
    }

    private static string Title(PairOnTables pair) => $"*{MarkdownText.Escape(pair.Pair.Title)}*";
}
