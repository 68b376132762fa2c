using FrameworkBench.Charts;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>The norm of the loss's gradient at each layer before training: where it vanishes or explodes.</summary>
internal static class GradientSection
{
    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        if (!results.Experiment.Report.GradientNorms)
            return;
        List<Flow> flows = [.. results.Models.Select(Flow.Of).OfType<Flow>()];
        if (flows.Count == 0)
            return;

        int layers = flows.Max(flow => flow.Norms.Count);
        flows.RemoveAll(flow => flow.Norms.Count < layers || !flow.Norms.Any(double.IsFinite));
        page.Text.Heading(2, "Gradients before training");
        page.Text.Paragraph("Norm of the loss's gradient for the weights and biases of each layer, "
            + $"from the inputs (1) to the outputs ({layers}): "
            + "geometric mean over the trials, for the deepest networks. "
            + "Where it shrinks by orders of magnitude towards the inputs, the first layers hardly learn. "
            + "A dash marks a gradient of exactly 0.");
        foreach (var dataset in flows.GroupBy(flow => flow.Model.Dataset))
        {
            string of = results.Experiment.Datasets.Count > 1 ? $" on {DatasetTitle.Of(dataset.Key)}" : "";
            string name = results.Experiment.Datasets.Count > 1 ? $"gradients-{dataset.Key}" : "gradients";

            // All panels have the same colours.
            double[] lengths = [.. dataset.SelectMany(flow => flow.Norms).Where(double.IsFinite)];
            var scale = new Axis("logarithmic scale")
            {
                Scale = AxisScale.Logarithmic,
                Minimum = lengths.Min(),
                Maximum = lengths.Max() > lengths.Min() ? lengths.Max() : null,
            };
            page.Draw(
                name, new Panels(
                    $"Gradient norm by layer{of}",
                    [.. dataset.GroupBy(flow => flow.Model.Engine).Select(engine => Chart([.. engine], layers, scale))])
                {
                    Columns = 1,
                });
        }
    }

    private static HeatMap Chart(List<Flow> flows, int layers, Axis scale) =>
        new(flows[0].Model.Engine, [.. flows.Select(flow => flow.Model.Model.Title)],
            [.. Enumerable.Range(1, layers).Select(layer => Figures.Count(layer))], [.. flows.Select(flow => flow.Norms)])
        {
            ColumnsLabel = "layer",
            Scale = scale,
        };

    /// <summary>The mean norms of a network's gradient, layer by layer.</summary>
    private sealed record Flow(ModelResults Model, IReadOnlyList<double> Norms)
    {
        /// <summary>Null for what is no network and where a trial does not report them.</summary>
        public static Flow? Of(ModelResults model)
        {
            IReadOnlyList<double>[] reported = [.. model.Trials.Select(trial => trial.Outcome.GradientNorms)];
            return model.Model.Spec is NetworkSpec && reported.All(norms => norms.Count > 0)
                ? new Flow(model, [.. reported[0].Select((_, layer) => GeometricMean([.. reported.Select(norms => norms[layer])]))])
                : null;
        }

        private static double GeometricMean(double[] norms) => norms.Contains(0)
            ? double.NaN : TwoDigits(Math.Exp(norms.Average(Math.Log)));

        // Orders of magnitude are what is seen, and more digits would not fit into a cell.
        private static double TwoDigits(double value)
        {
            double unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
            return Math.Round(value / unit) * unit;
        }
    }
}
