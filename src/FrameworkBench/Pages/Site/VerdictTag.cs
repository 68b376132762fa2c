using FrameworkBench.Claims;
using FrameworkBench.Pages.Html;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Site;

/// <summary>Verdicts as small coloured labels; the words say it too.</summary>
internal static class VerdictTag
{
    /// <summary>A verdict.</summary>
    internal static void Write(HtmlWriter html, Ruling ruling) =>
        html.Text("span", VerdictWords.Words(ruling), ("class", $"verdict {Style(ruling)}"));

    /// <summary>How many claims came out how: "3 hold".</summary>
    internal static void Write(HtmlWriter html, ClaimTally tally) =>
        html.Inline("span", tags =>
        {
            foreach ((Ruling ruling, int count, string words) in Counts(tally).Where(counted => counted.Count > 0))
                tags.Text("span", $"{count} {words}", ("class", $"verdict {Style(ruling)}"));
        }, ("class", "verdicts"));

    /// <summary>The counts of a tally, by ruling.</summary>
    internal static IReadOnlyList<(Ruling Ruling, int Count, string Words)> Counts(ClaimTally tally) =>
    [
        (Ruling.Holds, tally.Hold, tally.Hold == 1 ? "holds" : "hold"),
        (Ruling.DoesNotHold, tally.DoNotHold, tally.DoNotHold == 1 ? "does not hold" : "do not hold"),
        (Ruling.Inconclusive, tally.Undecided, VerdictWords.Words(Ruling.Inconclusive)),
        (Ruling.ByConstruction, tally.ByConstruction, VerdictWords.Words(Ruling.ByConstruction)),
        (Ruling.NotJudged, tally.NotJudged, VerdictWords.Words(Ruling.NotJudged)),
    ];

    /// <summary>The class of a verdict in the style sheet.</summary>
    internal static string Style(Ruling ruling) => VerdictWords.Words(ruling).Replace(' ', '-');
}
