using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Sections;

/// <summary>The claims of an experiment with evidence and verdict.</summary>
internal static class ClaimSection
{
    internal static void Write(MarkdownDocument page, ExperimentResults results)
    {
        var table = new MarkdownTable("claim", "engine", "evidence [interval]", "verdict");
        ClaimRows.Write(table, ClaimVerdicts.Of(results), claim => [MarkdownText.Escape(claim.Says) + Section(claim)]);
        if (table.Rows > 0)
            page.Heading(2, "Claims").Table(table);

        string Section(ClaimVerdicts claim) =>
            claim.Claim.Source is { } source && source != results.Experiment.Source
                ? $"<br>*{MarkdownText.Escape(source.ToString())}*" : "";
    }
}
