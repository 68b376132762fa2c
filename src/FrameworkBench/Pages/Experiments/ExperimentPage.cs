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
        var suite = SuiteResults.Of(results);
        Multiverse? multiverse = suite is null ? null : Multiverse.Of(suite);
        Head(page.Text, results, suite, multiverse);
        if (suite is not null)
        {
            SuitePage.Write(page, suite, multiverse);
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

    /// <summary>How the page begins, down to the answers that follow from the file of its trials.</summary>
    /// <param name="page">Where it is written.</param>
    /// <param name="results">The experiment with its verdicts.</param>
    /// <param name="suite">Its comparison of models over many tables; null where it has none.</param>
    /// <param name="multiverse">What it finds in all reasonable ways; null where it declares none.</param>
    internal static void Head(MarkdownDocument page, ExperimentResults results, SuiteResults? suite, Multiverse? multiverse)
    {
        Experiment experiment = results.Experiment;
        page.Heading(1, MarkdownText.Escape(experiment.Title));
        if (experiment.Question.Length > 0)
            page.Paragraph($"**{MarkdownText.Escape(experiment.Question)}**");
        string source = experiment.Source is { } lesson ? $"From {MarkdownText.Escape(lesson.ToString())}. " : "";
        string times = suite is null ? PageLinks.To("timings", TimingsPage.Path) : MarkdownText.Link("cost", CostPage.Name);
        page.Paragraph($"{source}{MarkdownText.Link("All results", PageLinks.Summary)} · "
            + $"{MarkdownText.Link("every trial's scores", ScoresFile.Name)} · {times}");
        VerdictAnswer.Write(page, results);
        if (suite is not null)
            AnswerSection.Write(page, suite, multiverse);
    }
}
