namespace FrameworkBench.Charts.Tests;

/// <summary>One chart of every kind, with the troubles that real data bring: gaps, long names, outliers, infinities.</summary>
internal static class SampleCharts
{
    internal static LineChart LearningCurve() => new(
        "XOR: loss over epochs",
        new Axis("Epoch"),
        new Axis("Binary cross-entropy") { Minimum = 0 },
        [
            Curve("scratch", 2000, 0.0040, 0.02, 0),
            Curve("torchsharp", 2000, 0.0036, 0.03, 1),
            Curve("sklearn", 2000, 0.0031, 0.05, 2),
        ])
    {
        Subtitle = "2-4-1 sigmoid network, full-batch gradient descent, rate 0.5. Mean of 100 seeds.",
        IntervalLabel = "95 % interval over seeds",
        Horizontals = [new ReferenceLine(0.6931, "chance: ln 2")],
    };

    internal static LineChart LogarithmicCurve() => new(
        "Where do the curves cross?",
        new Axis("Training rows") { Scale = AxisScale.Logarithmic },
        new Axis("Accuracy") { Numbers = NumberStyle.Percent },
        [
            Points("Boosted trees", [0.52, 0.71, 0.84, 0.91, 0.951, 0.964], 0.02),
            Points("Network, tuned", [0.55, 0.70, 0.82, 0.905, 0.957, double.NaN], 0.03),
            Points("Linear model", [0.49, 0.58, 0.64, 0.68, 0.69, 0.70], 0.01),
        ])
    {
        Subtitle = "letter, 26 classes, 3 splits a size.",
        IntervalLabel = "95 % interval",
    };

    internal static LineChart Steps() => new(
        "Perceptron on AND: errors in each pass",
        new Axis("Pass"),
        new Axis("Wrong answers of 4") { Minimum = 0 },
        [
            OverSteps("Variant A, seed 0", [3, 2, 2, 1, 0], 1) with { Style = SeriesStyle.Step },
            OverSteps("Variant B", [2, 3, 2, 1, 1, 0], 1) with { Style = SeriesStyle.Step },
        ]);

    internal static LineChart Pareto() => new(
        "Score against fit time",
        new Axis("Fit time, median") { Scale = AxisScale.Logarithmic, Numbers = NumberStyle.Seconds },
        new Axis("Mean normalised score"),
        [
            new Series("Trees",
            [
                new ChartPoint(0.08, 0.861, 0.85, 0.872) { Label = "tree" },
                new ChartPoint(0.9, 0.902, 0.893, 0.911) { Label = "forest" },
                new ChartPoint(0.4, 0.911, 0.903, 0.919) { Label = "boosted, default" },
                new ChartPoint(14, 0.917, 0.909, 0.925) { Label = "boosted, tuned" },
            ]) { Style = SeriesStyle.Points },
            new Series("Networks",
            [
                new ChartPoint(1.3, 0.884, 0.871, 0.897) { Label = "default" },
                new ChartPoint(38, 0.9, 0.889, 0.911) { Label = "tuned" },
                new ChartPoint(9, 0.914, 0.905, 0.923) { Label = "ensemble of 5" },
            ]) { Style = SeriesStyle.Points },
            new Series("Others",
            [
                new ChartPoint(0.012, 0.83, 0.81, 0.85) { Label = "linear" },
                new ChartPoint(0, 0.5) { Label = "constant" },
            ]) { Style = SeriesStyle.Points },
        ])
    {
        Subtitle = "Mean over 28 tables. Up and left is better.",
        IntervalLabel = "95 % bootstrap interval over tables",
    };

    internal static LineChart ManySeries() => new(
        "Eight engines, one network, and a title that is long enough to need a second line in the picture",
        new Axis("Epoch"),
        new Axis("Training loss") { Scale = AxisScale.Logarithmic },
        [.. new[] { "scratch (float)", "torchsharp", "ML.NET FastTree", "keras on TensorFlow", "sklearn", "pytorch", "xgboost histogram",
            "lightgbm" }
            .Select((name, engine) => OverSteps(name, [.. Enumerable.Range(0, 60).Select(epoch =>
                epoch is 30 or 31 && engine == 2
                    ? double.NaN : Math.Exp(-epoch * (0.02 + (engine * 0.012))) + (0.0004 * (engine + 1)))]))]);

    internal static LineChart Empty() => new("Nothing ran", new Axis("Epoch"), new Axis("Loss"), [new Series("scratch", [])]);

    internal static BarChart Bars() => new(
        "Digits: test accuracy",
        new Axis("Test accuracy") { Numbers = NumberStyle.Percent },
        ["64-100-50-10", "64-128-64-10, early stopping", "dropout 0.3", "softmax regression"],
        [
            new BarSeries("scratch", [new(0.972, 0.966, 0.978), new(0.969, 0.962, 0.976), new(0.975, 0.97, 0.98), new(0.953, 0.95, 0.956)]),
            new BarSeries("sklearn", [new(0.974, 0.969, 0.979), new(0.9667, 0.959, 0.9744), new(double.NaN)
            {
                Reason = "no dropout",
            }, new(0.951, 0.949, 0.953)]),
            new BarSeries("torchsharp", [new(0.971, 0.965, 0.977), new(0.968, 0.961, 0.975), new(0.976, 0.971, 0.981), new(double.NaN)
            {
                Reason = "failed",
            }]),
        ])
    {
        Subtitle = "20 seeds each, split 80/20.",
        IntervalLabel = "95 % interval",
    };

    internal static BarChart RightwardBars() => Bars() with
    {
        Direction = BarDirection.Rightward,
        Categories =
            ["64-100-50-10 as the document prints it", "64-128-64-10 with early stopping on 10 % of the training rows and patience 10",
                "dropout 0.3", "softmax regression"],
    };

    internal static BarChart DotsOnTruncatedAxis() => Bars() with
    {
        Values = new Axis("Test accuracy (axis starts at 94 %)") { Numbers = NumberStyle.Percent, Minimum = 0.94, Maximum = 0.99 },
    };

    internal static BarChart Times() => new(
        "Fit time per engine",
        new Axis("Seconds, median of 7") { Scale = AxisScale.Logarithmic, Numbers = NumberStyle.Seconds },
        ["perceptron on AND", "network on iris", "network on digits", "boosted trees on letter"],
        [
            new BarSeries("scratch", [new(0.000012, 0.000011, 0.000014), new(0.02, 0.019, 0.023), new(0.9, 0.85, 1.0), new(2.9, 2.8, 3.2)]),
            new BarSeries("pytorch", [new(double.NaN)
            {
                Reason = "unsupported",
            }, new(0.21, 0.2, 0.24), new(1.6, 1.5, 1.9), new(double.NaN) { Reason = "unsupported" }]),
            new BarSeries("xgboost", [new(double.NaN)
            {
                Reason = "unsupported",
            }, new(double.NaN) { Reason = "unsupported" }, new(double.NaN) { Reason = "unsupported" }, new(3.4, 3.1, 3.6)]),
        ])
    { Direction = BarDirection.Rightward, IntervalLabel = "quartiles" };

    internal static ForestChart Forest() => new(
        "Trees against networks, per data set",
        new Axis("Difference of accuracy or R², boosted trees − network"),
        [
            new("iris", -0.004, -0.031, 0.023) { Group = "below 1,000 rows", Detail = "−0.004 [−0.031, 0.023]" },
            new("wine", 0.006, -0.02, 0.032) { Group = "below 1,000 rows", Detail = "+0.006 [−0.020, 0.032]" },
            new("sonar", -0.052, -0.083, -0.021) { Group = "below 1,000 rows", Detail = "−0.052 [−0.083, −0.021]" },
            new("credit score with missing values and a long name", 0.041, 0.015, 0.067)
            {
                Group = "below 1,000 rows",
                Detail = "+0.041 [0.015, 0.067]",
            },
            new("spambase", 0.012, 0.006, 0.018) { Group = "2,000 rows and more", Detail = "+0.012 [0.006, 0.018]" },
            new("satellite", 0.002, -0.004, 0.008) { Group = "2,000 rows and more", Detail = "+0.002 [−0.004, 0.008]" },
            new("one split only", 0.02, double.NegativeInfinity, double.PositiveInfinity)
            {
                Group = "2,000 rows and more",
                Detail = "+0.020, interval unknown",
            },
            new("failed table", double.NaN) { Group = "2,000 rows and more", Detail = "network failed" },
            new("all tables", 0.014, 0.002, 0.026) { IsSummary = true, Detail = "+0.014 [0.002, 0.026]" },
        ])
    {
        Equivalence = 0.01,
        LeftMeaning = "network better",
        RightMeaning = "trees better",
        IntervalLabel = "95 % corrected resampled t interval",
    };

    /// <summary>A line through values over first, first + 1, …</summary>
    internal static Series OverSteps(string name, IReadOnlyList<double> values, int first = 0) =>
        new(name, [.. values.Select((value, step) => new ChartPoint(first + step, value))]);

    private static Series Curve(string name, int epochs, double rate, double spread, int phase) =>
        new(name, [.. Enumerable.Range(0, epochs + 1).Select(epoch =>
        {
            double value = 0.6931 / (1 + Math.Exp((epoch - 700 - (phase * 150)) * rate)) + 0.004;
            double half = spread * Math.Min(1, value * 2);
            return new ChartPoint(epoch, value, Math.Max(0, value - half), value + half);
        })]);

    private static Series Points(string name, double[] scores, double half)
    {
        int[] rows = [100, 300, 1000, 3000, 10000, 30000];
        return new Series(name, [.. rows.Zip(scores, (x, y) => new ChartPoint(x, y, y - half, y + half))]);
    }
}
