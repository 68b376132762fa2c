using FrameworkBench.Wording;

namespace FrameworkBench.Results.Summaries;

/// <summary>Says how many claims hold.</summary>
internal static class TallyWords
{
    /// <summary>
    /// "9 claims: 6 hold, 2 do not, 1 is inconclusive"; what there is none of is left out, or said to be none of those that hold.
    /// </summary>
    /// <param name="tally">The counts.</param>
    internal static string Of(ClaimTally tally) => $"{Counting.Of(tally.Claims, "claim")}: " + string.Join(", ", new[]
    {
        tally.Hold == 0 ? "none holds" : Counting.Of(tally.Hold, "holds", "hold"),
        Some(tally.DoNotHold, "does not", "do not"),
        Some(tally.Undecided, "is inconclusive", "are inconclusive"),
        Some(tally.ByConstruction, "is true by construction", "are true by construction"),
        Some(tally.NotJudged, "is not judged", "are not judged"),
    }.OfType<string>());

    private static string? Some(int count, string one, string many) => count == 0 ? null : Counting.Of(count, one, many);
}
