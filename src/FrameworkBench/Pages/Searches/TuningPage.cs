using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Experiments.Scores;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Searches;

/// <summary>The page of an experiment that tunes another: the answer, the search, the scores, and how it was done.</summary>
internal static class TuningPage
{
    /// <param name="results">The experiment's results.</param>
    /// <param name="files">The experiments that were written with the best settings, in the results' folder.</param>
    internal static IReadOnlyList<ResultFile> Write(ExperimentResults results, IReadOnlyList<string> files)
    {
        var page = new IllustratedPage(results.Experiment.Name);
        IReadOnlyList<TunedResult> tuned = TunedResult.Of(results);
        page.Text.Heading(1, MarkdownText.Escape(results.Experiment.Title));
        SearchAnswer.Write(page.Text, tuned);
        if (files.Count > 0)
            page.Text.Paragraph("The best settings, as an experiment: "
                + string.Join(", ", files.Select(Path.GetFileName).Select(file => MarkdownText.Link(MarkdownText.Code(file!), file!)))
                + $". Run it with {MarkdownText.Code("frameworkbench run")}.");
        SearchSection.Write(page, results, tuned);
        ScoreSection.Write(page, results);
        SettingSection.Write(page.Text, results);
        page.Text.Paragraph($"{MarkdownText.Link("Every trial's scores", ScoresFile.Name)}.");
        return page.Finish();
    }
}
