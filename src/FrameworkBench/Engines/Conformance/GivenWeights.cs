using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Engines.Conformance;

/// <summary>Weights for a network of one hidden tanh layer and one linear output on the tiny data, and what it predicts.</summary>
internal static class GivenWeights
{
    public const int Hidden = 4;

    /// <summary>W and b of the hidden layer, W and b of the output.</summary>
    public static IReadOnlyList<NpyArray> Arrays { get; } =
    [
        NpyArray.Matrix(TinyData.Columns, Hidden, Wave(TinyData.Columns * Hidden, 1)),
        NpyArray.Vector(Wave(Hidden, 2)),
        NpyArray.Matrix(Hidden, 1, Wave(Hidden, 3)),
        NpyArray.Vector(Wave(1, 4)),
    ];

    /// <summary>tanh(x·W₁ + b₁)·W₂ + b₂ for each row.</summary>
    public static double[] Predict(NpyArray inputs)
    {
        double[] x = inputs.ToDoubles();
        double[] predictions = new double[inputs.Rows];
        for (int row = 0; row < inputs.Rows; row++)
        {
            double sum = Arrays[3].ToDoubles()[0];
            for (int unit = 0; unit < Hidden; unit++)
            {
                double z = Arrays[1].ToDoubles()[unit];
                for (int column = 0; column < TinyData.Columns; column++)
                    z += x[(row * TinyData.Columns) + column] * Arrays[0].ToDoubles()[(column * Hidden) + unit];
                sum += Math.Tanh(z) * Arrays[2].ToDoubles()[unit];
            }

            predictions[row] = sum;
        }

        return predictions;
    }

    private static double[] Wave(int count, int phase) => [.. Enumerable.Range(0, count).Select(i => 0.7 * Math.Sin(phase + (1.7 * i)))];
}
