using FrameworkBench.Reporting.Charts;

namespace FrameworkBench.Tests.Reporting.Charts;

/// <summary>Samples of the kinds that show one model or one data set closely.</summary>
internal static class MoreSampleCharts
{
    internal static HeatMap Confusion()
    {
        string[] digits = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")];
        return new("Digits: which are mistaken for which", digits, digits,
            [.. Enumerable.Range(0, 10).Select(row => Enumerable.Range(0, 10).Select(column =>
                row == column ? 33.0 + (row % 4) : (row * 7 + column * 3) % 11 == 0 ? 1 + (row % 3) : 0).ToArray())])
        {
            Subtitle = "360 test rows, network 64-128-64-10 by scratch.",
            RowsLabel = "true",
            ColumnsLabel = "predicted",
            Scale = new Axis("test rows") { Minimum = 0 },
        };
    }

    internal static HeatMap Differences() => new(
        "Mean score minus the linear model's",
        ["iris", "wine", "credit score with missing values", "spambase"],
        ["decision tree", "random forest", "boosted trees, default", "boosted trees, tuned", "network, default", "network, ensemble of 5"],
        [
            [-0.01, 0.0, -0.004, 0.002, 0.01, 0.012], [-0.08, 0.01, -0.012, 0.0, 0.015, 0.02],
            [0.02, 0.055, 0.061, 0.066, double.NaN, 0.03], [-0.015, 0.024, 0.031, 0.033, 0.012, 0.018],
        ])
    {
        IsDiverging = true,
        Scale = new Axis("accuracy"),
    };

    internal static Panels Activations() => new(
        "Activations and their slopes",
        [
            Activation("Sigmoid", x => 1 / (1 + Math.Exp(-x)), x => Math.Exp(-x) / Math.Pow(1 + Math.Exp(-x), 2)),
            Activation("Tanh", Math.Tanh, x => 1 - Math.Pow(Math.Tanh(x), 2)),
            Activation("ReLU", x => Math.Max(0, x), x => x > 0 ? 1 : 0),
            Activation("Leaky ReLU, α = 0.1", x => x > 0 ? x : 0.1 * x, x => x > 0 ? 1 : 0.1),
        ]);

    internal static Panels Mixed() => new(
        "Digits at a glance",
        [
            SampleCharts.Bars() with { Title = "Accuracy", Subtitle = null },
            SampleCharts.Steps() with { Title = "Errors in each pass", PlotHeight = 200 },
            Confusion() with { Title = "Mistakes", ShowsNumbers = false },
        ])
    { Columns = 3, Width = 1100 };

    internal static ConfusionMatrix Mistakes()
    {
        var heat = Confusion();
        return new(heat.Title, heat.Rows, heat.Values) { Subtitle = heat.Subtitle };
    }

    internal static DecisionPlane Plane() => Plane("XOR: no line can do it", (x, y) => x + y > 0.5 ? 1 : 0);

    internal static Panels Planes() => new(
        "The plane as each model sees it",
        [
            Plane("Perceptron", (x, y) => x + y > 0.5 ? 1 : 0),
            Plane("Network 2-4-1", (x, y) => (x - 0.5) * (y - 0.5) < 0.01 ? 1 : 0),
            Plane("Decision tree", (x, y) => (x > 0.5) != (y > 0.5) ? 1 : 0),
        ])
    { Columns = 3 };

    internal static ImageGrid Digits() => new(
        "Digits: true label → answer",
        [.. Enumerable.Range(0, 14).Select(i => new ImageTile(Digit(i), i % 5 == 3 ? $"{i % 10} → {(i + 5) % 10}" : $"{i % 10} → {i % 10}") { IsMarked = i % 5 == 3 })])
    {
        Subtitle = "The first 14 test rows; mistakes are framed.",
    };

    internal static CriticalDifferenceDiagram Ranks() => new(
        "Average ranks over 28 tables",
        ["boosted, tuned", "boosted, default", "forest", "network, ensemble of 5", "network, tuned", "network, default", "tree", "linear", "constant"],
        [2.1, 2.9, 3.2, 3.1, 4.4, 5.6, 6.9, 7.2, 9.0],
        2.27,
        [[0, 1, 3, 2], [1, 3, 2, 4], [4, 5], [5, 6, 7], [7, 8]])
    {
        Subtitle = "Joined models cannot be told apart by the Nemenyi test at 5 %.",
    };

    private static DecisionPlane Plane(string title, Func<double, double, int> model)
    {
        const int Cells = 60;
        double Centre(int i) => -0.5 + ((i + 0.5) * 2 / Cells);
        DecisionRow Row(double x, double y, int truth) => new(x, y, truth, model(x, y) != truth);
        return new(
            title,
            new Axis("first input") { Minimum = -0.5, Maximum = 1.5 },
            new Axis("second input") { Minimum = -0.5, Maximum = 1.5 },
            ["false", "true"],
            [.. Enumerable.Range(0, Cells).Select(y => Enumerable.Range(0, Cells).Select(x => model(Centre(x), Centre(y))).ToArray())],
            [Row(0, 0, 0), Row(0, 1, 1), Row(1, 0, 1), Row(1, 1, 0)]);
    }

    private static double[][] Digit(int seed) =>
        [.. Enumerable.Range(0, 8).Select(row => Enumerable.Range(0, 8).Select(column =>
        {
            var (x, y) = ((column - 3.5) / 2.2, (row - 3.5) / (2.4 + (seed % 3 * 0.4)));
            return Math.Clamp(1.2 - (Math.Abs(Math.Sqrt((x * x) + (y * y)) - 1) * (2 + (seed % 4))), 0, 1);
        }).ToArray())];

    private static LineChart Activation(string name, Func<double, double> value, Func<double, double> slope) =>
        new(name, new Axis("z"), new Axis("a"),
        [
            new Series("activation", [.. Grid().Select(x => new ChartPoint(x, value(x)))]),
            new Series("derivative", [.. Grid().Select(x => new ChartPoint(x, slope(x)))]),
        ])
        { PlotHeight = 150 };

    private static IEnumerable<double> Grid() => Enumerable.Range(0, 121).Select(i => -6 + (i * 0.1));
}
