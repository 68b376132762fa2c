using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Engines.Tests;

/// <summary>How good predictions of a table's validation rows are.</summary>
internal static class Scores
{
    public static double Accuracy(NpyArray? predictions, Table table)
    {
        double[][] rows = [.. predictions!.ToDoubles().Chunk(predictions.Columns)];
        return rows.Select((row, index) => Array.IndexOf(row, row.Max()) == (int)table.ValidationY![index] ? 1.0 : 0).Average();
    }

    public static double Determination(NpyArray? predictions, Table table)
    {
        double mean = table.ValidationY!.Average();
        double[] values = predictions!.ToDoubles();
        double residual = values.Zip(table.ValidationY!, (value, target) => Math.Pow(value - target, 2)).Sum();
        return 1 - (residual / table.ValidationY!.Sum(target => Math.Pow(target - mean, 2)));
    }

    public static double LargestDifference(IEnumerable<double> some, IEnumerable<double> others) =>
        some.Zip(others, (one, other) => Math.Abs(one - other)).Max();

    public static void AssertProbabilities(NpyArray? predictions)
    {
        foreach (double[] row in predictions!.ToDoubles().Chunk(predictions.Columns))
        {
            Assert.All(row, share => Assert.InRange(share, 0, 1));
            Assert.Equal(1, row.Sum(), 1e-5);
        }
    }
}
