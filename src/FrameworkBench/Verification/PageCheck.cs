using System.Text.RegularExpressions;
using FrameworkBench.Claims;
using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Verification;

/// <summary>
/// Holds what the page of an experiment says against what follows from its data: how the page begins, the table of claims, and the leads
/// table by table, line by line. What it shows beside them, such as curves, may say nothing of verdicts and hide nothing.
/// </summary>
internal static partial class PageCheck
{
    private const string Heading = "## ", Claims = "## Claims";
    private const string Opening = "<details", Closing = "</details>";

    // A claim that is not judged has a dash for an icon, which is in many lines.
    private static readonly string[] Marks =
        [.. Enum.GetValues<Ruling>().Where(ruling => ruling != Ruling.NotJudged).Select(VerdictWords.Icon), VerdictWords.Contradicted];

    internal static IEnumerable<Discrepancy> Of(string folder, DerivedResults derived)
    {
        string path = derived.Results.Page;
        if (PageLines.Read(folder, path) is not { } found)
            return [new Discrepancy(path, null, "page", "no file", "the page of the verdicts")];
        string[] head = Lines(derived.Head);
        int begins = Math.Min(head.Length, found.Length);
        bool[] derives = new bool[found.Length];
        Array.Fill(derives, true, 0, begins);
        var wrong = new List<Discrepancy>(PageLines.Compare(path, found.AsSpan(0, begins), head));
        foreach (string[] section in derived.Sections.Select(Lines).Where(section => section.Length > 1))
        {
            int from = Array.IndexOf(found, section[0]), to = End(found, from);
            if (from < 0)
            {
                wrong.Add(new Discrepancy(path, null, "section", "none", section[0]));
                continue;
            }

            Array.Fill(derives, true, from, to - from);
            wrong.AddRange(PageLines.Compare(path, found.AsSpan(from, to - from), section, from));
        }

        return [.. wrong, .. Elsewhere(path, [.. found.Index().Where(line => !derives[line.Index])]), .. Folded(path, found)];
    }

    // With the empty line that ends the last block.
    private static string[] Lines(MarkdownDocument page) => page.ToString().Split('\n');

    private static int End(string[] found, int from)
    {
        int next = from < 0 ? -1 : Array.FindIndex(found, from + 1, line => line.StartsWith(Heading, StringComparison.Ordinal));
        return next < 0 ? found.Length : next;
    }

    private static IEnumerable<Discrepancy> Elsewhere(string path, IReadOnlyList<(int Index, string Item)> lines)
    {
        foreach ((int index, string line) in lines)
        {
            if (line == Claims || Array.Exists(Marks, mark => line.Contains(mark, StringComparison.Ordinal)) || Count().IsMatch(line))
                yield return new Discrepancy(path, index + 1, "line", line, "verdicts at the beginning and in the table of claims only");
            else if (Hides(line))
                yield return new Discrepancy(path, index + 1, "line", line, "text that is shown");
        }
    }

    // All that a page takes from elsewhere is escaped.
    private static bool Hides(string line) => line.Contains("<!--", StringComparison.Ordinal)
        || (line.TrimStart().StartsWith('<') && !line.StartsWith(Opening, StringComparison.Ordinal) && line != Closing);

    private static IEnumerable<Discrepancy> Folded(string path, string[] found)
    {
        int claims = Array.IndexOf(found, Claims), opened = 0;
        foreach (string line in found.Take(Math.Max(0, claims)))
            opened += line.StartsWith(Opening, StringComparison.Ordinal) ? 1 : line == Closing ? -1 : 0;
        if (opened != 0)
            yield return new Discrepancy(
                path, claims + 1, "line", $"{Opening}> without {Closing} above the claims", "claims that are shown");
    }

    [GeneratedRegex(@"^\W*\d+ claims?\b.*\bholds?\b")]
    private static partial Regex Count();
}
