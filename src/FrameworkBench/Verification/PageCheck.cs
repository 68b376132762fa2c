using System.Text.RegularExpressions;
using FrameworkBench.Claims;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Verification;

/// <summary>
/// Holds what the page of an experiment says of claims against what follows from its data: how the page begins, and the table of claims,
/// line by line. What it shows beside them, such as curves, may say nothing of verdicts and hide nothing.
/// </summary>
internal static partial class PageCheck
{
    private const string Claims = "## Claims", Section = "## ";
    private const string Opening = "<details", Closing = "</details>";

    // A rating without verdict has a dash for an icon, which is in many lines.
    private static readonly string[] Marks =
        [.. Enum.GetValues<Ruling>().Where(ruling => ruling != Ruling.NotJudged).Select(VerdictWords.Icon), VerdictWords.Contradicted];

    internal static IEnumerable<Discrepancy> Of(string folder, DerivedResults derived)
    {
        string path = derived.Results.Page;
        if (PageLines.Read(folder, path) is not { } found)
            return [new Discrepancy(path, null, "page", "no file", "the page of the verdicts")];
        string[] head = Lines(derived.Head), claims = ClaimsOf(derived.Results);
        int begins = Math.Min(head.Length, found.Length), from = Array.IndexOf(found, Claims), to = End(found, from);
        return
        [
            .. PageLines.Compare(path, found.AsSpan(0, begins), head),
            .. from < 0
                ? PageLines.Compare(path, [], claims.AsSpan(0, Math.Min(1, claims.Length)), found.Length)
                : PageLines.Compare(path, found.AsSpan(from, to - from), claims, from),
            .. Elsewhere(path, found, begins, from < 0 ? found.Length : from, to),
        ];
    }

    private static string[] ClaimsOf(ExperimentResults results)
    {
        var page = new MarkdownDocument();
        ClaimSection.Write(page, results);
        return Lines(page) is [_, _, ..] lines ? lines : [];
    }

    // With the empty line that ends the last block.
    private static string[] Lines(MarkdownDocument page) => page.ToString().Split('\n');

    private static int End(string[] found, int from)
    {
        int next = from < 0 ? -1 : Array.FindIndex(found, from + 1, line => line.StartsWith(Section, StringComparison.Ordinal));
        return next < 0 ? found.Length : next;
    }

    private static IEnumerable<Discrepancy> Elsewhere(string path, string[] found, int begins, int from, int to)
    {
        foreach ((int index, string line) in found.Index().Where(line => line.Index >= begins && (line.Index < from || line.Index >= to)))
        {
            if (line == Claims || Array.Exists(Marks, mark => line.Contains(mark, StringComparison.Ordinal)) || Count().IsMatch(line))
                yield return new Discrepancy(path, index + 1, "line", line, "verdicts at the beginning and in the table of claims only");
            else if (Hides(line))
                yield return new Discrepancy(path, index + 1, "line", line, "text that is shown");
        }

        string[] before = found[Math.Min(begins, from)..from];
        int open = before.Count(line => line.StartsWith(Opening, StringComparison.Ordinal)) - before.Count(line => line == Closing);
        if (open != 0)
            yield return new Discrepancy(path, from + 1, "line", $"{Opening}> without {Closing} above the claims", "claims that are shown");
    }

    // All that a page takes from elsewhere is escaped.
    private static bool Hides(string line) => line.Contains("<!--", StringComparison.Ordinal)
        || (line.TrimStart().StartsWith('<') && !line.StartsWith(Opening, StringComparison.Ordinal) && line != Closing);

    [GeneratedRegex(@"^\W*\d+ claims?\b.*\bholds?\b")]
    private static partial Regex Count();
}
