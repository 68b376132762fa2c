using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Trees;

namespace FrameworkBench.Scratch.Tests.Trees;

/// <summary>Seeded tables for tests of trees.</summary>
internal static class SyntheticTables
{
    /// <summary>Standard normal features, some missing.</summary>
    public static FeatureTable Numbers(int rows, int columns, ulong seed, double missingShare = 0)
    {
        var random = new RandomSource(seed);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.Length; i++)
            values[i] = random.NextDouble() < missingShare ? float.NaN : (float)random.NextGaussian();
        return new FeatureTable(values, columns);
    }

    /// <summary>A curved function of the first features, with noise; missing counts as zero.</summary>
    public static RegressionData Regression(int rows, int columns, ulong seed, double missingShare = 0)
    {
        FeatureTable features = Numbers(rows, columns, seed, missingShare);
        var random = new RandomSource(seed, stream: 7);
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++)
            targets[row] = Signal(features.Row(row)) + (0.3 * random.NextGaussian());
        return new RegressionData(features, targets);
    }

    /// <summary>Classes of near equal size that follow the same function.</summary>
    public static ClassificationData Classes(
        int rows, int columns, int classCount, ulong seed, double missingShare = 0, double noise = 0.3)
    {
        FeatureTable features = Numbers(rows, columns, seed, missingShare);
        var random = new RandomSource(seed, stream: 7);
        int[] classes = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            double place = 1 / (1 + Math.Exp(-1.2 * (Signal(features.Row(row)) + (noise * random.NextGaussian()))));
            classes[row] = Math.Min(classCount - 1, (int)(classCount * place));
        }

        return new ClassificationData(features, classes, classCount);
    }

    /// <summary>Categories whose effect has nothing to do with their codes' order.</summary>
    public static RegressionData Categories(int rows, ulong seed)
    {
        var random = new RandomSource(seed);
        float[] values = new float[rows * 2];
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            int category = random.NextInt32(12);
            values[row * 2] = category;
            values[(row * 2) + 1] = (float)random.NextGaussian();
            targets[row] = (category * 5 % 12) + (0.1 * random.NextGaussian());
        }

        return new RegressionData(
            new FeatureTable(values, 2, [FeatureKind.Categorical, FeatureKind.Numeric]), targets);
    }

    /// <summary>Some rows of a table.</summary>
    public static ClassificationData Part(ClassificationData all, int first, int count) => new(
        new FeatureTable(all.Features.Values.Slice(first * all.Features.Columns, count * all.Features.Columns).ToArray(),
            all.Features.Columns, all.Features.Kinds),
        all.Classes.Slice(first, count), all.ClassCount);

    /// <summary>Some rows of a table.</summary>
    public static RegressionData Part(RegressionData all, int first, int count) => new(
        new FeatureTable(all.Features.Values.Slice(first * all.Features.Columns, count * all.Features.Columns).ToArray(),
            all.Features.Columns, all.Features.Kinds),
        all.Targets.Slice(first, count));

    /// <summary>The share of rows whose most probable class is right.</summary>
    public static double Accuracy(double[] probabilities, ClassificationData data)
    {
        int right = 0;
        for (int row = 0; row < data.Features.Rows; row++)
        {
            double[] own = probabilities[(row * data.ClassCount)..((row + 1) * data.ClassCount)];
            right += Array.IndexOf(own, own.Max()) == data.Classes.Span[row] ? 1 : 0;
        }

        return (double)right / data.Features.Rows;
    }

    /// <summary>R².</summary>
    public static double Determination(double[] predictions, RegressionData data)
    {
        double[] targets = data.Targets.ToArray();
        double mean = targets.Average();
        return 1 - (targets.Zip(predictions, (t, p) => (t - p) * (t - p)).Sum() / targets.Sum(t => (t - mean) * (t - mean)));
    }

    private static double Signal(ReadOnlySpan<float> row)
    {
        double a = float.IsNaN(row[0]) ? 0 : row[0];
        double b = float.IsNaN(row[1]) ? 0 : row[1];
        return (1.5 * a) + (b > 0.5 ? 1 : -0.5) + (a * b);
    }
}
