using FrameworkBench.Wording;

namespace FrameworkBench.Results.Summaries;

/// <summary>Says how two sides stand to each other along a learning curve.</summary>
internal static class StandingWords
{
    /// <summary>"trees lead at 100 to 300, undecided at 1,000, networks lead from 3,000 on".</summary>
    /// <param name="sizes">Numbers of rows, ascending.</param>
    /// <param name="standings">How the first side stands at each.</param>
    /// <param name="ahead">Said where the first side is ahead.</param>
    /// <param name="behind">Said where it is behind.</param>
    internal static string Along(IReadOnlyList<int> sizes, IReadOnlyList<Standing> standings, string ahead, string behind)
    {
        var parts = new List<string>();
        for (int first = 0; first < sizes.Count;)
        {
            int next = first + 1;
            while (next < sizes.Count && standings[next] == standings[first])
                next++;
            string who = standings[first] switch { Standing.Ahead => ahead, Standing.Behind => behind, _ => "undecided" };
            parts.Add($"{who} {Range(sizes, first, next - 1)}");
            first = next;
        }

        return string.Join(", ", parts);
    }

    /// <summary>
    /// Between which numbers of rows the lead surely changes sides: "between 300 and 3,000 rows"; null when it is not seen to.
    /// </summary>
    internal static string? Crossings(IReadOnlyList<int> sizes, IReadOnlyList<Standing> standings)
    {
        int[] sure = [.. Enumerable.Range(0, sizes.Count).Where(i => standings[i] != Standing.Undecided)];
        string[] crossings =
            [.. sure.Zip(sure.Skip(1)).Where(pair => standings[pair.First] != standings[pair.Second])
                .Select(pair => $"between {Figures.Whole(sizes[pair.First])} and {Figures.Whole(sizes[pair.Second])} rows")];
        return crossings.Length == 0 ? null : Phrase.And(crossings);
    }

    private static string Range(IReadOnlyList<int> sizes, int first, int last)
    {
        if (first == 0 && last == sizes.Count - 1)
            return "at every size";
        if (first == last)
            return $"at {Figures.Whole(sizes[first])}";
        return last == sizes.Count - 1
            ? $"from {Figures.Whole(sizes[first])} on" : $"at {Figures.Whole(sizes[first])} to {Figures.Whole(sizes[last])}";
    }
}
