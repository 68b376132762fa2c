using FrameworkBench.Pages.Experiments.Scores;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>Scores against the number of training rows: who leads where, and tables.</summary>
internal static class RowsCurveSection
{
    /// <summary>Who leads at which numbers of rows, in words that follow from the intervals.</summary>
    internal static void WriteAnswer(MarkdownDocument page, ExperimentResults results)
    {
        // A gap between training and test rows is no score that one could lead in.
        string[] answers =
            [.. RowsCurve.Of(results)
                .Where(curve => RowsCurvePictures.Compares(curve) && MetricRegistry.Find(curve.Metric.Name) is not null).Select(Answer)];
        if (answers.Length == 0)
            return;
        page.Heading(2, "Where the curves cross").List(answers);
        page.Paragraph("Networks lead where one of them significantly beats every tree model; "
            + "trees lead where one of them significantly beats every network. "
            + "Significant means that the 95 % interval of the paired difference excludes zero. "
            + "The intervals are not corrected for multiple comparisons.");
    }

    /// <summary>Scores and leads as pictures and tables.</summary>
    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        IReadOnlyList<RowsCurve> curves = RowsCurve.Of(results);
        page.Text.Heading(2, "Scores by training rows");
        page.Text.Paragraph("Test scores: mean ± 95 % interval of the corrected resampled t test over the repeats. ↑ higher is better, "
            + "↓ lower is better. Bold: the best mean of an engine.");
        foreach (var alike in curves.GroupBy(curve => (curve.Dataset, curve.Metric)))
        {
            string subject = $"{alike.Key.Dataset}-{alike.Key.Metric}";
            page.Text.Heading(3, $"{MarkdownText.Code(alike.Key.Dataset)}, {MetricWords.Heading(alike.Key.Metric)}");
            page.Draw(subject, RowsCurvePictures.OfScores([.. alike], results.Experiment.Models));
            page.Text.Table(Scores([.. alike]));
            if (!alike.Any(RowsCurvePictures.Compares))
                continue;
            page.Text.Paragraph("Lead of the network over the trees with its interval. Positive: the network is better. "
                + "Bold: the interval excludes zero.");
            page.Draw(
                $"{subject}-lead", RowsCurvePictures.OfLeads([.. alike.Where(RowsCurvePictures.Compares)], results.Experiment.Models));
            page.Text.Table(Leads([.. alike]));
        }

        ScoreSection.Remarks(page.Text, results);
    }

    private static string Answer(RowsCurve curve)
    {
        Standing[] standings = [.. curve.Sizes.Select(curve.OfNetworks)];
        string crossing = StandingWords.Crossings(curve.Sizes, standings) is { } where ? $"; the lead changes sides {where}" : "";
        return $"{MarkdownText.Code(curve.Dataset)} on {curve.Engine}, {MetricWords.Title(curve.Metric)}: "
            + $"{StandingWords.Along(curve.Sizes, standings, "networks lead", "trees lead")}{crossing}. "
            + $"Best mean: {Phrase.And(Leaders(curve))}.";
    }

    // Neighbouring sizes with the same leader are one statement.
    private static string[] Leaders(RowsCurve curve)
    {
        var leaders = new List<(string Title, List<int> Sizes)>();
        foreach (int size in curve.Sizes)
        {
            string title = curve.Best(size)?.Model.Title ?? "none";
            if (leaders.Count > 0 && leaders[^1].Title == title)
                leaders[^1].Sizes.Add(size);
            else
                leaders.Add((title, [size]));
        }

        return [.. leaders.Select(leader => $"*{MarkdownText.Escape(leader.Title)}* at "
            + $"{Figures.Whole(leader.Sizes[0])}{(leader.Sizes.Count > 1 ? $" to {Figures.Whole(leader.Sizes[^1])}" : "")}")];
    }

    private static MarkdownTable Scores(IReadOnlyList<RowsCurve> curves)
    {
        int[] sizes = [.. curves.SelectMany(curve => curve.Sizes).Distinct().Order()];
        var table = new MarkdownTable(["model", "engine", .. sizes.Select(size => ">" + Figures.Whole(size))]);
        foreach (string name in curves.SelectMany(curve => curve.Models).Select(model => model.Model.Name).Distinct())
        {
            string title = "";
            foreach (
                (RowsCurve curve, ModelResults model) in curves.SelectMany(
                    curve => curve.Models.Where(model => model.Model.Name == name).Select(model => (curve, model))))
            {
                title = title.Length == 0 ? $"**{MarkdownText.Escape(model.Model.Title)}**" : " ";
                table.Add([title, curve.Engine, .. sizes.Select(size => Cell(curve, model, size))]);
            }
        }

        return table;
    }

    private static string Cell(RowsCurve curve, ModelResults model, int size)
    {
        string score = curve.Score(model, size)?.ToString() ?? "–";
        return curve.Best(size) == model ? $"**{score}**" : score;
    }

    private static MarkdownTable Leads(IReadOnlyList<RowsCurve> curves)
    {
        int[] sizes = [.. curves.SelectMany(curve => curve.Sizes).Distinct().Order()];
        var table = new MarkdownTable(["network", "trees", "engine", .. sizes.Select(size => ">" + Figures.Whole(size)), "lead changes"]);
        foreach (RowsCurve curve in curves)
        {
            foreach (ModelResults network in curve.Networks)
            {
                foreach (ModelResults trees in curve.Trees)
                {
                    Standing[] standings = [.. curve.Sizes.Select(size => curve.Standing(network, trees, size))];
                    table.Add(
                    [
                        MarkdownText.Escape(network.Model.Title), MarkdownText.Escape(trees.Model.Title), curve.Engine,
                        .. sizes.Select(size => LeadCell(curve, network, trees, size)),
                        StandingWords.Crossings(curve.Sizes, standings) ?? "not significantly",
                    ]);
                }
            }
        }

        return table;
    }

    private static string LeadCell(RowsCurve curve, ModelResults network, ModelResults trees, int size)
    {
        if (curve.Lead(network, trees, size) is not { } lead)
            return "–";
        string text = Figures.WithInterval(lead.Difference, lead.Interval, 0);
        return curve.Standing(network, trees, size) == Standing.Undecided ? text : $"**{text}**";
    }
}
