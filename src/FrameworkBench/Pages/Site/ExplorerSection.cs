using System.Globalization;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Pages.Html;
using FrameworkBench.Results.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Site;

/// <summary>
/// A dot a table for each comparison over many tables, by measure, budget and size. The script draws; without it the leads in score
/// stand in a table.
/// </summary>
internal static class ExplorerSection
{
    /// <summary>Writes the section; nothing where no experiment compares models over several tables.</summary>
    internal static void Write(HtmlWriter html, SiteContent content)
    {
        foreach (Explorer explorer in content.Experiments.Select(results => Explorer.Of(results, content.Read)).OfType<Explorer>())
            html.Block("div", block => One(block, explorer), ("class", "explorer"));
    }

    private static void One(HtmlWriter html, Explorer explorer)
    {
        Experiment experiment = explorer.Results.Experiment;
        html.Text("h3", experiment.Title).Markup("\n");
        html.Inline("p", question => question.Text("strong", experiment.Question).Text(" ").Text(
            "a", "More in the lesson", ("href", $"#{LessonSection.IdOf(experiment.Name)}"))).Markup("\n");
        html.Text("p", "Each dot is a table: its lead over the splits, with a 95 % interval. Filled dots are beyond noise: their interval "
            + $"excludes zero. The band holds leads in score within ±{Figures.Number(TableVerdicts.Equivalence)}. "
            + "Point at a dot, or walk from one to the next with the arrow keys.").Markup("\n");
        html.Block("form", Controls, ("class", "tools scripted"), ("aria-label", "What the dots compare"));
        html.Block("p", count => count.Open("output").Markup("</output>"), ("class", "counts scripted"));
        html.Block("div", _ => { }, ("class", "plot scripted"));
        html.Block("p", _ => { }, ("class", "told scripted"));
        html.Block("details", details =>
        {
            details.Text("summary", "The leads in score as a table").Markup("\n");
            Table(details, explorer);
        });
        html.Markup($"<script type=\"application/json\">{explorer.Json()}</script>\n");
    }

    // The script fills the choices in, since they depend on one another.
    private static void Controls(HtmlWriter form)
    {
        foreach ((string label, string name) in new[] { ("Comparison", "pair"), ("Measure", "measure"), ("Engine", "engine") })
            form.Block("label", inner => inner.Text($"{label} ").Open("select", ("name", name)).Markup("</select>\n"));
        form.Block(
            "label", inner => inner
                .Inline("span", words => words.Text("Tables of ").Open("output", ("name", "most")).Markup("</output>"))
                .Open("input", ("type", "range"), ("name", "size"), ("min", "0"), ("step", "1")).Markup("\n"));
    }

    private static void Table(HtmlWriter html, Explorer explorer)
    {
        (ModelPair Pair, ILookup<string, ExplorerLead> Leads)[] pairs =
        [
            .. explorer.Pairs.Select(pair => (pair, explorer.Leads
                .Where(lead => lead.Comparison == pair.Title && lead.Measure == ExplorerMeasure.Score).ToLookup(lead => lead.Dataset))),
        ];
        HtmlTable.Write(
            html,
            ["table", "about", .. pairs.Select(pair => HtmlText.Encode(Heading(explorer, pair.Pair)))],
            [false, false, .. pairs.Select(_ => true)],
            explorer.Tables.Select(table => (IEnumerable<string>)
            [
                HtmlText.Encode(table["dataset"]), HtmlText.Encode(ExplorerWords.About(table)),
                .. pairs.Select(pair => Cell(pair.Leads[table["dataset"]].FirstOrDefault())),
            ]));
    }

    private static string Heading(Explorer explorer, ModelPair pair) => $"{pair.Title}: lead of {explorer.Sides(pair).First}";

    private static string Cell(ExplorerLead? lead)
    {
        if (lead is null)
            return Figures.None;
        double difference = Number(lead.Lead);
        return lead.Low.Length == 0
            ? LeadWords.Signed(difference)
            : LeadWords.WithInterval(difference, new(Number(lead.Low), Number(lead.High), ClaimSpec.DefaultConfidence));
    }

    private static double Number(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
