using MathNet.Numerics.Distributions;

namespace FrameworkBench.Simulations;

/// <summary>A population of which tables and fresh rows are drawn.</summary>
/// <param name="Words">What it is, for a row of the table.</param>
/// <param name="Rows">Rows of a table.</param>
/// <param name="Columns">Inputs, independent standard normal.</param>
/// <param name="Classes">Number of classes; 0 for values.</param>
/// <param name="Target">The target of a row.</param>
internal sealed record AnswerPopulation(string Words, int Rows, int Columns, int Classes, Func<double[], Random, double> Target)
{
    /// <summary>
    /// The populations: straight, curved and stepped; even, skewed and heavy-tailed noise; two classes, few of one, three.
    /// </summary>
    public static IReadOnlyList<AnswerPopulation> All { get; } =
    [
        new("a line, little noise", 30, 2, 0, (x, random) => Sum2(x) + Noise(random, 0.7)),
        new("a line, noise as large", 100, 5, 0, (x, random) => Sum(x) + Noise(random, 2.2)),
        new("a line, little noise", 300, 8, 0, (x, random) => Sum(x) + Noise(random, 0.5)),
        new("a line, Student noise of 3 degrees", 200, 5, 0, (x, random) => Sum(x) + StudentT.Sample(random, 0, 1, 3)),
        new("a line, noise that grows", 300, 5, 0, (x, random) => Sum(x) + Noise(random, 0.5 + Math.Abs(x[0]))),
        new("a curve (Friedman 1991)", 400, 6, 0,
            (x, random) => (3 * Math.Sin(x[0] * x[1])) + (x[2] * x[2]) + x[3] + (0.5 * x[4]) + Noise(random, 1)),
        new("steps", 500, 4, 0, (x, random) => Math.Floor(2 * x[0]) + (x[1] > 0 ? 2 : 0) + Noise(random, 1)),
        new("two classes, a line", 150, 5, 2, (x, random) => Sum(x) + Noise(random, 1.5) > 0 ? 1 : 0),
        new("two classes, an exclusive or", 400, 4, 2, (x, random) => (x[0] * x[1]) + Noise(random, 0.5) > 0 ? 1 : 0),
        new("two classes, one in seven", 300, 5, 2, (x, random) => Sum(x) + Noise(random, 1) > 2.6 ? 1 : 0),
        new("three classes", 400, 4, 3,
            (x, random) => Math.Clamp(Math.Floor(1.5 + x[0] + (x[1] * x[2] / 2) + Noise(random, 0.5)), 0, 2)),
    ];

    /// <summary>Draws rows.</summary>
    public AnswerRows Draw(Random random, int rows)
    {
        double[] inputs = new double[rows * Columns], targets = new double[rows], row = new double[Columns];
        Normal.Samples(random, inputs, 0, 1);
        for (int i = 0; i < rows; i++)
        {
            inputs.AsSpan(i * Columns, Columns).CopyTo(row);
            targets[i] = Target(row, random);
        }

        return new AnswerRows(inputs, targets, Columns, Classes);
    }

    private static double Sum2(double[] x) => x[0] + (0.5 * x[1]);

    private static double Sum(double[] x) => x[0] + x[1] + x[2] + (0.5 * x[3]);

    private static double Noise(Random random, double deviation) => Normal.Sample(random, 0, deviation);
}
