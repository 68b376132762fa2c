using FrameworkBench.Claims.Tables;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics.Ranking;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>
/// The answer in a few sentences: who wins, how sure and how large that is, when it changes, and on which choices it depends. Each word
/// follows from a figure by a rule.
/// </summary>
internal static class AnswerSection
{
    private const string Heading = "Answer", Bullet = "- ";

    internal static void Write(MarkdownDocument page, SuiteResults suite, Multiverse? multiverse)
    {
        page.Heading(2, Heading);
        int tables = suite.Main.Pairs.Max(pair => pair.Lead.Tables);
        if (tables < LeastTables.OfAll)
        {
            page.Warning($"This run has {Counting.Of(tables, "table")}. "
                + $"A statement about tables in general needs at least {LeastTables.OfAll}; "
                + "read this page as a test that everything works.");
        }

        page.List(
        [
            $"**Who wins.** {WhoWins(suite)}", $"**How large, how certain.** {HowCertain(suite)}",
            $"**When it changes.** {WhenItChanges(suite)}",
            .. multiverse is null ? Array.Empty<string>() : [MultiverseSection.Answer(multiverse)],
        ]);
        string claims = suite.Results.Verdicts.Count > 0
            ? $" The verdicts on the documents' claims are {MarkdownText.Link("below", "#claims")}." : "";
        page.Paragraph($"These sentences follow from the figures below by fixed rules: {Rules}. "
            + $"They use the engine {MarkdownText.Code(suite.Main.Name)}"
            + (suite.Others.Any() ? "; the other engines have their own rows below." : ".") + claims);
    }

    private static string Rules =>
        "a side *leads* by the sign of the mean difference; the *typical lead* is the center of the distribution of leads in the "
            + "hierarchical model, which a few outlying tables hardly move; it is *significant* if its 95 % interval lies entirely beyond "
            + "the margin "
        + $"and the Wilcoxon test confirms it at {LeadWords.Chance(PairOnTables.Significance)}, "
        + "or if that interval lies entirely within the margin; "
        + "*next table* gives each side's chance to lead by more than the margin on one more such table; "
        + "a lead on one table is *beyond noise* if its 95 % interval excludes zero";

    /// <summary>The sentences of the answer on the page that a results folder has of an experiment; none if there is none.</summary>
    internal static IReadOnlyList<string> OnPage(string folder, string experiment)
    {
        string path = Path.Combine(folder, ExperimentResults.PageOf(experiment));
        return File.Exists(path) ? In(File.ReadAllText(path)) : [];
    }

    /// <summary>The sentences of the answer on a page; none if the page has none.</summary>
    /// <param name="page">The page's text.</param>
    internal static IReadOnlyList<string> In(string page) =>
    [
        .. page.Split('\n').SkipWhile(line => line != $"## {Heading}").Skip(1)
            .TakeWhile(line => !line.StartsWith('#')).Where(line => line.StartsWith(Bullet, StringComparison.Ordinal))
            .Select(line => line[Bullet.Length..]),
    ];

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
            TableVerdict.First => $"the typical lead of {pair.Sides.First} is significantly above {margin} in",
            TableVerdict.Second => $"the typical lead of {pair.Sides.Second} is significantly above {margin} in",
            TableVerdict.Equal => $"the typical lead is significantly within ±{margin} in",
            _ => $"it is undecided whether either side typically leads by more than {margin} in",
        };
    }

    private static string Size(PairOnTables pair) => pair.Answers is not { } answers
        ? $"{Title(pair)} (mean lead {SuiteWords.Mean(pair.Lead)})"
        : $"{Title(pair)} ({LeadWords.WithInterval(answers.MeanLead, answers.MeanInterval)}; next table: {pair.Sides.First} "
            + $"{LeadWords.Chance(answers.NextTable.Above)}, {pair.Sides.Second} {LeadWords.Chance(answers.NextTable.Below)})";

    private static string WhenItChanges(SuiteResults suite)
    {
        SliceContrast[] contrasts = [.. suite.Main.Pairs.SelectMany(SliceContrast.Of)];
        var sure = contrasts.Where(contrast => contrast.IsSure).GroupBy(contrast => contrast.First.Trait).ToList();
        string changes = contrasts.Length == 0 ? "There are too few tables to say whether size or kind changes the lead."
            : sure.Count == 0 ? "Neither size nor kind changes the lead significantly; "
                + $"the closest is {Trait([contrasts.MinBy(contrast => contrast.Difference.PValue)!])}."
            : $"The lead changes with {Phrase.And([.. sure.Select(trait => Trait([.. trait]))])}.";
        string bySize = sure.Exists(trait => trait.Key == SuiteSlice.Size) ? "" : BySize(suite);
        return changes + bySize;
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

    private static string Title(PairOnTables pair) => $"*{MarkdownText.Escape(pair.Pair.Title)}*";
}
