using FrameworkBench.Pages.Markdown;
using FrameworkBench.Statistics;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Searches;

/// <summary>Says in words what a search found.</summary>
internal static class SearchWords
{
    /// <summary>The best settings over all splits.</summary>
    internal static string Best(SearchSummary search) => search.Model.Search!.Ensemble is not null ? Ensemble(search) : search.Best switch
    {
        null when search.IsSame => "none: no candidate made predictions on every split",
        null when search.Searches.All(one => one.Chosen == one.Candidates[0]) => "default on every split: no candidate was better on any",
        null => "different on each split",
        { Number: 0 } => "default: no candidate was better over all splits",
        { } best => Settings(best),
    };

    /// <summary>Which candidates an ensemble took, the heaviest first: "candidate 3 (0.55), default (0.45)".</summary>
    internal static string Members(SearchStanding search)
    {
        var numbers = search.Candidates.Index().ToDictionary(candidate => candidate.Item, candidate => candidate.Index);
        return string.Join(
            ", ", search.Ensemble.Select(member => $"{Name(numbers[member.Candidate])} ({Figures.Fixed(member.Weight, 2)})"));

        static string Name(int number) => number == 0 ? "default" : FormattableString.Invariant($"candidate {number}");
    }

    /// <summary>Settings with their keys.</summary>
    internal static string Settings(CandidateSummary candidate) =>
        string.Join(", ", candidate.Settings.Select(setting => $"{MarkdownText.Code(setting.Key)} {MarkdownText.Escape(setting.Value)}"));

    /// <summary>That a search ended because nothing was left to try.</summary>
    internal static string Exhausted(SearchSummary search) => search switch
    {
        { IsSame: false } => "every search exhausted its space",
        { Drawn.Count: 0 } => "its space holds only the default",
        _ => $"its space holds only the {Counting.Of(search.Candidates.Count, "candidate")} tried",
    };

    private static string Ensemble(SearchSummary search)
    {
        int[] sizes = [.. search.Searches.Select(one => one.Ensemble.Count).Order()];
        return $"the mean of {Counting.Between(sizes[0], sizes[^1], "candidate")}";
    }

    /// <summary>
    /// What tuning gained, as the interval says: "gains …", "loses …" or "makes no significant difference"; "changes no score" where the
    /// search preferred the default settings each time.
    /// </summary>
    internal static string Gain(MeanDifference lead)
    {
        string by = LeadWords.WithInterval(lead.Difference, lead.Interval);
        return lead.Interval switch
        {
            { IsBounded: false } => $"changes the score by {by} on one split",
            { Low: 0, High: 0 } => "changes no score",
            { Low: > 0 } => $"gains {by}",
            { High: < 0 } => $"loses {by}",
            _ => $"makes no significant difference, {by}",
        };
    }
}
