using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Documents;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Site;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Verification;

/// <summary>
/// Makes the pages again that all experiments share, and holds those of a results folder against them: the summary, the ledger with its
/// pictures, the documents, and the page to browse. What they take from other pages is taken from those of the folder.
/// </summary>
/// <param name="folder">The results folder.</param>
/// <param name="derived">The experiments with what follows from their data, in the order of the pages.</param>
/// <param name="runs">What they were run with, in the same order.</param>
internal sealed class SharedPageCheck(
    string folder, IReadOnlyList<ExperimentResults> derived, IReadOnlyList<ExperimentRun> runs)
{
    // The profile of the last run, which wrote the pages, is that of one of the experiments.
    private readonly Profile[] profiles = [.. runs.Select(run => run.Profile).Distinct()];

    /// <summary>What differs.</summary>
    /// <param name="documents">The documents whose lessons the experiments repeat.</param>
    internal IEnumerable<Discrepancy> Of(SourceDocuments documents) =>
        PagesOf(documents).SelectMany(page => PageLines.Read(folder, page.Path) is not { } found
            ? page.IsNeeded ? [new Discrepancy(page.Path, null, "page", "no file", "the page of the verdicts")] : []
            : page.Made.Select(made => Compare(found, made)).MinBy(wrong => wrong.Length)!);

    /// <summary>The pages as they must be; where the profile of the last run leaves it open, as they differ least.</summary>
    /// <param name="documents">The documents whose lessons the experiments repeat.</param>
    internal IReadOnlyList<ResultFile> Made(SourceDocuments documents) =>
    [
        .. from page in PagesOf(documents)
           let found = PageLines.Read(folder, page.Path)
           where page.IsNeeded || found is not null
           select page.Made.MinBy(made => Compare(found ?? [], made).Length),
    ];

    // Each page as it is after a run of each profile.
    private (string Path, bool IsNeeded, ResultFile[] Made)[] PagesOf(SourceDocuments documents) => profiles.Length == 0 ? [] :
    [
        (SummaryPage.Name, true, [.. profiles.Select(Summary)]),
        (LedgerPage.Name, true, [LedgerPage.Write(derived)]),
        .. LedgerPicture.Write(derived).Select(picture => (picture.Path, true, new[] { picture })),
        (DocumentsPage.Name, false, [DocumentsPage.Write(documents, derived)]),
        (SitePage.Name, false,
            [.. profiles.Select(profile => SitePage.Write(new SiteContent(derived, runs, profile, Text)))]),
    ];

    // Parity is written by a command of its own, before or after the summary.
    private ResultFile Summary(Profile profile)
    {
        bool hasParity = Text(SummaryPage.Name) is { } page && page.Contains($"({SummaryPage.Parity})", StringComparison.Ordinal);
        return SummaryPage.Write(
            derived, runs, profile, path => path == SummaryPage.Parity ? hasParity : File.Exists(Path.Combine(folder, path)));
    }

    private static Discrepancy[] Compare(string[] found, ResultFile made) =>
        [.. PageLines.Compare(made.Path, WithoutParity(found), WithoutParity(made.Text.Split('\n')))];

    // The page to browse has the parity of before the last run.
    private static string[] WithoutParity(string[] lines)
    {
        int from = Array.IndexOf(lines, EngineSection.ParityHeading);
        int to = from < 0 ? -1 : Array.IndexOf(lines, "</table>", from);
        return to < 0 ? lines : [.. lines[..from], .. lines[(to + 1)..]];
    }

    private string? Text(string path) => PageLines.Read(folder, path) is { } lines ? string.Join('\n', lines) : null;
}
