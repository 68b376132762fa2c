using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Experiments.Scores;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>What failed, and how the ranks look without the tables concerned and with failures ranked last.</summary>
internal static class FailureSection
{
    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        page.Heading(2, "Failures and ranks");
        if (SuiteRanks.Of(suite) is { } ranks)
        {
            int complete = ranks.Complete?.DataSets ?? 0;
            page.Paragraph($"Average rank of each model on {MarkdownText.Code(suite.Main.Name)} (1 is best): "
                + $"over the {Counting.Of(complete, "table")} where every trial gave a score, "
                + $"and over all {ranks.Imputed.DataSets} with failed models ranked last.");
            page.Table(Table(suite, ranks));
        }

        ScoreSection.Remarks(page, suite.Results, withAbsent: false);
    }

    private static MarkdownTable Table(SuiteResults suite, SuiteRanks ranks)
    {
        var table =
            new MarkdownTable("model", ">mean score", ">trials", ">failed", ">diverged", ">rank, complete tables", ">rank, failures last");
        for (int i = 0; i < ranks.Models.Count; i++)
        {
            ExperimentModel model = ranks.Models[i];
            TrialResult[] trials = [.. suite.Main.Trials.Where(trial => trial.Trial.Model.Name == model.Name)];
            table.Add(
                $"**{MarkdownText.Escape(model.Title)}**", LeadWords.Score(MeanScore(trials)), Figures.Count(trials.Length),
                Figures.Count(Count(trials, TrialStatus.Failed)), Figures.Count(Count(trials, TrialStatus.Diverged)),
                ranks.Complete is { } complete ? Rank(complete.Average[i]) : "–", Rank(ranks.Imputed.Average[i]));
        }

        return table;
    }

    // A table counts once, whatever the number of its trials.
    private static double MeanScore(TrialResult[] trials) => trials
        .Where(trial => trial.Figure(ScoreWay.Score) is not null)
        .GroupBy(trial => trial.Trial.Dataset)
        .Select(table => table.Average(trial => trial.Figure(ScoreWay.Score)!.Value))
        .DefaultIfEmpty(double.NaN).Average();

    private static int Count(TrialResult[] trials, TrialStatus status) => trials.Count(trial => trial.Outcome.Status == status);

    private static string Rank(double rank) => Figures.Fixed(rank, 2);
}
