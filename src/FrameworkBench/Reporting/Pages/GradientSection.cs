using FrameworkBench.Protocol.Models;
using FrameworkBench.Reporting.Charts;
using FrameworkBench.Reporting.Summaries;

namespace FrameworkBench.Reporting.Pages;

/// <summary>How long the loss's gradient is at each layer before training: where it vanishes or explodes.</summary>
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
        flows.RemoveAll(flow => flow.Norms.Count < layers);
        page.Text.Heading(2, "Gradients before training");
        page.Text.Paragraph($"Length of the loss's gradient by the weights and biases of each layer, from the inputs (1) to the outputs ({layers}): the geometric mean over the trials, of the deepest networks. "
            + "Where it shrinks towards the inputs by orders of magnitude, the first layers hardly learn; a dash is a gradient of exactly 0.");
        foreach (var dataset in flows.GroupBy(flow => flow.Model.Dataset))
        {
            string of = results.Experiment.Datasets.Count > 1 ? $" on {dataset.Key}" : "";
            string name = results.Experiment.Datasets.Count > 1 ? $"gradients-{dataset.Key}" : "gradients";
            page.Draw(name, new Panels($"Length of the gradient by layer{of}", [.. dataset.GroupBy(flow => flow.Model.Engine).Select(engine => Chart(engine.Key, [.. engine], layers))])
            {
                Columns = 1,
            });
        }
    }

    private static HeatMap Chart(string engine, List<Flow> flows, int layers) =>
        new(engine, [.. flows.Select(flow => flow.Model.Model.Title)], [.. Enumerable.Range(1, layers).Select(layer => FormattableString.Invariant($"{layer}"))], [.. flows.Select(flow => flow.Norms)])
        {
            ColumnsLabel = "layer",
            Scale = new Axis("on a logarithmic scale") { Scale = AxisScale.Logarithmic },
        };

    /// <summary>The mean norms of a network's gradient, layer by layer.</summary>
    private sealed record Flow(ModelResults Model, IReadOnlyList<double> Norms)
    {
        /// <summary>Null for what is no network and where a trial does not tell.</summary>
        public static Flow? Of(ModelResults model)
        {
            if (model.Model.Spec is not NetworkSpec || model.Trials.Any(trial => trial.Outcome.GradientNorms.Count == 0))
                return null;
            int layers = model.Trials[0].Outcome.GradientNorms.Count;
            return new Flow(model, [.. Enumerable.Range(0, layers).Select(layer => GeometricMean([.. model.Trials.Select(trial => trial.Outcome.GradientNorms[layer])]))]);
        }

        private static double GeometricMean(double[] norms) => norms.Contains(0) ? double.NaN : Math.Exp(norms.Average(Math.Log));
    }
}
