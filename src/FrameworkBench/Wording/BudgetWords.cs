using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Wording;

/// <summary>Says in words what limits a search, and how far it came.</summary>
internal static class BudgetWords
{
    /// <summary>
    /// The limits of some searches with seconds: "30 candidates or 20 s per split, whichever comes first". Null where none has any.
    /// </summary>
    internal static string? Limits(IReadOnlyCollection<SearchStanding> searches) => SecondsOf(searches) is double seconds
        ? $"{Counting.Of(CandidatesOf(searches), "candidate")} or {Time(seconds)} per split, whichever comes first" : null;

    /// <summary>The same before a noun phrase goes on: "at most 30 candidates in 20 s per split (11 to 30 were tried)".</summary>
    internal static string? AtMost(IReadOnlyCollection<SearchStanding> searches) => SecondsOf(searches) is double seconds
        ? $"at most {Counting.Of(CandidatesOf(searches), "candidate")} in {Time(seconds)} per split ({Tried(searches)})" : null;

    /// <summary>How many candidates were tried: "11 to 30 were tried".</summary>
    internal static string Tried(IReadOnlyCollection<SearchStanding> searches) => Number(searches) switch
    {
        "1" => "1 was tried",
        var number => $"{number} were tried",
    };

    /// <summary>How many candidates the searches that finished tried: "30", or "11 to 30" where the least and the most differ.</summary>
    internal static string Number(IReadOnlyCollection<SearchStanding> searches)
    {
        int[] counts = [.. searches.Where(search => search.Chosen is not null).Select(search => search.Candidates.Count).Order()];
        return counts.Length == 0 ? "0" : counts[0] == counts[^1] ? $"{counts[0]}" : $"{counts[0]} to {counts[^1]}";
    }

    /// <summary>How many candidates the searches have at most.</summary>
    internal static int CandidatesOf(IEnumerable<SearchStanding> searches) =>
        searches.Select(search => search.Search.Candidates.Count()).DefaultIfEmpty().Max();

    /// <summary>The seconds that limit the searches; null for no limit.</summary>
    internal static double? SecondsOf(IEnumerable<SearchStanding> searches) => searches.Select(search => search.Search.Seconds).Max();

    private static string Time(double seconds) => Phrase.Unbroken($"{Figures.Setting(seconds)} s");
}
