namespace FrameworkBench.Charts.Tests;

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
            Confusion() with { Title = "Mistakes" },
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
        [.. Enumerable.Range(0, 14).Select(i => new ImageTile(Digit(i), i % 5 == 3 ? $"{i % 10} → {(i + 5) % 10}" : $"{i % 10} → {i % 10}")
        {
            IsMarked = i % 5 == 3,
        })])
    {
        Subtitle = "The first 14 test rows; mistakes are framed.",
    };

    internal static CriticalDifferenceDiagram Ranks() => new(
        "Average ranks over 28 tables",
        ["boosted, tuned", "boosted, default", "forest", "network, ensemble of 5", "network, tuned", "network, default", "tree", "linear",
            "constant"],
        [2.1, 2.9, 3.2, 3.1, 4.4, 5.6, 6.9, 7.2, 9.0],
        2.27,
        [[0, 1, 3, 2], [1, 3, 2, 4], [4, 5], [5, 6, 7], [7, 8]])
    {
        Subtitle = "Joined models cannot be told apart by the Nemenyi test at 5 %.",
    };

    internal static BoxChart Boxes() => new(
        "Digits: accuracy over 40 seeds",
        new Axis("Test accuracy") { Numbers = NumberStyle.Percent },
        [
            new BoxRow("scratch, 64-128-64-10", Spread(0.968, 0.006, 40)),
            new BoxRow("sklearn, 64-128-64-10", Spread(0.967, 0.007, 40)) { Look = 1 },
            new BoxRow("torchsharp, 64-128-64-10", [.. Spread(0.969, 0.005, 39), 0.92]) { Look = 2 },
            new BoxRow("scratch, 1000 seeds", Spread(0.962, 0.008, 1000)),
            new BoxRow("keras", []) { Look = 3 },
            new BoxRow("one seed only", [0.9722]) { Look = 4 },
        ])
    {
        Subtitle = "Box: middle half; line: median; dots: seeds.",
    };

    internal static ParallelCoordinates Tuning() => new(
        "Tuning a network on credit-g: 40 trials",
        [
            new ParallelAxis(new Axis("learning rate") { Scale = AxisScale.Logarithmic }),
            new ParallelAxis(new Axis("hidden units")),
            new ParallelAxis(new Axis("dropout")),
            new ParallelAxis(new Axis("optimizer")) { Names = ["SGD", "Adam", "AdamW"] },
            new ParallelAxis(new Axis("momentum")),
        ],
        new Axis("validation accuracy"),
        [.. Enumerable.Range(0, 41).Select(i =>
        {
            var (rate, dropout, optimizer) = (Math.Pow(10, -4 + (i * 0.618 % 1 * 3)), Math.Round(i * 0.414 % 0.5, 2), i % 3);
            double score = 0.76 - (0.02 * Math.Pow(Math.Log10(rate) + 2.6, 2)) - (Math.Abs(dropout - 0.2) * 0.05) + (optimizer * 0.005);
            return new ParallelTrial(
                [rate, 16 + (i * 37 % 112), dropout, optimizer, optimizer == 0 ? 0.9 : double.NaN], i == 40 ? double.NaN : score);
        })]);

    internal static TreeDiagram Tree() => new(
        "One tree for iris, as grown on 120 rows",
        new TreeNode("petal length ≤ 2.45")
        {
            Detail = "120 rows",
            Branches =
            [
                new TreeBranch("yes", new TreeNode("setosa") { Detail = "40 rows, all right", Look = 0 }),
                new TreeBranch("no", new TreeNode("petal width ≤ 1.75")
                {
                    Detail = "80 rows",
                    Branches =
                    [
                        new TreeBranch("yes", new TreeNode("petal length ≤ 4.95")
                        {
                            Detail = "43 rows",
                            Branches =
                            [
                                new TreeBranch("yes", new TreeNode("versicolor") { Detail = "38 rows, 97 % right", Look = 1 }),
                                new TreeBranch("no", new TreeNode("virginica") { Detail = "5 rows, 80 % right", Look = 2 }),
                            ],
                        }),
                        new TreeBranch("no", new TreeNode("virginica") { Detail = "37 rows, 97 % right", Look = 2 }),
                    ],
                }),
            ],
        })
    {
        LookNames = ["setosa", "versicolor", "virginica"],
    };

    internal static NetworkDiagram XorNetwork() => new(
        "XOR: the network of seed 0 after 2000 epochs",
        [
            new NetworkLayer("input", 2) { UnitNames = ["x₁", "x₂"] },
            new NetworkLayer("hidden", 4) { Detail = "sigmoid" },
            new NetworkLayer("output", 1) { Detail = "sigmoid", UnitNames = ["x₁ xor x₂"] },
        ])
    { PlotHeight = 150 };

    internal static NetworkDiagram DigitsNetwork() => new(
        "Digits: 64-128-64-10",
        [
            new NetworkLayer("input", 64) { Detail = "8 × 8 pixels" },
            new NetworkLayer("hidden", 128) { Detail = "ReLU, dropout 0.3" },
            new NetworkLayer("hidden", 64) { Detail = "ReLU" },
            new NetworkLayer("output", 10) { Detail = "softmax", UnitNames = [.. Enumerable.Range(0, 10).Select(i => $"{i}")] },
        ]);

    private static double[] Spread(double center, double width, int count) =>
        [.. Enumerable.Range(0, count).Select(i => center + (width * Math.Tan(((i + 0.5) / count * 2) - 1)))];

    private static DecisionPlane Plane(string title, Func<double, double, int> model)
    {
        const int Cells = 60;
        double Center(int i) => -0.5 + ((i + 0.5) * 2 / Cells);
        DecisionRow Row(double x, double y, int truth) => new(x, y, truth, model(x, y) != truth);
        return new(
            title,
            new Axis("first input") { Minimum = -0.5, Maximum = 1.5 },
            new Axis("second input") { Minimum = -0.5, Maximum = 1.5 },
            ["false", "true"],
            [.. Enumerable.Range(0, Cells).Select(y => Enumerable.Range(0, Cells).Select(x => model(Center(x), Center(y))).ToArray())],
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
