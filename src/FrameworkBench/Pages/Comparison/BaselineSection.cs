using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>Where a contestant falls below the simple models that it should never be far below.</summary>
internal static class BaselineSection
{
    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        IReadOnlyList<BaselineGap> gaps = BaselineGap.Of(suite);
        if (gaps.Count == 0)
            return;
        BaselineGap[] failures = [.. gaps.Where(gap => gap.IsFailure)];
        bool severalEngines = gaps.DistinctBy(gap => gap.Engine).Count() > 1;
        string most = Figures.Number(BaselineGap.Most);
        var models = SuiteBaselines.Of(suite.Experiment);
        page.Heading(2, "Where a contestant falls below the baselines");
        var contestants = models.Contestants.Where(model => gaps.Any(gap => gap.Contestant == model));
        page.Paragraph($"The baselines are {Titles(models.Baselines)}; the contestants are {Titles(contestants)}. A contestant fails on a "
            + $"table if its mean score is more than {most} below that of the best baseline on the same engine, over the splits on which "
            + "both have a score.");
        page.Paragraph(failures.Length > 0
            ? $"{Counting.Of(failures.Length, "failure")} in {Counting.Of(gaps.Count, "comparison")} of a contestant with its best "
                + "baseline, worst first:"
            : $"No contestant is more than {most} below the best baseline on any table; {Furthest(gaps[0], severalEngines)}.");
        page.Table(Table(failures, severalEngines));
    }

    private static string Furthest(BaselineGap gap, bool severalEngines) => gap.Difference >= -PooledLead.Rounding
        ? "none is below it"
        : $"the furthest is *{MarkdownText.Escape(gap.Contestant.Title)}* on {MarkdownText.Code(gap.Dataset)}"
            + $"{(severalEngines ? $" ({gap.Engine})" : "")}, below *{MarkdownText.Escape(gap.Baseline.Title)}* by "
            + LeadWords.Score(-gap.Difference);

    private static MarkdownTable Table(IEnumerable<BaselineGap> failures, bool severalEngines)
    {
        var table = new MarkdownTable(
        [
            "contestant", "data set", .. severalEngines ? ["engine"] : Array.Empty<string>(), ">score", "best baseline",
            ">score of the baseline", ">difference",
        ]);
        foreach (BaselineGap gap in failures)
        {
            table.Add(
            [
                MarkdownText.Escape(gap.Contestant.Title), MarkdownText.Code(gap.Dataset),
                .. severalEngines ? [gap.Engine] : Array.Empty<string>(), LeadWords.Score(gap.Score),
                MarkdownText.Escape(gap.Baseline.Title), LeadWords.Score(gap.BaselineScore), LeadWords.Signed(gap.Difference),
            ]);
        }

        return table;
    }

    private static string Titles(IEnumerable<ExperimentModel> models) =>
        Phrase.And([.. models.Select(model => $"*{MarkdownText.Escape(model.Title)}*")]);
}
