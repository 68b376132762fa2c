using FrameworkBench.Experiments;
using FrameworkBench.Pages.Comparison;
using FrameworkBench.Pages.Cost;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Experiments.Scores;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Searches;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results;
using FrameworkBench.Results.Suite;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Experiments;

/// <summary>The page of an experiment: what was asked, what was found, how it was done.</summary>
internal static class ExperimentPage
{
    internal static IReadOnlyList<ResultFile> Write(ExperimentResults results, Machine machine)
    {
        Experiment experiment = results.Experiment;
        var page = new IllustratedPage(experiment.Name);
        page.Text.Heading(1, MarkdownText.Escape(experiment.Title));
        if (experiment.Question.Length > 0)
            page.Text.Paragraph($"**{MarkdownText.Escape(experiment.Question)}**");
        string source = experiment.Source is { } lesson ? $"From {MarkdownText.Escape(lesson.ToString())}. " : "";
        var suite = SuiteResults.Of(results);
        string times = suite is null ? PageLinks.To("timings", TimingsPage.Path) : MarkdownText.Link("cost", CostPage.Name);
        page.Text.Paragraph($"{source}{MarkdownText.Link("All results", PageLinks.Summary)} · "
            + $"{MarkdownText.Link("every trial's scores", ScoresFile.Name)} · {times}");

        VerdictAnswer.Write(page.Text, results);
        if (suite is not null)
        {
            SuitePage.Write(page, suite);
            return [.. page.Finish(), TablesFile.Write(suite), MeasuresFile.Write(suite), .. CostPage.Write(suite, machine)];
        }

        if (RowsCurve.Concerns(experiment))
        {
            RowsCurveSection.WriteAnswer(page.Text, results);
            ClaimSection.Write(page.Text, results);
            RowsCurveSection.Write(page, results);
        }
        else
        {
            IReadOnlyList<TunedResult> tuned = TunedResult.Of(results);
            SearchAnswer.Write(page.Text, tuned);
            ClaimSection.Write(page.Text, results);
            SearchSection.Write(page, results, tuned);
            ScoreSection.Write(page, results);
            CurveSection.Write(page, results);
            ClassSection.Write(page, results);
            ImageSection.Write(page, results);
            ReconstructionSection.Write(page, results);
            ActivationSection.Write(page, results);
            GradientSection.Write(page, results);
            DecisionPlaneSection.Write(page, results);
            ImportanceSection.Write(page, results);
        }

        SettingSection.Write(page.Text, results);
        ArchitectureSection.Write(page, results);
        return page.Finish();
    }
}
