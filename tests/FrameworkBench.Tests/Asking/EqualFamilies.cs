using FrameworkBench.Asking;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using MathNet.Numerics.LinearAlgebra;

namespace FrameworkBench.Tests.Asking;

/// <summary>
/// Tables on which both families are equal by construction: every model is a ridge regression on random features, drawn anew for each
/// fit. Each family has a small and a large one, and trees one more of those: one look more at the same. They learn from real training
/// rows, so that scores of splits depend on each other as those of real models do.
/// </summary>
internal static class EqualFamilies
{
    private const int Rows = 120;
    private const int Inputs = 4;
    private const int Folds = 10;

    private static readonly (string Name, int Features)[] Models =
        [("forest", 12), ("boosted", 30), ("boosted-strong", 30), ("network", 12), ("realmlp", 30)];

    /// <summary>The answer on one simulated table.</summary>
    public static FamilyAnswer Answer(int table, int repeats)
    {
        var random = new Random(table);
        double[] cells = [.. Enumerable.Range(0, Rows * Inputs).Select(_ => Normal(random))];
        double[] values =
        [
            .. Enumerable.Range(0, Rows)
                .Select(row => Math.Sin(2 * cells[row * Inputs]) + cells[(row * Inputs) + 1] + Normal(random)),
        ];
        Dataset dataset = Datasets.Tables.OfValues(values) with { Features = new FeatureMatrix(Rows, Inputs, cells) };
        IReadOnlyList<Split> splits = new KFold(Folds, repeats, (uint)table).Split(dataset);
        return FamilyAnswer.Of(
            [.. Models.Select(model => new ModelScores(
                model.Name, model.Name, Scores(dataset, splits, split => Error(dataset, split, model.Features, random)),
                0, 0, new Dictionary<string, double>())
            {
                Folds = Folds,
                TestedRows = Rows,
                AreDetermination = true,
            })])!;
    }

    private static Dictionary<int, double> Scores(Dataset dataset, IReadOnlyList<Split> splits, Func<Split, double> error)
    {
        double mean = dataset.Values.Average();
        double[] scores = PooledDetermination.Of(
            [.. splits.Select(split => (error(split), split.TestRows.Average(row => Math.Pow(dataset.Values[row] - mean, 2))))]);
        return splits.Zip(scores).ToDictionary(split => split.First.Index, split => split.Second);
    }

    private static double Error(Dataset dataset, Split split, int features, Random random)
    {
        double[,] weights = new double[Inputs + 1, features];
        for (int input = 0; input <= Inputs; input++)
        {
            for (int feature = 0; feature < features; feature++)
                weights[input, feature] = Normal(random);
        }

        Matrix<double> train = Mapped(split.TrainRows), test = Mapped(split.TestRows);
        Vector<double> target = Vector<double>.Build.DenseOfEnumerable(split.TrainRows.Select(row => dataset.Values[row]));
        Matrix<double> gram = train.TransposeThisAndMultiply(train) + Matrix<double>.Build.DenseIdentity(features);
        Vector<double> predicted = test * gram.Cholesky().Solve(train.TransposeThisAndMultiply(target));
        return Scorer.Regression([.. split.TestRows.Select(row => dataset.Values[row])], predicted.ToArray())["mse"]!.Value;

        Matrix<double> Mapped(int[] rows) => Matrix<double>.Build.Dense(rows.Length, features, (row, feature) =>
        {
            double sum = weights[Inputs, feature];
            for (int input = 0; input < Inputs; input++)
                sum += weights[input, feature] * dataset.Features[rows[row], input];
            return Math.Tanh(sum);
        });
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
