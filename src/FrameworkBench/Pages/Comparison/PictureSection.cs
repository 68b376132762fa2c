using FrameworkBench.Charts;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Results.Suite;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Ranking;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>The difference on each table as a forest, one picture a comparison, and the ranks of all models.</summary>
internal static class PictureSection
{
    private const double Significance = 0.05;

    internal static void Write(IllustratedPage page, SuiteResults suite)
    {
        page.Text.Heading(2, "Pictures");
        foreach (PairOnTables pair in suite.Main.Pairs)
            page.Draw(pair.Pair.Title, Forest(suite, pair));
        Ranks(page, suite);
    }

    private static ForestChart Forest(SuiteResults suite, PairOnTables pair) => new(
        $"{Phrase.Capital(pair.Sides.First)} against {pair.Sides.Second}, table by table: {pair.Pair.Title}",
        new Axis("Difference of the mean scores (accuracy, or R² clipped at 0)"),
        [.. pair.Tables.OrderByDescending(table => table.Lead.Difference).Select(table => Row(pair, table)), Summary(pair)])
    {
        Subtitle = $"{TitleOf(suite, pair.Pair.Model)} − {TitleOf(suite, pair.Pair.Against)}, {suite.Main.Name}. Filled: beyond noise.",
        Equivalence = TableVerdicts.Equivalence,
        LeftMeaning = $"{pair.Sides.Second} better",
        RightMeaning = $"{pair.Sides.First} better",
        IntervalLabel = "95 % interval of the corrected resampled t test",
    };

    private static ForestRow Row(PairOnTables pair, TableComparison table)
    {
        MeanDifference lead = table.Lead;
        int side = Math.Abs(lead.Difference) <= PooledLead.Rounding ? 0 : Math.Sign(lead.Difference);
        var group = pair.Lead.Counts;
        return new ForestRow(
            $"{table.Traits.Dataset} ({Figures.Whole(table.Traits.Rows)})", lead.Difference, lead.Interval.Low, lead.Interval.High)
        {
            Detail = LeadWords.PlusMinus(lead),
            Group = side switch
            {
                > 0 => $"{pair.Sides.First} ahead: {Counting.Of(group.Wins, "table")} (rows)",
                < 0 => $"{pair.Sides.Second} ahead: {Counting.Of(group.Losses, "table")} (rows)",
                _ => $"no difference: {Counting.Of(group.Ties, "table")} (rows)",
            },
        };
    }

    private static ForestRow Summary(PairOnTables pair)
    {
        bool hasInterval = pair.Lead.HasInterval;
        var mean = pair.Lead.Mean;
        return new ForestRow(
            "mean over tables", mean.Estimate, hasInterval ? mean.Interval.Low : double.NaN, hasInterval ? mean.Interval.High : double.NaN)
        {
            Group = "All tables",
            IsSummary = true,
            Detail = SuiteWords.Mean(pair.Lead),
        };
    }

    private static void Ranks(IllustratedPage page, SuiteResults suite)
    {
        if (SuiteRanks.Of(suite) is not { Imputed.DataSets: > 1 } ranks)
            return;
        var friedman = FriedmanTest.Of(ranks.Imputed);
        var nemenyi = NemenyiTest.Of(ranks.Imputed, Significance);
        page.Draw("ranks", new CriticalDifferenceDiagram(
            $"Average rank of each model over {Counting.Of(ranks.Imputed.DataSets, "table")}",
            [.. ranks.Models.Select(model => model.Title)],
            ranks.Imputed.Average,
            nemenyi.CriticalDifference,
            nemenyi.Groups)
        {
            Subtitle = $"{suite.Main.Name}; 1 is best. Bars join models that do not differ significantly by the Nemenyi test at "
                + $"{Figures.Percent(Significance)}. Friedman's test (F) of equal ranks: p {Figures.PValue(friedman.PValue)}.",
        });
        page.Text.Paragraph("This picture is not a proof: ranks ignore the size of a difference, "
            + "and which models differ significantly depends on the other models in the picture. The pairs above are judged separately.");
    }

    private static string TitleOf(SuiteResults suite, string name) => ModelTitle.Of(suite.Experiment, name);
}
