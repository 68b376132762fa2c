using FrameworkBench.Charts;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>The single trees of an experiment as drawings: what a reader of a decision would be shown.</summary>
internal static class TreeSection
{
    internal static void Write(IllustratedPage page, IReadOnlyList<ImportanceSummary> summaries)
    {
        foreach (ImportanceSummary summary in summaries)
        {
            if (summary.Model.Trials.FirstOrDefault(trial => trial.Outcome.Explanation?.Tree is not null) is not { } trial)
                continue;
            var sketch = new TreeSketch(trial.Outcome.Explanation!.Tree!, trial.Input);
            bool isClassification = trial.Input.Dataset.IsClassification;
            page.Draw($"tree-{summary.Model.Dataset}-{summary.Model.Model.Name}", new TreeDiagram(
                $"{Phrase.Capital(summary.Model.Model.Title)} on {summary.Model.Dataset}", sketch.Draw())
            {
                Subtitle = $"First trial on {summary.Model.Engine}: {Size(sketch)}.",
                Width = 900,
                LookNames = isClassification ? trial.Input.Dataset.ClassNames : [],
            });
        }
    }

    private static string Size(TreeSketch sketch) => sketch.Leaves == sketch.DrawnLeaves
        ? $"{Counting.Of(sketch.Leaves, "leaf", "leaves")}, depth {sketch.Depth}"
        : $"{Counting.Of(sketch.Leaves, "leaf", "leaves")}, depth {sketch.Depth}; the first {TreeSketch.MostDepth} levels are drawn";
}
