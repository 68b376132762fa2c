using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;

namespace FrameworkBench.Reporting.Pages;

/// <summary>The claims of an experiment with evidence and verdict.</summary>
internal static class ClaimSection
{
    internal static void Write(MarkdownDocument page, ExperimentResults results)
    {
        var table = new MarkdownTable("claim", "engine", "evidence, with its interval", "verdict");
        var claims = ClaimVerdicts.Of(results);
        var rows = new ClaimRows(claims);
        foreach (ClaimVerdicts claim in claims)
        {
            string section = claim.Claim.Source is { } source && source != results.Experiment.Source ? $"<br>*{MarkdownText.Escape(source.ToString())}*" : "";
            string says = MarkdownText.Escape(claim.Says) + section;
            foreach ((string engine, string evidence, string verdict) in rows.Of(claim))
            {
                table.Add(says, engine, evidence, verdict);
                says = "";
            }
        }

        foreach ((string engine, string evidence, string verdict) in rows.OfNone)
            table.Add("*all of these*", engine, evidence, verdict);
        if (table.Rows > 0)
            page.Heading(2, "Claims").Table(table);
    }
}
