using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Tests;

/// <summary>Rows to train on, and perhaps others to validate and predict.</summary>
public sealed record Table(
    TaskKind Task, int Classes, int Features, double[] TrainX, double[] TrainY, double[]? ValidationX = null, double[]? ValidationY = null)
{
    /// <summary>What the columns are; null when all are numeric.</summary>
    public IReadOnlyList<FeatureColumn>? Columns { get; init; }

    /// <summary>The rows to predict; null for the validation rows, or the training rows without any.</summary>
    public double[]? PredictX { get; init; }

    /// <summary>Target columns of values.</summary>
    public int Outputs { get; init; } = 1;

    /// <summary>Rows around as many centres as there are classes, the classes taking turns.</summary>
    public static Table Clouds(int classes, int rows, double spread, int seed = 1)
    {
        var random = new Random(seed);
        (double[] X, double[] Y) train = Draw(rows), validation = Draw(rows / 2);
        return new Table(classes == 2 ? TaskKind.Binary : TaskKind.Multiclass, classes, 2, train.X, train.Y, validation.X, validation.Y);

        (double[] X, double[] Y) Draw(int count)
        {
            double[] x = new double[2 * count];
            double[] y = new double[count];
            for (int row = 0; row < count; row++)
            {
                double angle = 2 * Math.PI * (row % classes) / classes;
                x[2 * row] = Math.Cos(angle) + (spread * (random.NextDouble() - 0.5));
                x[(2 * row) + 1] = Math.Sin(angle) + (spread * (random.NextDouble() - 0.5));
                y[row] = row % classes;
            }

            return (x, y);
        }
    }

    /// <summary>A product of two inputs, which no linear model can follow.</summary>
    public static Table Product(int rows)
    {
        var random = new Random(1);
        (double[] X, double[] Y) train = Draw(rows), validation = Draw(rows / 2);
        return new Table(TaskKind.Regression, 0, 2, train.X, train.Y, validation.X, validation.Y);

        (double[] X, double[] Y) Draw(int count)
        {
            double[] x = [.. Enumerable.Range(0, 2 * count).Select(_ => (2 * random.NextDouble()) - 1)];
            return (x, [.. x.Chunk(2).Select(pair => pair[0] * pair[1])]);
        }
    }
}
