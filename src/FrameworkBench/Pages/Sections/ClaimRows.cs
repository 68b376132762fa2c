using FrameworkBench.Claims;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Sections;

/// <summary>
/// The rows of a table of claims. Claims are numbered and have a row for all engines together and one an engine that judged them; those
/// that none judged follow, and at the end, by their numbers, which claims an engine could not judge and why. An engine and its reason
/// appear once.
/// </summary>
internal sealed class ClaimRows
{
    private readonly IReadOnlyList<ClaimVerdicts> claims;
    private readonly Func<ClaimVerdicts, string[]> describe;

    private ClaimRows(IReadOnlyList<ClaimVerdicts> claims, Func<ClaimVerdicts, string[]> describe)
    {
        this.claims = claims;
        this.describe = describe;
    }

    /// <summary>Writes the rows into a table whose last columns are engine, evidence and verdict.</summary>
    /// <param name="table">The table.</param>
    /// <param name="claims">The claims of one experiment.</param>
    /// <param name="describe">The first cells of a claim as Markdown, what it says first.</param>
    internal static void Write(MarkdownTable table, IReadOnlyList<ClaimVerdicts> claims, Func<ClaimVerdicts, string[]> describe)
    {
        var rows = new ClaimRows(claims, describe);
        rows.Judged(table);
        rows.JudgedByNone(table);
        rows.NotJudged(table);
    }

    private void Judged(MarkdownTable table)
    {
        for (int i = 0; i < claims.Count; i++)
        {
            string[] first = Describe(i);
            Verdict[] whole = [.. new[] { claims[i].Together }.OfType<Verdict>()];
            foreach (Verdict verdict in whole.Concat(claims[i].Verdicts.Where(IsJudged)))
            {
                table.Add(
                    [.. first, verdict.IsOfAllEngines ? $"**{verdict.Engine}**" : verdict.Engine,
                    MarkdownText.Escape(verdict.Finding.Evidence), VerdictWords.Mark(verdict)]);
                first = [.. first.Select(_ => "")];
            }
        }
    }

    // The rows of the engines say why they were not.
    private void JudgedByNone(MarkdownTable table)
    {
        int[] none = [.. Enumerable.Range(0, claims.Count).Where(i => claims[i].Verdicts.Count > 0 && !claims[i].Verdicts.Any(IsJudged))];
        if (none.Length == 0)
            return;
        string[][] cells = [.. none.Select(Describe)];
        table.Add(
            [.. Enumerable.Range(0, cells[0].Length).Select(column => string.Join("<br>", cells.Select(cell => cell[column]))), "",
            "not judged by any engine", VerdictWords.Mark(Ruling.NotJudged)]);
    }

    private void NotJudged(MarkdownTable table)
    {
        var reasons = from i in Enumerable.Range(0, claims.Count)
                      from verdict in claims[i].Verdicts
                      where !IsJudged(verdict)
                      group i by (verdict.Engine, verdict.Finding.Evidence) into same
                      select (same.Key.Engine, Reason: same.Key.Evidence, Claims: Numbers([.. same]));
        int others = claims.Count == 0 ? 0 : describe(claims[0]).Length - 1;
        foreach (var alike in reasons.GroupBy(reason => (reason.Reason, reason.Claims)))
            table.Add(
                [$"*{alike.Key.Claims}*", .. Enumerable.Repeat("", others), string.Join(", ", alike.Select(reason => reason.Engine)),
                MarkdownText.Escape(alike.Key.Reason), VerdictWords.Mark(Ruling.NotJudged)]);
    }

    private string[] Describe(int i)
    {
        string[] cells = describe(claims[i]);
        return claims.Count == 1 ? cells : [$"{Figures.Count(i + 1)}. {cells[0]}", .. cells[1..]];
    }

    // "all claims", "claim 3", "claims 1, 3 to 5".
    private string Numbers(int[] places)
    {
        if (places.Length == claims.Count)
            return claims.Count == 1 ? "this claim" : "all claims";
        var parts = new List<string>();
        for (int first = 0; first < places.Length;)
        {
            int last = first;
            while (last + 1 < places.Length && places[last + 1] == places[last] + 1)
                last++;
            parts.Add((last - first) switch
            {
                0 => Figures.Count(places[first] + 1),
                1 => $"{Figures.Count(places[first] + 1)}, {Figures.Count(places[last] + 1)}",
                _ => $"{Figures.Count(places[first] + 1)} to {Figures.Count(places[last] + 1)}",
            });
            first = last + 1;
        }

        return $"{(places.Length == 1 ? "claim" : "claims")} {string.Join(", ", parts)}";
    }

    private static bool IsJudged(Verdict verdict) => verdict.Finding.Ruling != Ruling.NotJudged;
}
