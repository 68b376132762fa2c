using FrameworkBench.Claims.Tables;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Comparison;

/// <summary>The pairs by other measures than the score, and how well the probabilities of each model are calibrated.</summary>
internal static class MeasureSection
{
    internal static void Write(MarkdownDocument page, SuiteResults suite)
    {
        IReadOnlyList<MeasureLead> leads = suite.Main.Measures;
        if (leads.Count == 0)
            return;
        PairSides sides = suite.Sides;
        (string first, string second) = (MarkdownText.Escape(sides.First), MarkdownText.Escape(sides.Second));
        bool hasRatio = leads.Any(lead => lead.IsRatio);
        page.Heading(2, "Calibration and other measures");
        page.Paragraph($"The same pairs on {MarkdownText.Code(suite.Main.Name)} by other measures. Each table counts once, by its mean "
            + $"difference over the splits. Positive favours {first}, also where lower is better. "
            + (hasRatio
                ? $"RMSE has the target's unit, so it is compared as a ratio, {second} ÷ {first}, by its geometric mean over tables: "
                    + $"above 1 favours {first}. R² is not clipped. "
                : "")
            + $"Intervals are 95 % bootstrap intervals over tables, not adjusted for the number of measures; fewer than "
            + $"{LeastTables.OfSlice} tables get none. Data: {MarkdownText.Link("every table", MeasuresFile.Name)}.");
        page.Table(Leads(leads, sides));
        Calibration(page, suite);
    }

    private static MarkdownTable Leads(IReadOnlyList<MeasureLead> leads, PairSides sides)
    {
        var table = new MarkdownTable(
            "comparison", "measure", ">tables", $">ahead: {MarkdownText.Escape(sides.First)} : tie : {MarkdownText.Escape(sides.Second)}",
            ">mean lead, bootstrap");
        PairOnTables? last = null;
        foreach (MeasureLead lead in leads)
        {
            table.Add(
                lead.Pair == last ? "" : $"**{MarkdownText.Escape(lead.Pair.Pair.Title)}**", Measure(lead),
                Figures.Count(lead.Lead.Tables), LeadWords.Counts(lead.Lead.Counts),
                lead.IsRatio ? SuiteWords.Ratio(lead.Lead) : SuiteWords.Mean(lead.Lead));
            last = lead.Pair;
        }

        return table;
    }

    private static string Measure(MeasureLead lead) =>
        $"{MetricWords.Title(lead.Metric)}{(lead.IsRatio ? ", ratio" : "")} "
            + $"({(MetricWords.HigherIsBetter(lead.Metric) ? "higher" : "lower")} is better)";

    private static void Calibration(MarkdownDocument page, SuiteResults suite)
    {
        IReadOnlyList<ModelCalibration> models = ModelCalibration.Of(suite.Experiment, suite.Main);
        if (models.Count == 0)
            return;
        var table = new MarkdownTable("model", ">tables", ">mean calibration error (lower is better)", ">by chance, at most about");
        foreach (ModelCalibration model in models)
        {
            table.Add(
                $"**{MarkdownText.Escape(model.Model.Title)}**", Figures.Count(model.Tables),
                model.Tables < LeastTables.OfSlice ? LeadWords.Score(model.Mean.Estimate)
                    : LeadWords.ScoreWithInterval(model.Mean.Estimate, model.Mean.Interval),
                LeadWords.Score(model.ByChance));
        }

        page.Heading(3, "Calibration of each model");
        string rule = PageLinks.ToDocumentation("rule", suite.Results.Documentation, "statistics.md#calibration");
        page.Paragraph("The calibration error is the mean gap between the probability of the predicted class and how often that class is "
            + $"right, over bins of equally many test rows ({rule}). Gaps count without their sign, so chance raises the error, most where "
            + "test rows are few: the figures below are biased upwards. The last column is the bias at its largest, about what perfectly "
            + "calibrated probabilities of the same accuracy would show on the same test rows. The bias is smaller for more "
            + "confident models, so a small lead in calibration error may come from that alone. Log loss and Brier score have no such "
            + "bias.");
        page.Table(table);
    }
}
