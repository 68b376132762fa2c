using FrameworkBench.Experiments;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;

namespace FrameworkBench.Reporting.Pages;

/// <summary>The page of an experiment: what was asked, what was found, how it was done.</summary>
internal static class ExperimentPage
{
    internal static IReadOnlyList<ResultFile> Write(ExperimentResults results)
    {
        Experiment experiment = results.Experiment;
        var page = new IllustratedPage(experiment.Name);
        page.Text.Heading(1, MarkdownText.Escape(experiment.Title));
        if (experiment.Question.Length > 0)
            page.Text.Paragraph($"**{MarkdownText.Escape(experiment.Question)}**");
        string source = experiment.Source is { } lesson ? $"From {MarkdownText.Escape(lesson.ToString())}. " : "";
        page.Text.Paragraph($"{source}{MarkdownText.Link("All results", "README.md")} · {MarkdownText.Link("every trial's scores", TrialsFile.PathOf(experiment.Name))} · {MarkdownText.Link("timings", "timings.md")}");

        if (RowsCurve.Concerns(experiment))
        {
            RowsCurveSection.WriteAnswer(page.Text, results);
            Claims(page.Text, results);
            RowsCurveSection.Write(page, results);
        }
        else
        {
            Claims(page.Text, results);
            ScoreSection.Write(page, results);
            CurveSection.Write(page, results);
            ClassSection.Write(page, results);
        }

        SettingSection.Write(page.Text, results);
        ArchitectureSection.Write(page.Text, results);
        return page.Finish();
    }

    private static void Claims(MarkdownDocument page, ExperimentResults results)
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
