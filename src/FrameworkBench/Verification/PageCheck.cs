using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Reading;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Verification;

/// <summary>
/// Holds what pages say of claims against verdicts that were derived again: the answers, the tables of claims, and the ledger's count.
/// </summary>
internal static class PageCheck
{
    private const string Claims = "## Claims";

    internal static IEnumerable<Discrepancy> Of(string folder, IReadOnlyList<ExperimentResults> derived) =>
        [.. derived.SelectMany(results => Experiment(folder, results)), .. SummaryOf(folder, derived), .. LedgerOf(folder, derived)];

    private static IEnumerable<Discrepancy> Experiment(string folder, ExperimentResults results)
    {
        var page = new MarkdownDocument();
        VerdictAnswer.Write(page, results);
        ClaimSection.Write(page, results);
        return Lines(folder, results.Page, page);
    }

    private static IEnumerable<Discrepancy> SummaryOf(string folder, IReadOnlyList<ExperimentResults> derived)
    {
        var page = new MarkdownDocument();
        SummaryPage.Answer(page, derived);
        SummaryPage.Lessons(page, derived);
        return Lines(folder, SummaryPage.Name, page);
    }

    private static IEnumerable<Discrepancy> LedgerOf(string folder, IReadOnlyList<ExperimentResults> derived)
    {
        var page = new MarkdownDocument();
        LedgerPage.Answer(page, [.. derived.SelectMany(ClaimVerdicts.Of)]);
        LedgerPage.Claims(page, derived);
        return Lines(folder, LedgerPage.Name, page);
    }

    // Every line must stand on the page, and in a table of claims no other row.
    private static IEnumerable<Discrepancy> Lines(string folder, string path, MarkdownDocument right)
    {
        string file = Path.Combine(folder, path);
        if (!File.Exists(file))
            return [new Discrepancy(path, null, "page", "no file", "the page of the verdicts")];
        string[] found = RegularFile.ReadText(file).ReplaceLineEndings("\n").Split('\n');
        string[] expected = [.. right.ToString().Split('\n').Where(line => line.Length > 0)];
        HashSet<string> present = [.. found], wanted = [.. expected];
        IEnumerable<Discrepancy> absent = expected.Where(line => !present.Contains(line))
            .Select(line => new Discrepancy(path, null, "line", "none", line));
        IEnumerable<Discrepancy> others = found.Index().SkipWhile(line => line.Item != Claims)
            .TakeWhile(line => line.Item == Claims || !line.Item.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.Item.StartsWith('|') && !wanted.Contains(line.Item))
            .Select(line => new Discrepancy(path, line.Index + 1, "line", line.Item, "a verdict that follows from the data"));
        return absent.Concat(others);
    }
}
