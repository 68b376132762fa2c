using FrameworkBench.Reporting.Summaries;

namespace FrameworkBench.Reporting.Wording;

/// <summary>Says how many claims hold.</summary>
internal static class TallyWords
{
    /// <summary>"9 claims: 6 hold, 2 do not, 1 is undecided"; what there is none of is left out, or said to be none of those that hold.</summary>
    /// <param name="tally">The counts.</param>
    /// <param name="engines">The number of engines that judged; of several, claims hold by every one that decides.</param>
    internal static string Of(ClaimTally tally, int engines) => $"{Counting.Of(tally.Claims, "claim")}: " + string.Join(", ", new[]
    {
        tally.Hold == 0 ? "none holds" : $"{Verb(tally.Hold, "holds", "hold")}{(engines > 1 ? " by every engine that decides" : "")}",
        Some(tally.DoNotHold, "does not", "do not"),
        Some(tally.Undecided, "is undecided", "are undecided"),
        Some(tally.Disputed, "is decided differently by different engines", "are decided differently by different engines"),
        Some(tally.NotJudged, "is not judged", "are not judged"),
    }.OfType<string>());

    private static string? Some(int count, string one, string many) => count == 0 ? null : Verb(count, one, many);

    private static string Verb(int count, string one, string many) => Counting.Of(count, one, many);
}
