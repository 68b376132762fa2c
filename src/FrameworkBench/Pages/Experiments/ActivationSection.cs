using FrameworkBench.Charts;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;
using MathNet.Numerics.Distributions;

namespace FrameworkBench.Pages.Experiments;

/// <summary>
/// The activation functions with their derivatives: the four that the documents draw, in two by two and side by side, and
/// the others that networks of the experiment have, beside the step that no network learns through.
/// </summary>
internal static class ActivationSection
{
    private const double Reach = 5;
    private const int Points = 201;
    private const double LeakySlope = 0.01;

    // The documents' own order.
    private static readonly (Activation Activation, double Slope, string Range)[] Four =
    [
        (Activation.Sigmoid, 0, "between 0 and 1"),
        (Activation.Tanh, 0, "between −1 and 1"),
        (Activation.Relu, 0, "0 and above"),
        (Activation.LeakyRelu, LeakySlope, "any value"),
    ];

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        if (!results.Experiment.Report.ActivationCurves)
            return;
        page.Text.Heading(2, "Activation functions");
        page.Text.Paragraph("Each unit applies its activation function to its weighted sum z. "
            + "Back-propagation multiplies by the derivative at every layer.");
        page.Draw("functions", new Panels("Four activation functions and their derivatives",
            [.. Four.Select(one => Chart(Named(one.Activation, one.Slope, one.Range), one.Activation, one.Slope) with
            {
                PlotHeight = 180,
            })])
        {
            Columns = 2,
        });
        page.Draw("functions-alike", new Panels("The same four on one scale",
            [.. Four.Select(one => OnScale(Chart(Named(one.Activation, one.Slope), one.Activation, one.Slope), 1.5))])
        {
            Columns = Four.Length,
        });
        page.Draw("functions-more", new Panels("Other activation functions and their derivatives",
        [
            OnScale(Chart("Step", z => z > 0 ? 1 : 0, _ => 0), 1.5),
            .. Others(results).Select(one => OnScale(Chart(Named(one.Activation, one.Slope), one.Activation, one.Slope), 1.5)),
            OnScale(Chart("Softmax of three", z => Softmax(z), z => Softmax(z) * (1 - Softmax(z))), 1.5),
        ])
        {
            Columns = 3,
            Subtitle = "The step’s derivative is 0 wherever it exists. "
                + "Softmax: the first of three outputs as the first input moves and the other two stay at 0.",
        });
    }

    /// <summary>The functions of the experiment's networks that are not among the four, softmax left out.</summary>
    private static IEnumerable<(Activation Activation, double Slope)> Others(ExperimentResults results) => results.Experiment.Models
        .Select(model => model.Spec).OfType<NetworkSpec>()
        .SelectMany(network => network.Layers)
        .Select(layer => layer switch
        {
            DenseLayer dense => (dense.Activation, dense.Slope),
            ActivationLayer alone => (alone.Activation, alone.Slope),
            _ => (Activation.Softmax, 0),
        })
        .Select(activation => activation.Item1 == Activation.LeakyRelu ? activation : (activation.Item1, 0))
        .Where(activation => activation.Item1 != Activation.Softmax
            && !Array.Exists(Four, one => (one.Activation, one.Slope) == activation))
        .Distinct();

    /// <summary>The first of three outputs of softmax while the first input is z and the two others are 0.</summary>
    internal static double Softmax(double z) => 1 / (1 + (2 * Math.Exp(-z)));

    /// <summary>f(z), as docs/model-spec.md defines it.</summary>
    internal static double Value(Activation activation, double slope, double z) => activation switch
    {
        Activation.Linear => z,
        Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
        Activation.Tanh => Math.Tanh(z),
        Activation.Relu => Math.Max(0, z),
        Activation.LeakyRelu => z > 0 ? z : slope * z,
        Activation.Gelu => z * Normal.CDF(0, 1, z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "not a function of one number"),
    };

    /// <summary>f′(z); at a kink the one of the left.</summary>
    internal static double Derivative(Activation activation, double slope, double z) => activation switch
    {
        Activation.Linear => 1,
        Activation.Sigmoid => Value(activation, slope, z) * (1 - Value(activation, slope, z)),
        Activation.Tanh => 1 - (Math.Tanh(z) * Math.Tanh(z)),
        Activation.Relu => z > 0 ? 1 : 0,
        Activation.LeakyRelu => z > 0 ? 1 : slope,
        Activation.Gelu => Normal.CDF(0, 1, z) + (z * Normal.PDF(0, 1, z)),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "not a function of one number"),
    };

    private static string Named(Activation activation, double slope, string? range = null) =>
        Phrase.Capital(ModelWords.Name(activation, slope)) + (range is null ? "" : $": {range}");

    private static LineChart OnScale(LineChart chart, double reach) => chart with
    {
        Y = chart.Y with { Minimum = -reach, Maximum = reach },
    };

    private static LineChart Chart(string name, Activation activation, double slope) =>
        Chart(name, z => Value(activation, slope, z), z => Derivative(activation, slope, z));

    private static LineChart Chart(string name, Func<double, double> value, Func<double, double> derivative)
    {
        double[] z = [.. Enumerable.Range(0, Points).Select(i => Reach * ((2.0 * i / (Points - 1)) - 1))];
        return new LineChart(name, new Axis("z") { Ticks = [-Reach, 0, Reach] }, new Axis("f(z)"),
        [
            new Series("function", [.. z.Select(at => new ChartPoint(at, value(at)))]),
            new Series("derivative", [.. z.Select(at => new ChartPoint(at, derivative(at)))]),
        ])
        {
            PlotHeight = 150,
        };
    }
}
