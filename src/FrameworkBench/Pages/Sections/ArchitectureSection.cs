using FrameworkBench.Pages.Markdown;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Sections;

/// <summary>The layers of each network as a picture, and with their outputs and parameters.</summary>
internal static class ArchitectureSection
{
    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        if (!results.Experiment.Report.Architecture)
            return;
        var tables = results.Experiment.Models
            .Select(model => results.Models.FirstOrDefault(found => found.Model.Name == model.Name))
            .OfType<ModelResults>()
            .Where(model => model.Model.Spec is NetworkSpec)
            .ToList();
        if (tables.Count == 0)
            return;

        page.Text.Heading(2, "Architecture");
        foreach (var alike in tables.GroupBy(model => Layers(model).ToString()))
        {
            string title = Phrase.And([.. alike.Select(model => model.Model.Title)]);
            page.Text.Heading(3, MarkdownText.Escape(title));
            page.Draw($"network-{alike.First().Model.Name}", NetworkPicture.Of(title, alike.First()));
            page.Text.Table(Layers(alike.First()));
        }
    }

    private static MarkdownTable Layers(ModelResults model)
    {
        TrialInput input = model.Trials[0].Input;
        NetworkSpec network = NetworkPicture.NetworkOf(model);
        int width = input.Preparation.Fit(input.Dataset, input.Split.TrainRows).Columns.Count;
        var table = new MarkdownTable("layer", ">outputs", ">parameters");
        table.Add("inputs", Figures.Count(width), "");
        long total = 0;
        foreach (LayerSpec layer in network.Layers)
        {
            (int outputs, long learned) = layer switch
            {
                DenseLayer dense => (dense.Units, ((long)width * dense.Units) + dense.Units),
                BatchNormLayer => (width, 2L * width),
                _ => (width, 0L),
            };
            table.Add(Name(layer), Figures.Count(outputs), Figures.CountOrBlank(learned));
            (width, total) = (outputs, total + learned);
        }

        table.Add("**total**", "", $"**{Figures.Count(total)}**");
        return table;
    }

    private static string Name(LayerSpec layer) => layer is DenseLayer dense
        ? $"dense, {ModelWords.Name(dense.Activation, dense.Slope)}"
        : ModelWords.Name(layer);
}
