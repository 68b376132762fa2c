using FrameworkBench.Claims;
using FrameworkBench.Experiments.Documents;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Ledger;

/// <summary><c>documents.md</c>: all that the documents state, and what becomes of each statement.</summary>
internal static class DocumentsPage
{
    internal const string Name = "documents.md";

    /// <summary>Writes the page.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="experiments">The results that there are, of this run and of earlier ones.</param>
    internal static ResultFile Write(SourceDocuments documents, IReadOnlyList<ExperimentResults> experiments)
    {
        var page = new MarkdownDocument();
        page.Heading(1, "Documents");
        page.Paragraph("What the documents state, in our words. Beside each statement stand the verdicts on the claims that test it, "
            + "the definition that it gives, or the reason why it is not tested. A claim counts once per data set, "
            + "by its verdict over all engines. The summary counts one that tests statements of several documents "
            + "in each, and once in all. "
            + MarkdownText.Link("All results", "README.md"));
        page.Table(Summary(documents));
        ILookup<ClaimName, ClaimVerdicts> claims = experiments.SelectMany(ClaimVerdicts.Of)
        .ToLookup(claim => new ClaimName(claim.Experiment.Name, claim.Claim.Id));
        var pages =
            experiments.ToDictionary(
                results => results.Experiment.Name,
                results => MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page));
        foreach (SourceDocument document in documents.All)
        {
            var table = new MarkdownTable("section", "statement", "result");
            foreach (SourceSection section in document.Sections)
            {
                foreach ((int index, SourceStatement statement) in section.Statements.Index())
                    table.Add(
                        index == 0 ? MarkdownText.Escape(section.Title) : "", MarkdownText.Escape(statement.Says),
                        Outcome(statement, claims, pages));
            }

            page.Heading(2, MarkdownText.Escape(document.Title)).Table(table);
        }

        return new ResultFile(Name, page.ToString());
    }

    private static MarkdownTable Summary(SourceDocuments documents)
    {
        var table = new MarkdownTable("document", ">statements", ">tested", ">by claims", ">definitions", ">not tested");
        foreach (SourceDocument document in documents.All)
            Add(MarkdownText.Escape(document.Title), document.Sections);
        Add("**all**", documents.All.SelectMany(document => document.Sections));
        return table;

        void Add(string title, IEnumerable<SourceSection> sections)
        {
            SourceStatement[] all = [.. sections.SelectMany(section => section.Statements)];
            int[] figures =
            [
                all.Length,
                all.Count(statement => statement.Claims.Count > 0),
                all.SelectMany(statement => statement.Claims).Distinct().Count(),
                all.Count(statement => statement.Definition is not null),
                all.Count(statement => statement.Untested is not null),
            ];
            table.Add([title, .. figures.Select(figure => Figures.Count(figure))]);
        }
    }

    private static string Outcome(SourceStatement statement, ILookup<ClaimName, ClaimVerdicts> claims, Dictionary<string, string> pages) =>
        statement.Definition is { } definition ? $"*definition: {MarkdownText.Escape(definition)}*"
        : statement.Untested is { } reason ? $"*not tested: {MarkdownText.Escape(reason)}*"
        : string.Join("<br>", statement.Claims.GroupBy(claim => claim.Experiment).Select(group =>
            pages.TryGetValue(group.Key, out string? page)
                ? $"{page}: {Verdicts([.. group.SelectMany(claim => claims[claim])])}" : $"{MarkdownText.Escape(group.Key)}: not run"));

    private static string Verdicts(IReadOnlyList<ClaimVerdicts> claims) => claims.Count == 0
        ? "not run"
        : string.Join(", ", Enum.GetValues<Ruling>()
            .Select(ruling => (Mark: VerdictWords.Mark(ruling), Count: claims.Count(claim => claim.Overall == ruling)))
            .Where(counted => counted.Count > 0)
            .Select(counted => counted.Count == 1 ? counted.Mark : $"{counted.Mark}\u00A0×\u00A0{counted.Count}"));
}
