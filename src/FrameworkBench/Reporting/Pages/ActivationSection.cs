using FrameworkBench.Protocol.Models;
using FrameworkBench.Reporting.Charts;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;
using MathNet.Numerics.Distributions;

namespace FrameworkBench.Reporting.Pages;

/// <summary>The activation functions of an experiment's networks with their derivatives, beside the step that no network learns through.</summary>
internal static class ActivationSection
{
    private const double Reach = 5;
    private const int Points = 201;

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        if (!results.Experiment.Report.ActivationCurves)
            return;
        (Activation Activation, double Slope)[] used =
        [
            .. results.Experiment.Models.Select(model => model.Spec).OfType<NetworkSpec>()
                .SelectMany(network => network.Layers)
                .Select(layer => layer switch
                {
                    DenseLayer dense => (dense.Activation, dense.Slope),
                    ActivationLayer alone => (alone.Activation, alone.Slope),
                    _ => (Activation.Softmax, 0),
                })
                .Where(activation => activation.Item1 != Activation.Softmax)
                .Select(activation => activation.Item1 == Activation.LeakyRelu ? activation : (activation.Item1, 0))
                .Distinct(),
        ];
        if (used.Length == 0)
            return;

        page.Text.Heading(2, "Activation functions");
        LineChart[] charts =
        [
            Chart("step", z => z > 0 ? 1 : 0, _ => 0),
            .. used.Select(one => Chart(ModelWords.Name(one.Activation, one.Slope), z => Value(one.Activation, one.Slope, z), z => Derivative(one.Activation, one.Slope, z))),
        ];
        page.Draw("functions", new Panels("Activation functions and their derivatives", charts) { Columns = 2, Subtitle = "The derivative is what back-propagation multiplies by at every layer." });
    }

    /// <summary>f(z), as docs/model-spec.md defines it.</summary>
    internal static double Value(Activation activation, double slope, double z) => activation switch
    {
        Activation.Linear => z,
        Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
        Activation.Tanh => Math.Tanh(z),
        Activation.Relu => Math.Max(0, z),
        Activation.LeakyRelu => z > 0 ? z : slope * z,
        Activation.Gelu => z * Normal.CDF(0, 1, z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "it is no function of one number"),
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
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "it is no function of one number"),
    };

    private static LineChart Chart(string name, Func<double, double> value, Func<double, double> derivative)
    {
        double[] z = [.. Enumerable.Range(0, Points).Select(i => Reach * ((2.0 * i / (Points - 1)) - 1))];
        return new LineChart(Counting.Capital(name), new Axis("z"), new Axis("f(z)") { Minimum = -1, Maximum = 2 },
        [
            new Series("function", [.. z.Select(at => new ChartPoint(at, value(at)))]),
            new Series("derivative", [.. z.Select(at => new ChartPoint(at, derivative(at)))]),
        ])
        {
            PlotHeight = 180,
        };
    }
}
