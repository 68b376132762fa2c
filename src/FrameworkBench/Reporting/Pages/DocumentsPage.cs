using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Documents;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;

namespace FrameworkBench.Reporting.Pages;

/// <summary><c>documents.md</c>: each section of each document, the experiments that repeat it, and what became of its claims.</summary>
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
        page.Paragraph("Every section of every document whose lessons are repeated, with the experiments that repeat it and the verdicts on its claims. "
            + $"A claim counts once, by its verdict over all engines. {MarkdownText.Link("All results", "README.md")}");
        ILookup<Citation, ClaimVerdicts> claims = experiments.SelectMany(ClaimVerdicts.Of).Where(claim => claim.Claim.Source is not null).ToLookup(claim => claim.Claim.Source!);
        foreach (SourceDocument document in documents.All)
        {
            var table = new MarkdownTable("section", "experiment", "verdicts");
            foreach (SourceSection section in document.Sections)
                AddRows(table, section, new Citation(document.Title, section.Title), experiments, claims);
            page.Heading(2, MarkdownText.Escape(document.Title)).Table(table);
        }

        return new ResultFile(Name, page.ToString());
    }

    private static void AddRows(MarkdownTable table, SourceSection section, Citation citation, IReadOnlyList<ExperimentResults> experiments, ILookup<Citation, ClaimVerdicts> claims)
    {
        ExperimentResults[] covering = [.. experiments.Where(results => results.Experiment.Source == citation || section.Experiments.Contains(results.Experiment.Name) || claims[citation].Any(claim => claim.Experiment.Name == results.Experiment.Name))];
        string heading = MarkdownText.Escape(section.Title);
        if (covering.Length == 0)
            table.Add(heading, "", section.Remark is null ? "not run" : $"*{MarkdownText.Escape(section.Remark)}*");
        foreach (ExperimentResults results in covering)
        {
            table.Add(heading, MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page), Count([.. claims[citation].Where(claim => claim.Experiment.Name == results.Experiment.Name)]));
            heading = "";
        }
    }

    private static string Count(IReadOnlyList<ClaimVerdicts> claims) => claims.Count == 0
        ? "run; its claims are of other sections"
        : string.Join("<br>", Enum.GetValues<Ruling>()
            .Select(ruling => (Mark: VerdictWords.Mark(ruling), Count: claims.Count(claim => claim.Overall == ruling)))
            .Where(counted => counted.Count > 0)
            .Select(counted => FormattableString.Invariant($"{counted.Mark}: {counted.Count}")));
}
