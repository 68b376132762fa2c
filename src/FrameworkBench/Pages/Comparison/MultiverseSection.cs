using FrameworkBench.Charts;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>The answers of all reasonable ways to compare the families, and how little it takes to turn an answer.</summary>
internal static class MultiverseSection
{
    internal static void Write(IllustratedPage page, SuiteResults suite, Multiverse multiverse)
    {
        page.Text.Heading(2, "Every reasonable way to ask");
        page.Text.Paragraph($"A comparison has choices that nobody is bound to. Here are the answers of all "
            + $"{Figures.Whole(multiverse.Specifications.Count)} combinations of them on {MarkdownText.Code(suite.Main.Name)}: "
            + $"every model of {multiverse.Sides.First} against every one of {multiverse.Sides.Second}, each measure, all tables and "
            + "each slice, "
            + "all splits and each half. A share of the way is the difference over that between the constant and the best model "
            + "of the table; tables where that is less than 0.02, or a fiftieth of the constant model's loss, are left out of it. "
            + "Intervals are t intervals over tables; the specifications share their trials, so the shares below are no probabilities.");
        page.Text.List(Sentences(multiverse));
        page.Draw("specifications", Picture(suite, multiverse));
        page.Text.Table(Table(multiverse));
        page.Text.Paragraph("How few tables decide. The largest leads are left out one by one until the 95 % t interval of the mean lead "
            + "contains zero, or until the other side leads on average. The least detectable lead is the mean lead that as many "
            + "tables with the same spread detect at 5 % with 80 % power.");
        page.Text.Table(Radii(suite));
    }

    /// <summary>In how many ways to ask the first side leads, and on which choice that depends the most.</summary>
    internal static string Answer(Multiverse multiverse)
    {
        var all = new SpecificationChoice("", "", multiverse.Specifications);
        return $"**What it depends on.** {Phrase.Capital(multiverse.Sides.First)} lead on average in {Share(all.ShareAhead)} of "
            + $"{Figures.Whole(all.Specifications.Count)} reasonable ways to ask. {Widest(multiverse)}";
    }

    /// <summary>What holds whatever is chosen, and on which choice it depends the most.</summary>
    internal static string[] Sentences(Multiverse multiverse)
    {
        var all = new SpecificationChoice("", "", multiverse.Specifications);
        (string first, string second) = (multiverse.Sides.First, multiverse.Sides.Second);
        string robust = all.ShareAhead >= Multiverse.Robust ? $"{Phrase.Capital(first)} lead whatever is chosen"
            : all.ShareAhead <= 1 - Multiverse.Robust ? $"{Phrase.Capital(second)} lead whatever is chosen"
            : "Who leads depends on choices";
        string[] always =
        [
            .. from choice in multiverse.Choices
               where choice.ShareAhead is >= Multiverse.Robust or <= 1 - Multiverse.Robust
               select $"{(choice.ShareAhead > 0.5 ? first : second)} with {choice.Dimension}: *{MarkdownText.Escape(choice.Name)}*",
        ];
        return
        [
            $"**{robust}.** {Phrase.Capital(first)} lead on average in {Share(all.ShareAhead)} of the specifications: beyond noise in "
                + $"{Share(all.Count(1) / (double)all.Specifications.Count)}, and {second} beyond noise in "
                + $"{Share(all.Count(-1) / (double)all.Specifications.Count)}.",
            always.Length == 0
                ? $"**What holds.** No single choice settles it: under none does one side lead in {Share(Multiverse.Robust)} of the rest."
                : $"**What holds.** In at least {Share(Multiverse.Robust)} of the specifications that share the choice, the lead goes to "
                    + $"{string.Join("; ", always)}.",
            $"**What it depends on.** {Widest(multiverse)}",
        ];
    }

    private static string Widest(Multiverse multiverse)
    {
        var widest = multiverse.Choices.GroupBy(choice => choice.Dimension)
            .MaxBy(dimension => dimension.Max(choice => choice.MeanLead) - dimension.Min(choice => choice.MeanLead))!;
        SpecificationChoice least = widest.MinBy(choice => choice.MeanLead)!, most = widest.MaxBy(choice => choice.MeanLead)!;
        return $"The choice of *{widest.Key}* matters most: the mean lead of {multiverse.Sides.First} goes from "
            + $"{LeadWords.Signed(least.MeanLead)} ({MarkdownText.Escape(least.Name)}) to {LeadWords.Signed(most.MeanLead)} "
            + $"({MarkdownText.Escape(most.Name)}).";
    }

    private static SpecificationCurve Picture(SuiteResults suite, Multiverse multiverse) => new(
        $"{Phrase.Capital(multiverse.Sides.First)} against {multiverse.Sides.Second}: every specification",
        new Axis("Mean lead"),
        [
            .. multiverse.Specifications.Select(
                one => new SpecificationPoint(one.Lead.Mean, one.Lead.Interval.Low, one.Lead.Interval.High)),
        ],
        [
            .. multiverse.Choices.Select(choice =>
            {
                var made = choice.Specifications.ToHashSet(ReferenceEqualityComparer.Instance);
                return new SpecificationRow(choice.Dimension, choice.Name, [.. multiverse.Specifications.Select(made.Contains)]);
            }),
        ])
    {
        Subtitle = $"{suite.Main.Name}. Each column is a way to compare, by its mean lead; below it are its choices. "
            + $"Above the line {multiverse.Sides.First} lead.",
        AboveMeaning = $"{multiverse.Sides.First} beyond noise",
        BelowMeaning = $"{multiverse.Sides.Second} beyond noise",
    };

    private static MarkdownTable Table(Multiverse multiverse)
    {
        var table = new MarkdownTable(
        [
            "choice", "of", ">specifications", $">{multiverse.Sides.First} ahead", $">{multiverse.Sides.First} beyond noise",
            $">{multiverse.Sides.Second} beyond noise", ">mean lead",
        ]);
        string dimension = "";
        foreach (SpecificationChoice choice in multiverse.Choices)
        {
            table.Add(
                choice.Dimension == dimension ? "" : MarkdownText.Escape(choice.Dimension), MarkdownText.Escape(choice.Name),
                Figures.Whole(choice.Specifications.Count), Share(choice.ShareAhead), Figures.Whole(choice.Count(1)),
                Figures.Whole(choice.Count(-1)), LeadWords.Signed(choice.MeanLead));
            dimension = choice.Dimension;
        }

        return table;
    }

    private static MarkdownTable Radii(SuiteResults suite)
    {
        var table = new MarkdownTable(
            ["comparison", ">tables", ">mean lead", "no longer significant without", "turns without", ">least detectable lead"]);
        foreach (PairOnTables pair in suite.Main.Pairs.Where(pair => pair.Tables.Count > 2))
        {
            var radius = FlipRadius.Of(pair.Tables);
            table.Add(
                MarkdownText.Escape(pair.Pair.Title), Figures.Whole(pair.Tables.Count), LeadWords.Signed(pair.Lead.Mean.Estimate),
                radius.Significance is null ? "not significant with all" : Without(radius.Significance),
                radius.Sign is null ? "no number" : Without(radius.Sign), Figures.Fixed(radius.Detectable, 3));
        }

        return table;
    }

    private static string Without(IReadOnlyList<string> tables)
    {
        const int MostNamed = 4;
        string names = string.Join(", ", tables.Take(MostNamed).Select(MarkdownText.Code));
        return $"{tables.Count}: {names}{(tables.Count > MostNamed ? $" and {tables.Count - MostNamed} more" : "")}";
    }

    private static string Share(double share) => Figures.Percent(share, decimals: 0);
}
