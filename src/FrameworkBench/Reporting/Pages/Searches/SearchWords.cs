using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Statistics;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;

namespace FrameworkBench.Reporting.Pages.Searches;

/// <summary>Says in words what a search found.</summary>
internal static class SearchWords
{
    /// <summary>The best settings over all splits.</summary>
    internal static string Best(SearchSummary search) => search.Best switch
    {
        null when search.IsSame => "none: no candidate gave predictions on every split",
        null => "each split chose its own",
        { Number: 0 } => "as written: no candidate was better over all splits",
        { } best => Settings(best),
    };

    /// <summary>Settings with their keys.</summary>
    internal static string Settings(CandidateSummary candidate) =>
        string.Join(", ", candidate.Settings.Select(setting => $"{MarkdownText.Code(setting.Key)} {MarkdownText.Escape(setting.Value)}"));

    /// <summary>That a search ended because nothing was left to try.</summary>
    internal static string Exhausted(SearchSummary search) => search switch
    {
        { IsSame: false } => "every search tried all that its space has",
        { Drawn.Count: 0 } => "its space has nothing but the model as it is written",
        _ => $"its space has nothing but the {Counting.Of(search.Candidates.Count, "candidate")} that were tried",
    };

    /// <summary>What tuning gained, as the interval says: "gains …", "loses …" or "changes nothing beyond noise".</summary>
    internal static string Gain(MeanDifference lead)
    {
        string by = LeadWords.WithInterval(lead.Difference, lead.Interval);
        return lead.Interval switch
        {
            { IsBounded: false } => $"changes {by} on one split",
            { Low: > 0 } => $"gains {by}",
            { High: < 0 } => $"loses {by}",
            _ => $"changes nothing beyond noise, {by}",
        };
    }
}
